import { approveRequest } from '../../src/access-requests/decide/decide.ts'
import type { Decider } from '../../src/access-requests/index.ts'
import { giveGrants } from '../../src/accounts/index.ts'
import { type AccountId, type GrantId, newId, type PersonId, type RequestId } from '../../src/kernel/id.ts'
import { done } from '../../src/kernel/outcome.ts'
import { addMembers } from '../../src/members/add-members/add-members.ts'
import { changeGrant } from '../../src/members/change-grant/change-grant.ts'
import { acceptInvitation } from '../../src/members/invite/invitation-steps.ts'
import { hashOfAddress } from '../../src/members/invite/invitations.store.ts'
import { removeMember } from '../../src/members/remove-member/remove-member.ts'
import { transact } from '../../src/platform/db/index.ts'
import { asks } from '../world/acts.ts'
import type { World } from '../world/world.ts'

const names = ['ana', 'ben', 'luc', 'raul'] as const
type Name = (typeof names)[number]

/** ACME, and the people who are added and removed in it. */
export type MemberGround = {
  readonly here: World
  readonly acme: AccountId
  readonly idOf: (who: Name) => PersonId
}

/** Makes it ready. */
export async function memberGround(here: World): Promise<MemberGround> {
  const [account] = await here.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'acme.example'`,
  )
  const people = new Map<Name, PersonId>()
  for (const name of names) people.set(name, await here.idOf(name))
  return { here, acme: account?.id as AccountId, idOf: (who) => people.get(who) as PersonId }
}

/** How often something came out that must not. */
export type Wrong = { wrong: number }

function by({ idOf }: MemberGround, who: Name): Decider & { readonly reader: { readonly locale: 'en' } } {
  const now = new Date()
  const office = { isSupport: false, isOperator: false }
  return { personId: idOf(who), ...office, authenticatedAt: now, now, reader: { locale: 'en' } }
}

async function gives({ here, acme, idOf }: MemberGround, who: Name, role: 'SA' | 'SV'): Promise<GrantId> {
  const given = { role, scope: { kind: 'ACCOUNT' }, endsAt: null } as const
  const from = { source: 'DIRECT', requestId: null, decisionId: null, by: null } as const
  await transact(here.db, async (tx) =>
    done(await giveGrants(tx, { accountId: acme, personId: idOf(who), given, ...from })),
  )
  const [row] = await here.owner<{ id: GrantId }>(
    'select id from grants where account_id = $1 and person_id = $2 and role = $3 and revoked_at is null',
    [acme, idOf(who), role],
  )
  return row?.id as GrantId
}

async function takes({ here, acme, idOf }: MemberGround, who: Name): Promise<void> {
  await here.owner(
    `update grants set revoked_at = app_now() where account_id = $1 and person_id = $2 and role in ('SV', 'SU')
       and revoked_at is null`,
    [acme, idOf(who)],
  )
}

async function held({ here, acme, idOf }: MemberGround, who: Name): Promise<number> {
  const [row] = await here.owner<{ n: number }>(
    `select count(*)::int as n from grants where account_id = $1 and person_id = $2 and revoked_at is null
       and role in ('SV', 'SU')`,
    [acme, idOf(who)],
  )
  return row?.n ?? 0
}

async function administrators({ here, acme }: MemberGround): Promise<number> {
  const [row] = await here.owner<{ n: number }>(
    `select count(*)::int as n from grants where account_id = $1 and role = 'SA' and revoked_at is null`,
    [acme],
  )
  return row?.n ?? 0
}

function removing(ground: MemberGround, who: Name, whom: Name) {
  const whose = { accountId: ground.acme, personId: ground.idOf(whom) }
  return transact(ground.here.db, (tx) => removeMember(tx, by(ground, who), whose))
}

/** Two administrators who remove each other, where one suffices: one stays. */
export async function removeEachOther(ground: MemberGround, rounds: number): Promise<Wrong> {
  const { here, acme } = ground
  let wrong = 0
  await here.owner(`update accounts set two_for_administrator = false where id = $1`, [acme])
  for (let round = 0; round < rounds; round++) {
    await gives(ground, 'ana', 'SA')
    await gives(ground, 'ben', 'SA')
    const both = await Promise.all([removing(ground, 'ana', 'ben'), removing(ground, 'ben', 'ana')])
    if (both.filter(({ ok }) => ok).length !== 1 || (await administrators(ground)) !== 1) wrong++
  }
  await here.owner(`update accounts set two_for_administrator = null where id = $1`, [acme])
  await gives(ground, 'ana', 'SA')
  await gives(ground, 'ben', 'SA')
  return { wrong }
}

/** Two administrators who leave at once: one cannot. */
export async function leaveAtOnce(ground: MemberGround, rounds: number): Promise<Wrong> {
  let wrong = 0
  for (let round = 0; round < rounds; round++) {
    await gives(ground, 'ana', 'SA')
    await gives(ground, 'ben', 'SA')
    const both = await Promise.all([removing(ground, 'ana', 'ana'), removing(ground, 'ben', 'ben')])
    if (both.filter(({ ok }) => ok).length !== 1 || (await administrators(ground)) !== 1) wrong++
  }
  await gives(ground, 'ana', 'SA')
  await gives(ground, 'ben', 'SA')
  return { wrong }
}

/** A role that one edits while another takes it away: whoever is second finds nothing, or takes what was made of it. */
export async function editWhileRemoved(ground: MemberGround, rounds: number): Promise<Wrong> {
  let wrong = 0
  for (let round = 0; round < rounds; round++) {
    const id = await gives(ground, 'luc', 'SV')
    const change = {
      accountId: ground.acme,
      id,
      to: { role: 'SU', scope: { kind: 'ACCOUNT' }, endsAt: null },
    }
    const [edited, removed] = await Promise.all([
      transact(ground.here.db, (tx) => changeGrant(tx, by(ground, 'ana'), change as never)),
      removing(ground, 'ben', 'luc'),
    ])
    const n = await held(ground, 'luc')
    if ((!edited.ok && !removed.ok) || n > 1 || (!edited.ok && n > 0)) wrong++
    await takes(ground, 'luc')
  }
  return { wrong }
}

/** Somebody is given by one what another approves: once, and the request is settled once. */
export async function giveWhileApproved(ground: MemberGround, rounds: number): Promise<Wrong> {
  const { here, acme, idOf } = ground
  let wrong = 0
  for (let round = 0; round < rounds; round++) {
    await forgetRequests(ground)
    const reason = `I need to see it, for the round number ${round} of this.`
    const id = await asks(here, 'raul', { role: 'SV', scope: 'account', reason })
    const lines = [{ address: 'raul@acme.example', role: 'SV', place: '', ends: '' }]
    const form = {
      scope: { kind: 'ACCOUNT' },
      end: { kind: 'NONE' },
      note: '',
      version: 1,
      confirmed: true,
    } as const
    await Promise.all([
      transact(here.db, (tx) =>
        addMembers(tx, by(ground, 'ana'), { accountId: acme, lines, now: new Date() }),
      ),
      transact(here.db, (tx) =>
        approveRequest(tx, by(ground, 'ben'), id as RequestId, { role: 'SV', ...form }),
      ),
    ])
    const [row] = await here.owner<{ status: string; settled: number }>(
      `select r.status, (select count(*)::int from events e where e.request_id = r.id
         and e.type in ('access-request.approved', 'access-request.closed')) as settled
       from access_requests r where r.id = $1 and r.beneficiary_id = $2`,
      [id, idOf('raul')],
    )
    const isSettled = row?.status === 'APPROVED' || row?.status === 'CLOSED'
    if (!isSettled || row?.settled !== 1 || (await held(ground, 'raul')) !== 1) wrong++
    await takes(ground, 'raul')
  }
  return { wrong }
}

async function forgetRequests({ here, idOf }: MemberGround): Promise<void> {
  await here.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1
     where requester_id = $1 and status in ('PENDING', 'INFO_REQUESTED')`,
    [idOf('raul')],
  )
  await here.owner(
    `update access_requests set submitted_at = app_now() - interval '9 days' where requester_id = $1`,
    [idOf('raul')],
  )
}

/** An invitation that is accepted three times at once counts once. */
export async function acceptOften(ground: MemberGround, rounds: number): Promise<Wrong> {
  const { here, acme, idOf } = ground
  const luc = { personId: idOf('luc'), address: 'luc@acme.example', verified: true }
  let wrong = 0
  for (let round = 0; round < rounds; round++) {
    const id = newId<'invitation'>()
    await here.owner(
      `insert into invitations (account_id, id, address, address_hash, role, locale, invited_by, invited_at, lapses_at, last_mailed_at)
       values ($1, $2, $3, $4, 'SV', 'en', $5, app_now(), app_now() + interval '1 day', app_now())`,
      [acme, id, luc.address, hashOfAddress(luc.address), idOf('ana')],
    )
    const press = () => transact(here.db, (tx) => acceptInvitation(tx, { ...luc, now: new Date() }, { id }))
    const outcomes = await Promise.all([press(), press(), press()])
    if (outcomes.filter(({ ok }) => ok).length !== 1 || (await held(ground, 'luc')) !== 1) wrong++
    await takes(ground, 'luc')
  }
  return { wrong }
}
