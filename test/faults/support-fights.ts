import { sql } from 'kysely'
import {
  confirmDecision,
  proposeDecision,
} from '../../src/access-requests/decide-as-support/decide-as-support.ts'
import { type CaseId, newId, type PersonId, type RequestId } from '../../src/kernel/id.ts'
import { done } from '../../src/kernel/outcome.ts'
import { beBack, type Viewer } from '../../src/people/index.ts'
import { markVerified } from '../../src/people/people.store.ts'
import { transact } from '../../src/platform/db/index.ts'
import { asks } from '../world/acts.ts'
import type { CastMember, World } from '../world/world.ts'

/** What came of requests that two agents decided at the moment at which an administrator could be reached again. */
export type SupportFight = {
  readonly decided: number
  readonly left: number
  /** Decided by support after somebody was there again, or left open although nobody was. */
  readonly wrong: number
}

const account = 'umbrella.example'

/** An agent confirms a decision while the account's only administrator comes back, or mail reaches her again. */
export async function decideWhileBack(world: World, rounds: number): Promise<SupportFight> {
  await world.owner(`update people set is_support = true where address like 'dmitri@%'`)
  await world.owner(`update people set status = 'ACTIVE' where address like 'uma@%'`)
  const [sam, dmitri, uma] = [
    await agent(world, 'sam'),
    await agent(world, 'dmitri'),
    await world.idOf('uma' as CastMember),
  ]
  const tally = { decided: 0, left: 0, wrong: 0 }
  for (let round = 0; round < rounds; round++) {
    const isAway = round % 2 === 0
    await forget(world)
    await world.owner(
      `update people set away_until = case when $2 then app_now() + interval '3 days' end,
         mail_bounced_at = case when $2 then null else app_now() end where id = $1`,
      [uma, isAway],
    )
    const id = await asks(world, 'noah' as CastMember, { account })
    const proposalId = await proposed(world, sam, id)
    const confirm = () =>
      transact(world.db, (tx) => confirmDecision(tx, dmitri, id, { proposalId, isAllowed: true }))
    const [confirmed, backAt] = await Promise.all([
      later(Math.floor(round / 2) % 4, confirm),
      later(6, () => back(world, uma, isAway)),
    ])
    tally[confirmed.ok ? 'decided' : 'left']++
    if (await isWrong(world, id, { isDecided: confirmed.ok, backAt })) tally.wrong++
  }
  return tally
}

/** Whether what was decided came after somebody was there, or what was refused was not for that. */
async function isWrong(
  world: World,
  id: RequestId,
  { isDecided, backAt }: { readonly isDecided: boolean; readonly backAt: string },
): Promise<boolean> {
  const [row] = await world.owner<{ status: string; isLate: boolean | null; grants: number }>(
    `select r.status, (select e.occurred_at >= $2::timestamptz from events e where e.account_id = r.account_id and e.request_id = r.id
         and e.type = 'support-decision.confirmed') as "isLate",
       (select count(*)::int from grants g where g.request_id = r.id and g.revoked_at is null) as grants
     from access_requests r where r.id = $1`,
    [id, backAt],
  )
  if (!row) return true
  if (!isDecided) return row.status !== 'PENDING' || row.grants !== 0 || row.isLate !== null
  return row.status !== 'APPROVED' || row.grants !== 1 || row.isLate !== false
}

// The moment, to the microsecond, is asked for once the row is hers: what was written before had to be committed by then.
async function back(world: World, personId: PersonId, isAway: boolean): Promise<string> {
  const outcome = await transact(world.db, async (tx) => {
    await (isAway ? beBack(tx, { personId }) : markVerified(tx, personId))
    const { rows } = await sql<{ now: string }>`select app_now()::text as now`.execute(tx)
    return done(rows[0]?.now ?? '-infinity')
  })
  return outcome.ok ? outcome.value : '-infinity'
}

async function proposed(world: World, by: Viewer, id: RequestId): Promise<string> {
  const [found] = await world.owner<{ caseId: CaseId }>(
    'select id as "caseId" from cases where request_id = $1 order by id desc limit 1',
    [id],
  )
  const body = new FormData()
  const picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  body.set('proof', new Blob([Buffer.from([...picture, ...Buffer.from(newId())])]), 'register.png')
  const headers = { Origin: world.base }
  await (await world.as('sam')).send(`/cases/${found?.caseId}/proof`, { method: 'POST', body, headers })
  const endsAt = new Date(by.now.getTime() + 60 * 86_400_000)
  const given = { role: 'SU', scope: { kind: 'ACCOUNT' }, endsAt } as const
  const note = 'You get access for sixty days.'
  const decision = { verdict: 'APPROVE', given } as const
  const proposing = { decision, note, grounds: 'The register of companies.', version: 1, isAllowed: true }
  const outcome = await transact(world.db, (tx) => proposeDecision(tx, by, id, proposing))
  if (!outcome.ok) throw new Error(`It was not proposed: ${outcome.refusal.code}`)
  const [row] = await world.owner<{ id: string }>(
    `select id from support_proposals where request_id = $1 and state = 'PROPOSED'`,
    [id],
  )
  return row?.id ?? ''
}

async function agent(world: World, who: 'sam' | 'dmitri'): Promise<Viewer> {
  const now = new Date()
  const facts = { personId: await world.idOf(who), isSupport: true, isOperator: false }
  return { ...facts, authenticatedAt: now, now } as Viewer
}

/** Nothing is held, nothing waits, and what was asked was asked long ago. */
async function forget(world: World): Promise<void> {
  await world.owner(
    'update grants set revoked_at = app_now() where request_id is not null and revoked_at is null',
  )
  await world.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), next_step = null, next_step_at = null,
       version = version + 1, status_changes = status_changes + 1
     where status in ('PENDING', 'INFO_REQUESTED') and requester_id =
       (select id from people where address = 'noah@umbrella.example')`,
  )
  await world.owner(`update access_requests set submitted_at = submitted_at - interval '2 days'`)
  await world.owner('delete from limits')
}

async function later<Value>(ms: number, act: () => Promise<Value>): Promise<Value> {
  await new Promise((resolve) => setTimeout(resolve, ms))
  return act()
}
