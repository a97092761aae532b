import type { StoredGrant } from '../../accounts/index.ts'
import type { SeenAccount } from '../../accounts/index.ts'
import type { GrantedRole } from '../../accounts/domain/roles.ts'
import { sayGrant } from '../../members/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { ChosenRow } from '../chosen.query.ts'
import { words } from '../messages/index.ts'
import type { Item, KeptAct } from '../selections.store.ts'

/** A line as it is shown: whom it is about, what they hold or held, what becomes or became of it. */
export type Line = {
  readonly item: Item
  readonly person: ChosenRow | undefined
  readonly held: readonly StoredGrant[]
}

/** What is to happen, with its role as it is given. */
export type ActShown = { readonly act: KeptAct; readonly to: GrantedRole | undefined }

type Context = { readonly reader: Reader; readonly seen: Pick<SeenAccount, 'tree'> }

/** What somebody holds, line by line, in words. */
export function sayHeldIn({ reader, seen }: Context, { held }: Line): string[] {
  return held.map((grant) => sayGrant(reader, grant, seen.tree))
}

/** What happens to a line that nothing stands against. */
export function sayWill(context: Context, { held }: Line, { act, to }: ActShown): string {
  const t = words.for(context.reader)
  if (act.kind === 'REMOVE' || act.kind === 'TAG' || act.kind === 'UNTAG') return t(`will.${act.kind}`)
  const [grant] = held
  if (!grant) return t('line.nothing-held')
  const endsAt = act.kind === 'ROLE' ? grant.endsAt : act.kind === 'END' ? new Date(act.endsAt) : null
  const role = act.kind === 'ROLE' ? (to ?? grant.role) : grant.role
  const after = { role, endsAt, virtualAccountId: grant.virtualAccountId }
  return t(`will.${act.kind}`, { held: sayGrant(context.reader, after, context.seen.tree) })
}

/** What became of a line, or is still waited for; with why it was left, if it was. */
export function sayOutcome(reader: Reader, { item: { problem, outcome } }: Line) {
  const t = words.for(reader)
  const left = problem ?? (outcome === 'DONE' ? null : outcome)
  if (left !== null) return { result: t('outcome.left'), why: t(`problem.${left}`) }
  return { result: t(`outcome.${outcome === null ? 'OPEN' : 'DONE'}`), why: '' }
}
