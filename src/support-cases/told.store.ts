import { sql } from 'kysely'
import { grantIsActive, type Told, toldColumns } from '../people/index.ts'
import { prepare, type Tx } from '../platform/db/index.ts'
import type { StoredCase } from './case.store.ts'

/** A support agent, and where and how they are told. */
export type Agent = Told

const agents = prepare<Record<string, never>, Told>(
  () => sql<Told>`
    select ${toldColumns} from people p
    where p.is_support and p.status = 'ACTIVE' and p.mail_bounced_at is null order by p.id`,
)

/** Everybody who answers cases and gets mail. */
export function agentsToTell(tx: Tx): Promise<Agent[]> {
  return agents(tx, {})
}

/** Whoever looks after a case, while they still do; everybody who answers cases otherwise. Never whoever it is about. */
export async function agentsFor(
  tx: Tx,
  one: Pick<StoredCase, 'assignedTo' | 'requesterId'>,
): Promise<readonly Told[]> {
  const all = (await agentsToTell(tx)).filter(({ personId }) => personId !== one.requesterId)
  const holder = all.filter(({ personId }) => personId === one.assignedTo)
  return holder.length > 0 ? holder : all
}

const administrators = prepare<{ account: string }, Told>(
  (p) => sql<Told>`
    select ${toldColumns} from people p
    where p.status = 'ACTIVE' and p.mail_bounced_at is null and p.id in (
      select g.person_id from grants g
      where g.account_id = ${p.account}::uuid and g.role = 'SA' and ${grantIsActive})
    order by p.id`,
)

/** The administrators of a case's account who get mail; never whoever the case is about. */
export async function administratorsFor(
  tx: Tx,
  one: Pick<StoredCase, 'accountId' | 'requesterId'>,
): Promise<readonly Told[]> {
  const all = await administrators(tx, { account: one.accountId })
  return all.filter(({ personId }) => personId !== one.requesterId)
}
