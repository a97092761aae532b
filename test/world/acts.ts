import { newId, type RequestId } from '../../src/kernel/id.ts'
import type { Answered, Fields, Visitor } from './visitor.ts'
import type { CastMember, World } from './world.ts'

/** What somebody asks for; nothing is "not sure". */
export type Wish = {
  readonly account?: string
  readonly role?: string
  readonly scope?: 'account' | 'virtual' | 'unsure'
  /** Names of virtual accounts. */
  readonly places?: readonly string[]
  readonly ends?: string
  readonly reason?: string
}

/** The id of a virtual account of the demo. */
export async function placeId(world: World, account: string, name: string): Promise<string> {
  const [row] = await world.owner<{ id: string }>(
    `select v.id from virtual_accounts v join accounts a on a.id = v.account_id
     where a.identifier = $1 and v.name = $2`,
    [account, name],
  )
  if (!row) throw new Error(`No virtual account ${name}`)
  return row.id
}

/** Somebody asks through the form; gives the request's id. */
export async function asks(world: World, who: CastMember, wish: Wish = {}): Promise<RequestId> {
  const { account = 'acme.example', places = [], role = '', ends = '' } = wish
  const visitor = await world.as(who)
  await visitor.post('/requests/new', { identifier: account })
  const virtualAccount: string[] = []
  for (const name of places) virtualAccount.push(await placeId(world, account, name))
  const answer = await visitor.post('/requests/new/reason', {
    account,
    key: newId(),
    reason: wish.reason ?? 'I prepare the roll-out in Lyon and need to see its licences.',
    scope: wish.scope ?? (places.length > 0 ? 'virtual' : 'unsure'),
    virtualAccount,
    named: '',
    role,
    ends,
  })
  const id = /^\/requests\/([0-9a-f-]{36})\/sent$/.exec(answer.location ?? '')?.[1]
  if (!id) throw new Error(`The request was not sent: ${answer.status} ${answer.location ?? ''}`)
  return id as RequestId
}

/** The fields of an approval; by default: viewer of the whole account, without end. */
export function approval(fields: Fields = {}): Fields {
  return {
    version: '1',
    scope: 'ACCOUNT',
    role: 'SV',
    end: 'NONE',
    ends: '',
    note: 'As we agreed on the phone.',
    ...fields,
  }
}

/** The fields of a refusal. */
export function refusal(fields: Fields = {}): Fields {
  return {
    version: '1',
    code: 'NOT_NEEDED',
    text: 'The roll-out is run by the Paris team.',
    private: '',
    block: '',
    ...fields,
  }
}

/** Approves a request through its form. */
export function approves(visitor: Visitor, id: string, fields: Fields = {}): Promise<Answered> {
  return visitor.post(`/requests/${id}/approve`, approval(fields))
}

/** Declines a request through its form. */
export function declines(visitor: Visitor, id: string, fields: Fields = {}): Promise<Answered> {
  return visitor.post(`/requests/${id}/decline`, refusal(fields))
}

/** Where a request stands, with its grants and its final decision. */
export async function standing(world: World, id: string) {
  const [request] = await world.owner<{ status: string; version: number }>(
    'select status, version from access_requests where id = $1',
    [id],
  )
  const grants = await world.owner<{ role: string; place: string | null; over: boolean }>(
    `select g.role, v.name as place, g.revoked_at is not null as over from grants g
     left join virtual_accounts v on v.account_id = g.account_id and v.id = g.virtual_account_id
     where g.request_id = $1 order by g.role, v.name`,
    [id],
  )
  const decisions = await world.owner<{ verdict: string; final: boolean; by: string }>(
    `select d.verdict, d.final, split_part(p.address, '@', 1) as by from decisions d
     join people p on p.id = d.decided_by where d.request_id = $1 order by d.decided_at`,
    [id],
  )
  const events = await world.owner<{ type: string }>(
    'select type from events where request_id = $1 order by seq',
    [id],
  )
  return { ...request, grants, decisions, events: events.map(({ type }) => type) }
}
