import { afterAll, beforeAll, expect, it } from 'vitest'
import { type World, world } from '../../../test/world/world.ts'
import { lockGrantToEnd, revokeGrant } from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import { type AccountId, type GrantId, newId, type PersonId, type RequestId } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import { transact } from '../../platform/db/index.ts'
import { declineRequest } from './decide.ts'

const rounds = 200

let w: World
let acme: AccountId
let ana: PersonId
let ben: PersonId
let raul: PersonId

beforeAll(async () => {
  w = await world()
  const [row] = await w.owner<{ id: AccountId }>(`select id from accounts where identifier = 'acme.example'`)
  acme = row?.id as AccountId
  ;[ana, ben, raul] = await Promise.all([w.idOf('ana'), w.idOf('ben'), w.idOf('raul')])
  await w.owner(`insert into delegates (account_id, person_id, delegate_id) values ($1, $2, $3)`, [
    acme,
    ana,
    ben,
  ])
  await w.owner(`update people set away_until = app_now() + interval '9 days' where id = $1`, [ana])
})
afterAll(() => w.end())

async function pending(): Promise<RequestId> {
  const id = newId<'access-request'>()
  await w.owner(
    `insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, ask_scope, reason,
       account_name, profile, submitted_at, due_at, expires_at)
     values ($1, $2, $3, $4, $4, 'PENDING', 'UNSURE', 'I prepare the roll-out.', 'ACME', '{}', app_now(),
       app_now() + interval '5 days', app_now() + interval '28 days')`,
    [acme, id, `AR-${id.slice(-9, -4)}${id.slice(-4)}`, raul],
  )
  return id
}

async function administering(person: PersonId): Promise<GrantId> {
  const id = newId<'grant'>()
  await w.owner(
    `insert into grants (account_id, id, person_id, role, source) values ($1, $2, $3, 'SA', 'DIRECT')
     on conflict do nothing`,
    [acme, id, person],
  )
  const [row] = await w.owner<{ id: GrantId }>(
    `select id from grants where account_id = $1 and person_id = $2 and role = 'SA' and revoked_at is null`,
    [acme, person],
  )
  return row?.id as GrantId
}

const decides = (id: RequestId) => {
  const now = new Date()
  const by = { personId: ben, isSupport: false, isOperator: false, authenticatedAt: now, now }
  const form = {
    code: 'OTHER',
    text: 'Not this time, please.',
    block: null,
    privateNote: '',
    version: 1,
  } as const
  return transact(w.db, (tx) => declineRequest(tx, by, id, form))
}

const removes = (id: GrantId) =>
  transact(w.db, async (tx) => {
    await lockGrantToEnd(tx, { accountId: acme, id })
    await revokeGrant(tx, { accountId: acme, id, by: ben })
    await record(tx, {
      type: 'grant.revoked',
      account: acme,
      actor: ben,
      subject: ana,
      facts: { grantId: id },
    })
    return done(null)
  })

it('a delegate decides for somebody who is removed at that moment: for them before it, for nobody after', async () => {
  const seen = { before: 0, after: 0 }
  for (let round = 0; round < rounds; round++) {
    const [grantId, request] = [await administering(ana), await pending()]
    const [decision] = await Promise.all(
      round % 2 ? [decides(request), removes(grantId)] : [removes(grantId), decides(request)].reverse(),
    )
    expect(decision?.ok).toBe(true)
    const [row] = await w.owner<{ absent: string[]; said: string[]; decided: string; removed: string }>(
      `select d.for_ids as absent, e.body::jsonb -> 'facts' -> 'standsInFor' as said, e.seq as decided,
         (select seq from events r where r.account_id = d.account_id and r.type = 'grant.revoked'
            and r.body::jsonb -> 'facts' ->> 'grantId' = $2) as removed
       from decisions d join events e on e.account_id = d.account_id and e.request_id = d.request_id
         and e.type = 'access-request.declined'
       where d.request_id = $1`,
      [request, grantId],
    )
    const isBefore = Number(row?.decided) < Number(row?.removed)
    expect(row?.absent).toEqual(isBefore ? [ana] : [])
    expect(row?.said).toEqual(row?.absent)
    seen[isBefore ? 'before' : 'after']++
  }
  expect(Math.min(seen.before, seen.after)).toBeGreaterThan(0)
})
