import { setTimeout as pause } from 'node:timers/promises'
import { takeGrantBack } from '../../src/access-requests/index.ts'
import { giveGrants } from '../../src/accounts/index.ts'
import type { AccountId, GrantId, PersonId } from '../../src/kernel/id.ts'
import { done } from '../../src/kernel/outcome.ts'
import { transact } from '../../src/platform/db/index.ts'
import type { World } from '../world/world.ts'

/** What is at hand in every round. */
type Ground = {
  readonly w: World
  readonly accountId: AccountId
  readonly holder: PersonId
  readonly giver: PersonId
}

/** Luc's role in ACME ends, round after round. */
export async function groundOf(w: World): Promise<Ground> {
  const [row] = await w.owner<{ id: AccountId }>(`select id from accounts where identifier = 'acme.example'`)
  if (!row) throw new Error('no account')
  return { w, accountId: row.id, holder: await w.idOf('luc'), giver: await w.idOf('ana') }
}

async function give({ w, accountId, holder, giver }: Ground, days: number): Promise<GrantId> {
  const endsAt = new Date(Date.now() + days * 86_400_000)
  const given = { role: 'SU' as const, scope: { kind: 'ACCOUNT' as const }, endsAt }
  const giving = { accountId, personId: holder, given, by: giver, source: 'DIRECT' as const }
  const outcome = await transact(w.db, async (tx) =>
    done(await giveGrants(tx, { ...giving, requestId: null, decisionId: null })),
  )
  const [id] = outcome.ok ? outcome.value : []
  if (!id) throw new Error('nothing was given')
  return id
}

// It is over in a few milliseconds, and its clock has been looked at once already.
async function aboutToEnd({ w }: Ground, id: GrantId): Promise<void> {
  await w.owner(`update grants set ends_at = app_now() + interval '12 milliseconds' where id = $1`, [id])
  await w.owner(
    `update clocks c set due_at = date_trunc('milliseconds', g.ends_at), noticed_at = app_now() - interval '2 minutes'
     from grants g where g.id = $1 and c.subject_id = g.id and c.kind = 'grant-expiry'`,
    [id],
  )
  await w.owner(`delete from clocks where subject_id = $1 and kind <> 'grant-expiry'`, [id])
}

async function untilSettled({ w }: Ground, id: GrantId): Promise<void> {
  for (let looks = 0; looks < 500; looks++) {
    await w.tick()
    const left = await w.owner('select from clocks where subject_id = $1 and settled_at is null', [id])
    if (left.length === 0) return
    await pause(2)
  }
  throw new Error('the clock never fired')
}

type After = {
  readonly expired: number
  readonly revoked: number
  readonly isTold: boolean
  readonly isRevoked: boolean
}

async function after({ w, accountId }: Ground, id: GrantId): Promise<After> {
  const [row] = await w.owner<After>(
    `select (select count(*)::int from events where account_id = $1 and type = 'grant.expired'
        and body::jsonb #>> '{facts,grantId}' = $2::text) as expired,
      (select count(*)::int from events where account_id = $1 and type = 'grant.revoked'
        and body::jsonb #>> '{facts,grantId}' = $2::text) as revoked,
      g.expired_at is not null as "isTold", g.revoked_at is not null as "isRevoked"
     from grants g where g.account_id = $1 and g.id = $2::uuid`,
    [accountId, id],
  )
  if (!row) throw new Error('the grant is gone')
  return row
}

/** Its holder gives it back while it ends: in how many rounds both happened, or neither. */
export async function endWhileGivenBack(
  ground: Ground,
  rounds: number,
): Promise<{ wrong: number; back: number }> {
  const { w, accountId, holder } = ground
  let [wrong, back] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const id = await give(ground, 30)
    await aboutToEnd(ground, id)
    const now = new Date()
    const decider = { personId: holder, authenticatedAt: now, now } as Parameters<typeof takeGrantBack>[1]
    await Promise.all([
      untilSettled(ground, id),
      pause(Math.random() * 14).then(() =>
        transact(w.db, (tx) => takeGrantBack(tx, decider, { accountId, id })),
      ),
    ])
    const { expired, revoked, isTold, isRevoked } = await after(ground, id)
    if (expired + revoked !== 1 || isTold !== (expired === 1) || isRevoked !== (revoked === 1)) wrong++
    back += revoked
  }
  return { wrong, back }
}

/** It is given for longer while it ends: in how many rounds its holder is told twice, or holds less than was given. */
export async function endWhileExtended(
  ground: Ground,
  rounds: number,
): Promise<{ wrong: number; told: number }> {
  const { w, accountId, holder } = ground
  let [wrong, told] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const id = await give(ground, 30)
    await aboutToEnd(ground, id)
    const [longer] = await Promise.all([
      pause(Math.random() * 20).then(() => give(ground, 90)),
      untilSettled(ground, id),
    ])
    const { expired, isTold, isRevoked } = await after(ground, id)
    const held = await w.owner<{ id: string; clocks: number }>(
      `select g.id, (select count(*)::int from clocks c where c.subject_id = g.id and c.settled_at is null) as clocks
       from grants g where g.account_id = $1 and g.person_id = $2 and g.role = 'SU' and g.revoked_at is null`,
      [accountId, holder],
    )
    const isHeld = held.length === 1 && held[0]?.id === longer && held[0]?.clocks === 3
    if (!isHeld || !isRevoked || expired > 1 || isTold !== (expired === 1)) wrong++
    told += expired
    await w.owner('update grants set revoked_at = app_now() where id = $1', [longer])
  }
  return { wrong, told }
}
