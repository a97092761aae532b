import { approveRequest } from '../../src/access-requests/decide/decide.ts'
import { completed } from '../../src/accounts/domain/custom-role.ts'
import type { Action, CustomRoleId } from '../../src/accounts/domain/roles.ts'
import { changeRole } from '../../src/custom-roles/change-role/change-role.ts'
import { makeRole } from '../../src/custom-roles/change-role/make-role.ts'
import type { AccountId, PersonId, RequestId } from '../../src/kernel/id.ts'
import { addMembers } from '../../src/members/add-members/add-members.ts'
import { transact } from '../../src/platform/db/index.ts'
import { asks } from '../world/acts.ts'
import type { World } from '../world/world.ts'

/** What came of roles that one administrator edited while another gave them. */
export type RoleFight = {
  readonly given: number
  readonly refused: number
  /** Given at a version that its giver had not seen, or held with other actions than the role has. */
  readonly wrong: number
}

export type Ground = { readonly here: World; readonly acme: AccountId; readonly luc: PersonId }

const before = completed(['see-people'])
const wider = completed(['change-people', 'decide-requests'])
const narrower = completed([])

/** A role is given to somebody, directly or by approving, while its actions change; it is wider or narrower afterwards. */
export async function editWhileGiven(here: World, rounds: number): Promise<RoleFight> {
  const ground = await groundOf(here)
  const tally = { given: 0, refused: 0, wrong: 0 }
  for (let round = 0; round < rounds; round++) {
    const after = round % 2 === 0 ? wider : narrower
    const id = await made(ground, `Role ${round} ${Date.now()}`)
    const give = await giving(ground, id, Math.floor(round / 2) % 2 === 0)
    const [isGiven, isEdited] = await Promise.all([
      later(round % 5, give),
      later((round * 3) % 5, () => edit(ground, id, after)),
    ])
    tally[isGiven ? 'given' : 'refused']++
    if (!isEdited || (await isWrong(ground, { id, isGiven, after }))) tally.wrong++
  }
  return tally
}

export async function groundOf(here: World): Promise<Ground> {
  const [account] = await here.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'acme.example'`,
  )
  return { here, acme: account?.id as AccountId, luc: await here.idOf('luc') }
}

export async function administrator({ here }: Ground, who: 'ana' | 'ben') {
  const now = new Date()
  const personId = await here.idOf(who)
  const office = { isSupport: false, isOperator: false }
  return { personId, ...office, authenticatedAt: now, now, reader: { locale: 'en' as const } }
}

export async function made(ground: Ground, name: string): Promise<CustomRoleId> {
  const { here, acme: accountId } = ground
  await here.owner(
    `update grants set revoked_at = app_now() where custom_role_id is not null and revoked_at is null`,
  )
  await here.owner(`update custom_roles set retired_at = app_now() where retired_at is null`)
  const by = await administrator(ground, 'ana')
  const wanted = { name, description: '', reach: 'ACCOUNT', actions: before } as const
  const outcome = await transact(here.db, (tx) => makeRole(tx, by, { accountId, wanted }))
  if (!outcome.ok) throw new Error(`No role was made: ${outcome.refusal.code}`)
  return outcome.value
}

/** Gives the role as it was at first: by its address, or in answer to a request. */
export async function giving(
  ground: Ground,
  id: CustomRoleId,
  directly: boolean,
): Promise<() => Promise<boolean>> {
  const { here, acme: accountId } = ground
  const ben = await administrator(ground, 'ben')
  if (directly) {
    const lines = [{ address: 'luc@acme.example', role: `${id}.1`, place: '', ends: '' }]
    return async () => {
      const outcome = await transact(here.db, (tx) => addMembers(tx, ben, { accountId, lines, now: ben.now }))
      return outcome.ok && outcome.value[0] === 'GIVEN'
    }
  }
  const request = await asked(ground, id)
  const form = { scope: { kind: 'ACCOUNT' }, end: { kind: 'NONE' }, note: 'As agreed.' } as const
  const given = { ...form, role: { custom: id, version: 1 }, version: 1, confirmed: true }
  return async () => (await transact(here.db, (tx) => approveRequest(tx, ben, request, given))).ok
}

// The request asks for just this role.
async function asked({ here, luc }: Ground, id: CustomRoleId): Promise<RequestId> {
  await here.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), next_step = null, next_step_at = null
     where beneficiary_id = $1 and status in ('PENDING', 'INFO_REQUESTED')`,
    [luc],
  )
  await here.owner(`update access_requests set submitted_at = submitted_at - interval '3 days'`)
  return asks(here, 'luc', { role: `${id}.1`, scope: 'account' })
}

export async function edit(ground: Ground, id: CustomRoleId, actions: readonly Action[]): Promise<boolean> {
  const { here, acme: accountId } = ground
  const ana = await administrator(ground, 'ana')
  const content = { name: `Edited ${id}`, description: '', actions }
  const outcome = await transact(here.db, (tx) =>
    changeRole(tx, ana, { accountId, id, content, version: 1, mark: null }),
  )
  return outcome.ok
}

type Row = {
  actions: Action[]
  held: Action[] | null
  grants: number
  givenAt: string | null
  editedAt: string | null
}

async function isWrong(
  { here, acme, luc }: Ground,
  { id, isGiven, after }: { id: CustomRoleId; isGiven: boolean; after: readonly Action[] },
): Promise<boolean> {
  const [row] = await here.owner<Row>(
    `select c.actions, g.custom_actions as held,
       (select count(*)::int from grants o where o.custom_role_id = c.id and o.revoked_at is null) as grants,
       (select min(e.seq)::text from events e where e.account_id = c.account_id
          and e.type in ('member.added', 'access-request.approved')
          and e.body::jsonb -> 'facts' -> 'role' ->> 'custom' = c.id::text) as "givenAt",
       (select min(e.seq)::text from events e where e.account_id = c.account_id and e.type = 'role.changed'
          and e.body like '%' || c.id || '%') as "editedAt"
     from custom_roles c
     left join grants g on g.account_id = c.account_id and g.custom_role_id = c.id and g.revoked_at is null
       and g.person_id = $3
     where c.account_id = $1 and c.id = $2`,
    [acme, id, luc],
  )
  if (!row || row.actions.join() !== after.join() || row.editedAt === null) return true
  if (!isGiven) return row.grants !== 0 || row.givenAt !== null
  // Given before the edit, which then gave and took what it changed.
  const isInOrder = row.givenAt !== null && BigInt(row.givenAt) < BigInt(row.editedAt)
  return row.grants !== 1 || row.held?.join() !== after.join() || !isInOrder
}

export async function later<T>(ms: number, act: () => Promise<T>): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, ms))
  return act()
}
