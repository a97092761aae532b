import type { NamedVirtualAccount } from '../../accounts/index.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Looked } from './filter.ts'
import { type FoundPerson, peopleNamed, referred } from './find.query.ts'
import type { Readable } from './readable.ts'

/** What somebody may have meant by what they typed: exactly one thing, or several to choose from, or none. */
export type Meant =
  | { readonly id: { readonly who: string } | { readonly object: string } }
  | { readonly people: readonly FoundPerson[] }
  | { readonly parts: readonly NamedVirtualAccount[] }

/** Looks for the person or the thing that somebody typed, among those that the log they read names. */
export async function lookFor(
  db: Database,
  { log, account }: { readonly log: Readable; readonly account: string },
  { person, about }: Looked,
): Promise<Meant> {
  if (person !== '') {
    const people = await peopleNamed(db, { account, places: log.within }, person)
    const [one] = people.length === 1 ? people : []
    return one ? { id: { who: one.id } } : { people }
  }
  const parts = partsNamed(log, about)
  const [part] = parts.length === 1 ? parts : []
  if (part) return { id: { object: part.id } }
  const request = parts.length === 0 ? await referred(db, account, about.toUpperCase()) : undefined
  return request ? { id: { object: request } } : { parts }
}

const mostParts = 20

// Whole names first: "Lyon" is Lyon, though there is a Lyon North.
function partsNamed({ seen, within }: Readable, text: string): readonly NamedVirtualAccount[] {
  const asked = text.toLowerCase()
  const visible = (seen?.tree.virtualAccounts ?? []).filter(
    ({ id }) => within === null || within.includes(id),
  )
  const whole = visible.filter(({ name }) => name.toLowerCase() === asked)
  const alike = whole.length > 0 ? whole : visible.filter(({ name }) => name.toLowerCase().includes(asked))
  return alike.slice(0, mostParts)
}
