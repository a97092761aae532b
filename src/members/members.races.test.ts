import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../test/world/world.ts'
import { changeGrant } from './change-grant/change-grant.ts'
import { giveGrants } from '../accounts/index.ts'
import type { Decider } from '../access-requests/index.ts'
import { approveRequest } from '../access-requests/decide/decide.ts'
import type { AccountId, GrantId, PersonId } from '../kernel/id.ts'
import { newId, type RequestId } from '../kernel/id.ts'
import { done } from '../kernel/outcome.ts'
import { transact } from '../platform/db/index.ts'
import { addMembers } from './add-members/add-members.ts'
import { acceptInvitation } from './invite/invitation-steps.ts'
import { hashOfAddress } from './invite/invitations.store.ts'
import { removeMember } from './remove-member/remove-member.ts'
import { asks } from '../../test/world/acts.ts'

const rounds = Number(process.env['RACE_ROUNDS'] ?? 25)
const names = ['ana', 'ben', 'luc', 'raul'] as const
type Name = (typeof names)[number]

let here: World
let acme: AccountId
const people = new Map<Name, PersonId>()

beforeAll(async () => {
  here = await world()
  const [account] = await here.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'acme.example'`,
  )
  acme = account?.id as AccountId
  for (const name of names) people.set(name, await here.idOf(name))
}, 60_000)
afterAll(() => here.end())

const idOf = (who: Name) => people.get(who) as PersonId
const decider = (who: Name): Decider & { reader: { locale: 'en' } } => {
  const now = new Date()
  return {
    personId: idOf(who),
    isSupport: false,
    isOperator: false,
    authenticatedAt: now,
    now,
    reader: { locale: 'en' },
  }
}

async function gives(who: Name, role: 'SA' | 'SV' | 'SU'): Promise<GrantId> {
  const given = { role, scope: { kind: 'ACCOUNT' }, endsAt: null } as const
  const from = { source: 'DIRECT', requestId: null, decisionId: null, by: null } as const
  const made = await transact(here.db, async (tx) =>
    done(await giveGrants(tx, { accountId: acme, personId: idOf(who), given, ...from })),
  )
  if (made.ok && made.value[0]) return made.value[0]
  const [row] = await here.owner<{ id: GrantId }>(
    'select id from grants where account_id = $1 and person_id = $2 and role = $3 and revoked_at is null',
    [acme, idOf(who), role],
  )
  return row?.id as GrantId
}

async function takes(who: Name, role: string): Promise<void> {
  await here.owner(
    `update grants set revoked_at = app_now() where account_id = $1 and person_id = $2 and role = $3 and revoked_at is null`,
    [acme, idOf(who), role],
  )
}

async function administratorsLeft(): Promise<number> {
  const [row] = await here.owner<{ n: number }>(
    `select count(*)::int as n from grants where account_id = $1 and role = 'SA' and revoked_at is null`,
    [acme],
  )
  return row?.n ?? 0
}

const removing = (by: Name, whom: Name) =>
  transact(here.db, (tx) => removeMember(tx, decider(by), { accountId: acme, personId: idOf(whom) }))
const adding = (by: Name, address: string, role: string) =>
  transact(here.db, (tx) =>
    addMembers(tx, decider(by), {
      accountId: acme,
      lines: [{ address, role, place: '', ends: '' }],
      now: new Date(),
    }),
  )

describe(`two at once, ${rounds} times`, () => {
  it('two administrators who remove each other leave one, whichever was first', {
    timeout: 240_000,
  }, async () => {
    await here.owner(`update accounts set two_for_administrator = false where id = $1`, [acme])
    for (let round = 0; round < rounds; round++) {
      await gives('ana', 'SA')
      await gives('ben', 'SA')
      const outcomes = await Promise.all([removing('ana', 'ben'), removing('ben', 'ana')])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await administratorsLeft()).toBe(1)
    }
    await here.owner(`update accounts set two_for_administrator = null where id = $1`, [acme])
    await gives('ana', 'SA')
    await gives('ben', 'SA')
  })

  it('two administrators who leave at once never leave the account alone', { timeout: 240_000 }, async () => {
    for (let round = 0; round < rounds; round++) {
      await gives('ana', 'SA')
      await gives('ben', 'SA')
      const outcomes = await Promise.all([removing('ana', 'ana'), removing('ben', 'ben')])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await administratorsLeft()).toBe(1)
    }
    await gives('ana', 'SA')
    await gives('ben', 'SA')
  })

  it('a role is edited by one and taken away by another, never both', { timeout: 240_000 }, async () => {
    for (let round = 0; round < rounds; round++) {
      const id = await gives('luc', 'SV')
      const to = { role: 'SU', scope: { kind: 'ACCOUNT' }, endsAt: null } as const
      const [edited, removed] = await Promise.all([
        transact(here.db, (tx) => changeGrant(tx, decider('ana'), { accountId: acme, id, to })),
        removing('ben', 'luc'),
      ])
      const [held] = await here.owner<{ n: number }>(
        `select count(*)::int as n from grants where account_id = $1 and person_id = $2 and revoked_at is null and role in ('SU', 'SV')`,
        [acme, idOf('luc')],
      )
      // Whoever was second either found nothing left, or took away what the first had made of it.
      expect(edited.ok || removed.ok).toBe(true)
      expect(held?.n).toBeLessThanOrEqual(1)
      if (!edited.ok) expect(held?.n).toBe(0)
      await takes('luc', 'SU')
      await takes('luc', 'SV')
    }
  })

  it('somebody is given by two what they asked a third for: once, and the request is settled once', {
    timeout: 240_000,
  }, async () => {
    for (let round = 0; round < rounds; round++) {
      await here.owner(
        `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1, status_changes = status_changes + 1
         where requester_id = $1 and status in ('PENDING', 'INFO_REQUESTED')`,
        [idOf('raul')],
      )
      await here.owner(
        `update access_requests set submitted_at = app_now() - interval '3 days' where requester_id = $1`,
        [idOf('raul')],
      )
      const id = (await asks(here, 'raul', {
        role: 'SV',
        scope: 'account',
        reason: `I need to see it, for the round number ${round} of this.`,
      })) as RequestId
      const approve = {
        role: 'SV',
        scope: { kind: 'ACCOUNT' },
        end: { kind: 'NONE' },
        note: '',
        version: 1,
        confirmed: true,
      } as const
      await Promise.all([
        adding('ana', 'raul@acme.example', 'SV'),
        transact(here.db, (tx) => approveRequest(tx, decider('ben'), id, approve)),
      ])
      const [row] = await here.owner<{ status: string; settled: number; held: number }>(
        `select r.status,
           (select count(*)::int from events e where e.request_id = r.id
             and e.type in ('access-request.approved', 'access-request.closed')) as settled,
           (select count(*)::int from grants g where g.account_id = r.account_id and g.person_id = r.beneficiary_id
             and g.role = 'SV' and g.revoked_at is null) as held
         from access_requests r where r.id = $1`,
        [id],
      )
      expect(row).toMatchObject({ settled: 1, held: 1 })
      expect(['APPROVED', 'CLOSED']).toContain(row?.status)
      await takes('raul', 'SV')
    }
  })

  it('an invitation is accepted once, however often it is pressed', { timeout: 240_000 }, async () => {
    const luc = { personId: idOf('luc'), address: 'luc@acme.example', verified: true }
    for (let round = 0; round < rounds; round++) {
      const id = newId<'invitation'>()
      await here.owner(
        `insert into invitations (account_id, id, address, address_hash, role, locale, invited_by, invited_at, lapses_at, last_mailed_at)
         values ($1, $2, $3, $4, 'SV', 'en', $5, app_now(), app_now() + interval '1 day', app_now())`,
        [acme, id, luc.address, hashOfAddress(luc.address), idOf('ana')],
      )
      const press = () => transact(here.db, (tx) => acceptInvitation(tx, { ...luc, now: new Date() }, { id }))
      const outcomes = await Promise.all([press(), press(), press()])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      await takes('luc', 'SV')
    }
  })
})
