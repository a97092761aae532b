import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmptyWorld, emptyWorld } from '../../../test/world/empty.ts'
import { connect } from '../../platform/db/index.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { examine } from './examine.ts'
import { invariantIds } from './invariants.query.ts'

/** What somebody with the database's keys, who switches its guards off, does to break exactly one thing. */
const sabotage: Record<(typeof invariantIds)[number], string[]> = {
  I1: [
    'drop index decisions_one_final',
    `insert into decisions select account_id, gen_random_uuid(), request_id, decided_by, verdict, final, request_version,
       role, scope, virtual_account_ids, ends_at, code, note, private_note, block_until, decided_at
     from decisions where verdict = 'DECLINE' limit 1`,
  ],
  I2: [
    `update grants set source = 'DIRECT', request_id = null, decision_id = null
     where id = (select id from grants where source = 'REQUEST' limit 1)`,
  ],
  I3: [
    `update grants g set person_id = (select requester_id from access_requests r where r.requester_id <> g.person_id limit 1)
     where id = (select id from grants where source = 'REQUEST' and role = 'VU' limit 1)`,
  ],
  I4: [
    `update decisions d set decided_by = r.requester_id from access_requests r
     where r.id = d.request_id and d.id = (select id from decisions where verdict = 'DECLINE' limit 1)`,
    `insert into grants (account_id, id, person_id, role, source, created_at)
     select d.account_id, gen_random_uuid(), d.decided_by, 'SA', 'DIRECT', '2020-01-01' from decisions d
     join access_requests r on r.id = d.request_id and r.requester_id = d.decided_by`,
  ],
  I5: [
    `update grants set created_at = app_now() where role = 'SA' and person_id in
       (select id from people where address in ('ben@acme.example'))`,
  ],
  I6: [`update cases set status = 'CLOSED'`],
  I7: [
    `update events set occurred_at = occurred_at + interval '1 hour' where type = 'account.created' and seq = 1`,
  ],
  I8: [
    `update access_requests set status = 'EXPIRED', settled_at = expires_at, version = 2, status_changes = 1
     where id = (select id from access_requests where status = 'PENDING' limit 1)`,
    `delete from clocks where subject_id in (select id from access_requests where status = 'EXPIRED')`,
  ],
  I9: [
    `insert into jobs (account_id, id, kind, key) values (gen_random_uuid(), gen_random_uuid(), 'mail', 'gone')`,
  ],
  I10: [
    `update reminders set reminded_at = (select submitted_at + interval '1 hour' from access_requests r where r.id = request_id)`,
  ],
  I11: [
    `insert into mails (account_id, id, request_id, kind, person_id, address, locale, message_id, state, settled_at)
     select account_id, gen_random_uuid(), id, 'access-request.submitted.approver',
       (select id from people where address = 'zoe@elsewhere.example'), 'zoe@elsewhere.example', 'en', '<x@y>', 'ACCEPTED', app_now()
     from access_requests limit 1`,
  ],
  I12: [
    'drop index access_requests_one_open',
    `insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, ask_scope, reason,
       account_name, profile, submitted_at, due_at, expires_at)
     select account_id, '00000000-0000-7000-8000-000000000012', 'AR-TWICE', requester_id, beneficiary_id, status, 'UNSURE',
       reason, account_name, profile, submitted_at, due_at, expires_at from access_requests where status = 'PENDING' limit 1`,
    `insert into events (account_id, id, body) select account_id, gen_random_uuid(),
       '{"actor":null,"request":"' || id || '","type":"access-request.submitted"}' from access_requests where reference = 'AR-TWICE'`,
    `update access_requests set next_step = 'EXPIRES', next_step_at = expires_at where reference = 'AR-TWICE'`,
    `insert into clocks (account_id, subject_id, kind, due_at) select account_id, id, 'access-request.expire',
       expires_at from access_requests where reference = 'AR-TWICE'`,
  ],
  I13: [
    `insert into auth.session (id, token, "userId", "expiresAt")
     select gen_random_uuid(), 't', id, app_now() + interval '1 day' from people where status = 'DISABLED'`,
  ],
  I14: [
    `insert into idempotency_keys (person_id, key, fingerprint, account_id, object_id, answer)
     select id, 'k', 'f', gen_random_uuid(), gen_random_uuid(), '{}' from people limit 1`,
  ],
  I15: [`update access_requests set amendments = 1, version = version + 1 where status = 'DECLINED'`],
  I16: [
    `insert into claims (account_id, id, reference, claimant_id, reason, status, settled_at, grant_id, proof, proved_at, notice_ends_at)
     select a.id, gen_random_uuid(), 'VC-DOCT-OR16', p.id, 'x', 'GRANTED', app_now(), gen_random_uuid(), 'DNS', app_now(), app_now()
     from accounts a, people p where a.identifier = 'umbrella.example' and p.address = 'zoe@elsewhere.example'`,
  ],
  I17: [
    `insert into claims (account_id, id, reference, claimant_id, reason)
     select a.id, gen_random_uuid(), 'VC-DOCT-OR17', p.id, 'x' from accounts a, people p
     where a.identifier = 'umbrella.example' and p.address = 'zoe@elsewhere.example'`,
  ],
  I18: [`delete from clocks where subject_id in (select id from access_requests where status = 'PENDING')`],
  I19: [
    `insert into questions (account_id, request_id, n, asked_by, text)
     select r.account_id, r.id, 9, p.id, 'x' from access_requests r, people p
     where r.status = 'PENDING' and p.address = 'ana@acme.example' limit 1`,
  ],
  I20: [
    `update grants set suspended_at = app_now(), suspended_because = 'ACCOUNT'
     where revoked_at is null and role = 'VV'`,
  ],
  I21: [
    `update review_items set outcome = null, settled_at = null
     where (account_id, review_id, grant_id) in (
       select i.account_id, i.review_id, i.grant_id from review_items i
       join reviews w on w.account_id = i.account_id and w.id = i.review_id
       where w.status = 'CLOSED' and i.outcome is not null limit 1)`,
  ],
  I22: [
    `insert into user_groups (account_id, id, name, role) select id, gen_random_uuid(), 'Lost', 'SV' from accounts
     where identifier = 'acme.example'`,
    `insert into user_group_members (account_id, group_id, person_id)
     select u.account_id, u.id, p.id from user_groups u, people p
     where u.name = 'Lost' and p.address = 'zoe@elsewhere.example'`,
  ],
  I23: [
    `update grants set created_at = app_now() - interval '9 days', ends_at = app_now() - interval '2 days'
     where id = (select id from grants where role = 'VV' and source = 'DIRECT' and revoked_at is null
       and ends_at is null and expired_at is null limit 1)`,
  ],
  I24: [`update agreement_acceptances set accepted_at = accepted_at - interval '30 years'`],
  I25: [
    `insert into blocks (account_id, id, person_id, reason, blocked_by, blocked_until)
     select a.id, gen_random_uuid(), p.id, 'x', p.id, 'infinity' from accounts a, people p
     where a.identifier = 'umbrella.example' and p.address = 'zoe@elsewhere.example'`,
  ],
  I26: [
    `insert into account_applications (account_id, id, reference, requester_id, whose, identifier, name, type, reason,
       profile, nominee_address, status, submitted_at)
     select '00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'NA-DOCT-OR26', id, 'OWN', 'nobody.example', 'x',
       'CUSTOMER', 'x', '{}', 'x@nobody.example', 'CHECKING', app_now() from people
     where address = 'zoe@elsewhere.example'`,
  ],
  I27: [
    `insert into custom_roles (account_id, id, name, reach, actions) select id, gen_random_uuid(), 'Lost', 'ACCOUNT',
       array['see-account', 'see-virtual-accounts'] from accounts where identifier = 'acme.example'`,
  ],
}

describe('the doctor', () => {
  let world: EmptyWorld
  beforeAll(async () => {
    world = await emptyWorld()
    await loadDemo(world, world)
  })
  afterAll(() => world[Symbol.asyncDispose]())

  it('finds nothing wrong in a healthy world', async () => {
    expect(await examine(world.db)).toEqual({
      broken: [],
      examined: invariantIds.length,
      oneRole: false,
      trouble: { deadJobs: 0, bouncedMails: 0, waitingMails: 0 },
    })
  })

  it.each(invariantIds)('sees when %s is broken, and only that', async (id) => {
    const { db, end } = connect({ url: world.ownerUrl, size: 1, named: false, onError: () => {} })
    const tx = await db.startTransaction().execute()
    const guards = ['events disable trigger append_only', 'decisions disable trigger user']
    for (const statement of [...guards.map((guard) => `alter table ${guard}`), ...sabotage[id]])
      await sql.raw(statement).execute(tx)
    const { broken } = await examine(tx)
    await tx.rollback().execute()
    await end()
    expect(broken.map((one) => one.id)).toEqual([id])
    expect(broken[0]?.rows.length).toBeGreaterThan(0)
  })

  it('says when one role does everything', async () => {
    await world.owner('grant update on events to vestibule_app')
    expect((await examine(world.db)).oneRole).toBe(true)
  })
})
