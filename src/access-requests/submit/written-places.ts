import { type NamedVirtualAccount, placeCalled, placesNamed } from '../../accounts/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import type { Viewer } from '../../people/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { mostVirtualAccounts } from '../domain/request.ts'
import { readAsking } from './asking.query.ts'
import { factsOf } from './submit.ts'

/**
 * The virtual accounts that somebody wrote, one a line, with those they stand under, or by their own names where no other
 * is called so; and the lines that name none of those that they can choose.
 */
export function placesWritten(
  places: readonly NamedVirtualAccount[],
  text: string,
  choosable: ReadonlySet<VirtualAccountId>,
): { readonly ids: readonly VirtualAccountId[]; readonly unknown: readonly string[] } {
  const { ids, unknown } = placesNamed({ virtualAccounts: places }, text, (id) => choosable.has(id))
  const theirs = { virtualAccounts: places.filter(({ id }) => choosable.has(id)) }
  const called = unknown.map((line) => ({
    line,
    id: line.includes('/') ? undefined : placeCalled(theirs, line),
  }))
  return {
    ids: [...ids, ...called.flatMap(({ id }) => id ?? [])],
    unknown: called.filter(({ id }) => id === undefined).map(({ line }) => line),
  }
}

/** The fields of a wish that name virtual accounts. */
type Written = {
  readonly scope: string
  readonly virtualAccount: readonly string[]
  readonly places: string
}

/**
 * The same form with the virtual accounts that were written by their names, among those that this person can choose;
 * undefined when a name stands for none of them, or there are too many.
 */
export async function withWrittenPlaces<Form extends Written>(
  db: Database,
  viewer: Viewer,
  { form, identifier, known }: { readonly form: Form; readonly identifier: string; readonly known?: boolean },
): Promise<Form | undefined> {
  if (form.scope !== 'virtual' || form.places.trim() === '') return form
  const asking = await readAsking(db, viewer, known ? { identifier, known } : { identifier })
  const { choosable } = factsOf(viewer, asking)
  const { ids, unknown } = placesWritten(asking.tree, form.places, choosable)
  const all = [...new Set<string>([...form.virtualAccount, ...ids])] as VirtualAccountId[]
  const fits = unknown.length === 0 && all.length <= mostVirtualAccounts
  return fits ? { ...form, virtualAccount: all } : undefined
}
