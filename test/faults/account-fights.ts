import { agreeToChange } from '../../src/account-changes/settle/settle.ts'
import { askForChange } from '../../src/account-changes/ask/ask.ts'
import { approveRequest } from '../../src/access-requests/decide/decide.ts'
import { enablePerson } from '../../src/people/index.ts'
import { shutOut } from '../../src/instance/shut-out/shut-out.ts'
import { type AccountId, newId, type PersonId, type RequestId } from '../../src/kernel/id.ts'
import { transact } from '../../src/platform/db/index.ts'
import type { World } from '../world/world.ts'

type People = Record<'ana' | 'ben' | 'raul' | 'sam' | 'olga', PersonId>

/** Where whole accounts are changed while people are at work in them. */
export type AccountGround = { readonly world: World; readonly people: People; readonly globex: AccountId }

/** Makes the ground in a world. */
export async function accountGround(world: World): Promise<AccountGround> {
  const people = {
    ana: await world.idOf('ana'),
    ben: await world.idOf('ben'),
    raul: await world.idOf('raul'),
    sam: await world.idOf('sam'),
    olga: await world.idOf('olga'),
  }
  const [row] = await world.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'globex.example'`,
  )
  return { world, people, globex: row?.id as AccountId }
}

let made = 0

/** An account of its own for one round, administered by Ana and Ben. */
async function freshAccount({
  world,
  people,
}: AccountGround): Promise<{ id: AccountId; identifier: string }> {
  const id = newId<'account'>()
  const identifier = `round-${++made}.example`
  await world.owner(
    `insert into accounts (id, identifier, name, type, visibility) values ($1, $2, $2, 'CUSTOMER', 'LISTED')`,
    [id, identifier],
  )
  const place = newId()
  await world.owner(
    `insert into virtual_accounts (account_id, id, name, path, is_default) values ($1, $2, 'DEFAULT', array[$2::uuid], true)`,
    [id, place],
  )
  for (const person of [people.ana, people.ben]) {
    await world.owner(
      `insert into grants (account_id, id, person_id, role, source) values ($1, $2, $3, 'SA', 'CREATION')`,
      [id, newId(), person],
    )
  }
  return { id, identifier }
}

async function pending({ world, people }: AccountGround, account: AccountId): Promise<RequestId> {
  const id = newId<'access-request'>()
  await world.owner(
    `insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, ask_scope, reason,
       account_name, profile, submitted_at, due_at, expires_at)
     values ($1, $2, $3, $4, $4, 'PENDING', 'UNSURE', 'I prepare the roll-out.', 'Round', $5, app_now(),
       app_now() + interval '5 days', app_now() + interval '28 days')`,
    [account, id, `AR-${id.slice(-9)}`, people.raul, JSON.stringify({ email: 'raul@acme.example' })],
  )
  return id
}

const by = (personId: PersonId) => ({ personId, authenticatedAt: new Date() })

/** One of the two has agreed; gives what the second one does. */
async function half(
  { world, people }: AccountGround,
  accountId: AccountId,
  wish: { readonly kind: 'CLOSE' } | { readonly kind: 'MERGE'; readonly identifier: string },
) {
  const reason = 'It was decided on Monday.'
  const asked = await transact(world.db, (tx) =>
    askForChange(tx, by(people.sam), { accountId, ...wish, reason }),
  )
  if (!asked.ok) throw new Error(asked.refusal.code)
  const which = { accountId, id: asked.value, version: 1 }
  return () => transact(world.db, (tx) => agreeToChange(tx, by(people.olga), which))
}

function approve({ world }: AccountGround, who: PersonId, id: RequestId) {
  const now = new Date()
  const decider = { personId: who, isSupport: false, isOperator: false, authenticatedAt: now, now }
  const form = { role: 'SV', scope: { kind: 'ACCOUNT' }, end: { kind: 'NONE' }, version: 1 } as const
  return transact(world.db, (tx) =>
    approveRequest(tx, decider, id, { ...form, note: 'yes', confirmed: true }),
  )
}

async function isLeft({ world }: AccountGround, account: AccountId): Promise<boolean> {
  const rows = await world.owner(
    `select 1 from accounts a where a.id = $1 and (a.status <> 'CLOSED'
       or exists (select from grants g where g.account_id = a.id and g.revoked_at is null)
       or exists (select from access_requests r where r.account_id = a.id and r.status in ('PENDING', 'INFO_REQUESTED')))`,
    [account],
  )
  return rows.length > 0
}

async function repeat(rounds: number, round: (n: number) => Promise<boolean>): Promise<{ wrong: number }> {
  let wrong = 0
  for (let n = 0; n < rounds; n++) if (await round(n)) wrong++
  return { wrong }
}

/** An account is closed while a request for it is approved: nothing is open or held in it afterwards. */
export function closeWhileDeciding(ground: AccountGround, rounds: number): Promise<{ wrong: number }> {
  return repeat(rounds, async () => {
    const { id } = await freshAccount(ground)
    const request = await pending(ground, id)
    const close = await half(ground, id, { kind: 'CLOSE' })
    await Promise.all([close(), approve(ground, ground.people.ana, request)])
    return isLeft(ground, id)
  })
}

/** An account becomes a part of another while somebody asks for it: no request stays behind in it. */
export function mergeWhileSubmitting(ground: AccountGround, rounds: number): Promise<{ wrong: number }> {
  const { world, people } = ground
  return repeat(rounds, async () => {
    const { id, identifier } = await freshAccount(ground)
    await world.owner(`delete from look_ups`)
    await world.owner(
      `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), status_changes = status_changes + 1,
         version = version + 1, submitted_at = submitted_at - interval '3 days', next_step = null, next_step_at = null
       where requester_id = $1 and status in ('PENDING', 'INFO_REQUESTED')`,
      [people.raul],
    )
    await world.owner(`delete from clocks where settled_at is null`)
    const raul = await world.as('raul')
    const merge = await half(ground, id, { kind: 'MERGE', identifier: 'globex.example' })
    const sent = {
      account: identifier,
      key: newId(),
      reason: 'I prepare the roll-out in Lyon and need to see its licences.',
      scope: 'unsure',
      virtualAccount: [],
      named: '',
      role: '',
      ends: '',
    }
    await raul.post('/requests/new', { identifier })
    await Promise.all([merge(), raul.post('/requests/new/reason', sent)])
    return isLeft(ground, id)
  })
}

/** Somebody is shut out while they approve: whatever they decide, they decided before. */
export async function disableWhileDeciding(
  ground: AccountGround,
  rounds: number,
): Promise<{ wrong: number }> {
  const { world, people } = ground
  return repeat(rounds, async () => {
    const { id } = await freshAccount(ground)
    const request = await pending(ground, id)
    await Promise.all([
      approve(ground, people.ben, request),
      transact(world.db, (tx) =>
        shutOut(tx, null, { person: people.ben, reason: 'He has left the company.' }),
      ),
    ])
    const late = await world.owner(
      `select 1 from decisions d join events e on e.type = 'person.disabled'
         and (e.body::jsonb ->> 'subject')::uuid = d.decided_by
       where d.request_id = $1 and d.decided_at > e.occurred_at
         and e.seq = (select max(seq) from events where type = 'person.disabled' and account_id = e.account_id)`,
      [request],
    )
    await transact(world.db, (tx) => enablePerson(tx, null, people.ben))
    return late.length > 0
  })
}
