import { approveRequest } from '../../src/access-requests/decide/decide.ts'
import { closeVirtualAccount } from '../../src/access-requests/close-virtual-account/close-virtual-account.ts'
import type { Decider } from '../../src/access-requests/decide/decide.store.ts'
import { moveVirtualAccount } from '../../src/accounts/virtual-accounts/move-virtual-account.ts'
import {
  type AccountId,
  newId,
  type PersonId,
  type RequestId,
  type VirtualAccountId,
} from '../../src/kernel/id.ts'
import { type Tx, transact } from '../../src/platform/db/index.ts'
import type { Outcome } from '../../src/kernel/outcome.ts'
import type { World } from '../world/world.ts'

/** Two who do something with the tree of an account at the same moment, and what must never come of it. */
export class TreeFights {
  readonly #here: World
  readonly #acme: AccountId
  readonly #people: Readonly<Record<'ana' | 'ben' | 'vera' | 'raul', PersonId>>

  private constructor(here: World, acme: AccountId, people: TreeFights['people']) {
    this.#here = here
    this.#acme = acme
    this.#people = people
  }

  static async in(here: World): Promise<TreeFights> {
    const [account] = await here.owner<{ id: AccountId }>(
      `select id from accounts where identifier = 'acme.example'`,
    )
    const people = {
      ana: await here.idOf('ana'),
      ben: await here.idOf('ben'),
      vera: await here.idOf('vera'),
      raul: await here.idOf('raul'),
    }
    return new TreeFights(here, account?.id as AccountId, people)
  }

  get people() {
    return this.#people
  }

  #decider(who: 'ana' | 'ben' | 'vera'): Decider {
    const now = new Date()
    return { personId: this.#people[who], isSupport: false, isOperator: false, authenticatedAt: now, now }
  }

  #do<Done, Refused>(act: (tx: Tx) => Promise<Outcome<Done, Refused>>): Promise<Outcome<Done, Refused>> {
    return transact(this.#here.db, act)
  }

  async #place(name: string, parent: VirtualAccountId | null): Promise<VirtualAccountId> {
    const id = newId<'virtual-account'>()
    await this.#here.owner(
      `insert into virtual_accounts (account_id, id, parent_id, name, path)
       values ($1, $2, $3, $4, coalesce((select path from virtual_accounts where id = $3), '{}') || $2::uuid)`,
      [this.#acme, id, parent, `${name} ${id.slice(-8)}`],
    )
    return id
  }

  async #asked(places: readonly VirtualAccountId[]): Promise<RequestId> {
    const id = newId<'access-request'>()
    await this.#here.owner(
      `update access_requests set status = 'WITHDRAWN', settled_at = app_now()
       where requester_id = $1 and status in ('PENDING', 'INFO_REQUESTED')`,
      [this.#people.raul],
    )
    await this.#here.owner(
      `insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, ask_scope,
         ask_virtual_account_ids, ask_role, reason, account_name, profile, submitted_at, due_at, expires_at)
       values ($1, $2, $3, $4, $4, 'PENDING', 'VIRTUAL', $6, 'VV', 'I prepare the roll-out.', 'ACME', $5, app_now(),
         app_now() + interval '5 days', app_now() + interval '28 days')`,
      [
        this.#acme,
        id,
        `AR-${id.slice(-9, -4)}${id.slice(-4)}`,
        this.#people.raul,
        JSON.stringify({ email: 'raul@acme.example' }),
        places,
      ],
    )
    return id
  }

  #approves(who: 'ana' | 'vera', id: RequestId, places: readonly VirtualAccountId[]) {
    const scope = { kind: 'VIRTUAL', virtualAccountIds: places } as const
    const form = {
      role: 'VV',
      scope,
      end: { kind: 'NONE' },
      version: 1,
      note: 'yes',
      confirmed: true,
    } as const
    return this.#do((tx) => approveRequest(tx, this.#decider(who), id, form))
  }

  #moves(who: 'ana' | 'ben', id: VirtualAccountId, parentId: VirtualAccountId | null) {
    const move = { account: this.#acme, id, parentId, mark: null }
    return this.#do((tx) => moveVirtualAccount(tx, this.#decider(who), move))
  }

  /** Two virtual accounts are each moved below the other; gives how many were left in a circle, or under no way. */
  async moveBelowEachOther(rounds: number): Promise<number> {
    let broken = 0
    for (let round = 0; round < rounds; round++) {
      const [one, other] = [await this.#place('One', null), await this.#place('Other', null)]
      const both = await Promise.all([this.#moves('ana', one, other), this.#moves('ben', other, one)])
      if (both.filter(({ ok }) => ok).length !== 1) broken++
      const [row] = await this.#here.owner<{ wrong: number }>(
        `select count(*)::int as wrong from virtual_accounts v
         left join virtual_accounts p on p.id = v.parent_id
         where v.id in ($1, $2) and (v.path <> coalesce(p.path, '{}') || v.id or cardinality(v.path) > 2)`,
        [one, other],
      )
      broken += row?.wrong ?? 0
    }
    return broken
  }

  /** The administrator of a branch approves a request in it while it is moved away; gives how many they decided after. */
  async moveWhileDecided(rounds: number): Promise<{ broken: number; approved: number }> {
    let [broken, approved] = [0, 0]
    for (let round = 0; round < rounds; round++) {
      const [branch, elsewhere] = [await this.#place('Branch', null), await this.#place('Elsewhere', null)]
      await this.#here.owner(
        `insert into grants (account_id, id, person_id, role, virtual_account_id, source)
         values ($1, $2, $3, 'VA', $4, 'DIRECT')`,
        [this.#acme, newId<'grant'>(), this.#people.vera, branch],
      )
      const leaf = await this.#place('Leaf', branch)
      const request = await this.#asked([leaf])
      const [decision, move] = await Promise.all([
        this.#approves('vera', request, [leaf]),
        this.#moves('ana', leaf, elsewhere),
      ])
      if (!move.ok) broken++
      if (decision.ok) approved++
      const [row] = await this.#here.owner<{ late: number }>(
        `select count(*)::int as late from events m join events d on d.account_id = m.account_id and d.seq > m.seq
         where m.account_id = $1 and m.type = 'virtual-account.moved' and m.body::text like '%' || $2 || '%'
           and d.type = 'access-request.approved' and d.request_id = $3`,
        [this.#acme, leaf, request],
      )
      broken += row?.late ?? 0
    }
    return { broken, approved }
  }

  /** A request is approved while its virtual account is closed; gives how many rights or open requests were left in it. */
  async closeWhileDecided(rounds: number): Promise<{ broken: number; approved: number; closed: number }> {
    let [broken, approved, closed] = [0, 0, 0]
    for (let round = 0; round < rounds; round++) {
      const place = await this.#place('Closing', null)
      const request = await this.#asked([place])
      const closing = { account: this.#acme, id: place, mark: null }
      const [decision, end] = await Promise.all([
        this.#approves('ana', request, [place]),
        this.#do((tx) => closeVirtualAccount(tx, this.#decider('ben'), closing)),
      ])
      if (decision.ok) approved++
      if (end.ok) closed++
      // What was given meanwhile is shown before it is ended: closing again does it.
      if (!end.ok) await this.#do((tx) => closeVirtualAccount(tx, this.#decider('ben'), closing))
      const [row] = await this.#here.owner<{ left: number }>(
        `select ((select count(*) from grants where virtual_account_id = $1 and revoked_at is null)
           + (select count(*) from virtual_accounts where id = $1 and closed_at is null)
           + (select count(*) from access_requests where id = $2 and status in ('PENDING', 'INFO_REQUESTED')))::int as left`,
        [place, request],
      )
      broken += row?.left ?? 0
    }
    return { broken, approved, closed }
  }
}
