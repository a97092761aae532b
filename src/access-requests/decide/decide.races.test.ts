import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../../test/world/world.ts'
import { giveGrants } from '../../accounts/index.ts'
import type { AccountId, GrantId, PersonId, RequestId } from '../../kernel/id.ts'
import { newId } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { takeGrantBack } from '../take-back/take-back.ts'
import { withdraw } from '../withdraw/withdraw.ts'
import type { Decider } from './decide.store.ts'
import { approveRequest, declineRequest } from './decide.ts'

const rounds = 200

let here: World
let acme: AccountId
let people: Record<'ana' | 'ben' | 'raul' | 'luc', PersonId>

beforeAll(async () => {
  here = await world()
  const [account] = await here.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'acme.example'`,
  )
  acme = account?.id as AccountId
  // One person is enough to remove another here: what is tried is what happens at that very moment.
  await here.owner('update accounts set two_for_administrator = false where id = $1', [acme])
  people = {
    ana: await here.idOf('ana'),
    ben: await here.idOf('ben'),
    raul: await here.idOf('raul'),
    luc: await here.idOf('luc'),
  }
})
afterAll(() => here.end())

const decider = (who: keyof typeof people): Decider => {
  const now = new Date()
  return { personId: people[who], isSupport: false, isOperator: false, authenticatedAt: now, now }
}

/** A pending request of Raul's, straight into the table: the form's limits are not what is tried here. */
async function pending(): Promise<RequestId> {
  const id = newId<'access-request'>()
  await here.owner(
    `insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, ask_scope, reason,
       account_name, profile, submitted_at, due_at, expires_at)
     values ($1, $2, $3, $4, $4, 'PENDING', 'UNSURE', 'I prepare the roll-out.', 'ACME', $5, app_now(),
       app_now() + interval '5 days', app_now() + interval '28 days')`,
    [
      acme,
      id,
      `AR-${id.slice(-9, -4)}${id.slice(-4)}`,
      people.raul,
      JSON.stringify({ email: 'raul@acme.example' }),
    ],
  )
  return id
}

async function clear(): Promise<void> {
  await here.owner(
    `update grants set revoked_at = app_now() where person_id = $1 and account_id = $2 and revoked_at is null`,
    [people.raul, acme],
  )
}

const viewer = { role: 'SV', scope: { kind: 'ACCOUNT' }, end: { kind: 'NONE' }, version: 1 } as const
const yes = (id: RequestId, who: keyof typeof people) =>
  transact(here.db, (tx) => approveRequest(tx, decider(who), id, { ...viewer, note: 'yes', confirmed: true }))
const no = (id: RequestId, who: keyof typeof people) =>
  transact(here.db, (tx) =>
    declineRequest(tx, decider(who), id, {
      code: 'OTHER',
      text: 'Not this time, please.',
      block: null,
      privateNote: '',
      version: 1,
    }),
  )

async function after(id: RequestId) {
  const [row] = await here.owner<{
    status: string
    version: number
    finals: number
    grants: number
    settled: number
  }>(
    `select r.status, r.version,
       (select count(*)::int from decisions d where d.request_id = r.id and d.final) as finals,
       (select count(*)::int from grants g where g.request_id = r.id) as grants,
       (select count(*)::int from events e where e.request_id = r.id and e.type in
         ('access-request.approved', 'access-request.declined', 'access-request.withdrawn')) as settled
     from access_requests r where r.id = $1`,
    [id],
  )
  return row
}

describe(`two at once, ${rounds} times`, () => {
  it('an approval and a refusal never both count', { timeout: 180_000 }, async () => {
    const seen = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      const id = await pending()
      const [approved, declined] = await Promise.all([yes(id, 'ana'), no(id, 'ben')])
      expect(Number(approved.ok) + Number(declined.ok)).toBe(1)
      const loser = [approved, declined].find(({ ok }) => !ok)
      expect(loser).toMatchObject({ refusal: { code: 'already-settled' } })
      const row = await after(id)
      expect(row).toMatchObject({ version: 2, finals: 1, settled: 1, grants: approved.ok ? 1 : 0 })
      seen.add(String(row?.status))
      await clear()
    }
    expect([...seen].every((status) => ['APPROVED', 'DECLINED'].includes(status))).toBe(true)
  })

  it('a decision and a withdrawal never both count', { timeout: 180_000 }, async () => {
    for (let round = 0; round < rounds; round++) {
      const id = await pending()
      const raul = decider('raul')
      const [approved, withdrawn] = await Promise.all([
        yes(id, 'ana'),
        transact(here.db, (tx) => withdraw(tx, raul as Viewer, id)),
      ])
      expect(Number(approved.ok) + Number(withdrawn.ok)).toBe(1)
      const row = await after(id)
      expect(row).toMatchObject({
        status: approved.ok ? 'APPROVED' : 'WITHDRAWN',
        version: 2,
        finals: approved.ok ? 1 : 0,
        grants: approved.ok ? 1 : 0,
        settled: 1,
      })
      await clear()
    }
  })

  it('nobody decides after their removal was acknowledged', { timeout: 240_000 }, async () => {
    let removedFirst = 0
    for (let round = 0; round < rounds; round++) {
      const id = await pending()
      const grant = await administrate('luc')
      let removedAt = Number.POSITIVE_INFINITY
      const removal = transact(here.db, (tx) =>
        takeGrantBack(tx, decider('ana'), { accountId: acme, id: grant }),
      ).then((outcome) => {
        removedAt = performance.now()
        return outcome
      })
      if (round % 4 === 0) await removal
      const startedAt = performance.now()
      const decided = await yes(id, 'luc')
      expect((await removal).ok).toBe(true)
      if (removedAt < startedAt) {
        removedFirst++
        expect(decided.ok).toBe(false)
      }
      const [order] = await here.owner<{ late: number }>(
        `select count(*)::int as late from events approved
         join events removed on removed.account_id = approved.account_id and removed.seq < approved.seq
           and removed.type = 'grant.revoked' and removed.body::jsonb #>> '{facts,grantId}' = $2
         where approved.request_id = $1 and approved.type = 'access-request.approved'`,
        [id, grant],
      )
      expect(order?.late).toBe(0)
      if (!decided.ok) await no(id, 'ana')
      await clear()
    }
    expect(removedFirst).toBeGreaterThan(0)
  })

  it('two administrators who remove each other leave one', { timeout: 180_000 }, async () => {
    for (let round = 0; round < rounds; round++) {
      const [one, other] = [await administrate('ana'), await administrate('ben')]
      const outcomes = await Promise.all([
        transact(here.db, (tx) => takeGrantBack(tx, decider('ana'), { accountId: acme, id: other })),
        transact(here.db, (tx) => takeGrantBack(tx, decider('ben'), { accountId: acme, id: one })),
      ])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      const [left] = await here.owner<{ n: number }>(
        `select count(*)::int as n from grants where account_id = $1 and role = 'SA' and revoked_at is null`,
        [acme],
      )
      expect(left?.n).toBe(1)
    }
  })
})

/** Makes somebody an administrator, if they are none, and gives the grant's id. */
async function administrate(who: keyof typeof people): Promise<GrantId> {
  const given = { role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt: null } as const
  const from = { source: 'DIRECT', requestId: null, decisionId: null, by: null } as const
  await transact(here.db, async (tx) =>
    done(await giveGrants(tx, { accountId: acme, personId: people[who], given, ...from })),
  )
  const [row] = await here.owner<{ id: GrantId }>(
    `select id from grants where account_id = $1 and person_id = $2 and role = 'SA' and revoked_at is null`,
    [acme, people[who]],
  )
  return row?.id as GrantId
}
