import { approveRequest, declineRequest } from '../../src/access-requests/decide/decide.ts'
import { answer } from '../../src/access-requests/answer/answer.ts'
import { askForInformation } from '../../src/access-requests/ask-for-information/ask-for-information.ts'
import { remind } from '../../src/access-requests/remind/remind.ts'
import { moveRequest, readRequest } from '../../src/access-requests/requests.store.ts'
import { submit } from '../../src/access-requests/submit/submit.ts'
import { withdraw } from '../../src/access-requests/withdraw/withdraw.ts'
import { record } from '../../src/event-log/index.ts'
import { type AccountId, newId, type PersonId, type RequestId } from '../../src/kernel/id.ts'
import { done, type Outcome, refuse } from '../../src/kernel/outcome.ts'
import { openSession } from '../../src/people/sessions.store.ts'
import { type Viewer, viewerBySession } from '../../src/people/viewer.query.ts'
import { type Tx, transact } from '../../src/platform/db/index.ts'
import type { EmptyWorld } from '../world/empty.ts'
import type { Deed, Place } from './simulation.model.ts'

/** An account in the simulation. */
export type Account = {
  readonly id: AccountId
  readonly identifier: string
  readonly place: Place
  readonly administrators: readonly Viewer[]
}

const device = { network: '127.0.0.1', browser: 'simulation' }

async function person(world: EmptyWorld, address: string, office = ''): Promise<Viewer> {
  const id = newId() as PersonId
  await world.owner(`insert into auth."user" (id, name, email, "emailVerified") values ($1, '', $2, true)`, [
    id,
    address,
  ])
  await world.owner(
    `insert into people (id, address, verified_at, first_name, last_name, company, country, is_support)
     values ($1, $2, app_now(), 'Person', $3, 'Company', 'FR', $4)`,
    [id, address, id.slice(-6), office === 'support'],
  )
  const token = await world.db
    .transaction()
    .execute((tx) => openSession(tx, id, { device, passwordTyped: true }))
  const found = await viewerBySession(world.db, token)
  if (!found) throw new Error('Nobody signed in')
  return found.viewer
}

/** Makes an account with two administrators. */
export async function account(world: EmptyWorld, place: Place): Promise<Account> {
  const id = newId() as unknown as AccountId
  const identifier = `${place.name}.example`
  await world.owner(
    `insert into accounts (id, identifier, name, type, visibility, time_zone, verified_domains, weekend, quiet_from, quiet_to)
     values ($1, $2, $3, 'CUSTOMER', 'LISTED', $4, array[$2], $5, $6, $7)`,
    [
      id,
      identifier,
      place.name,
      place.zone,
      place.weekend.map((weekday) => weekday || 7),
      place.quiet?.from ?? null,
      place.quiet?.to ?? null,
    ],
  )
  await world.owner(
    `insert into virtual_accounts (account_id, id, name, path, is_default) values ($1, $1, 'DEFAULT', array[$1::uuid], true)`,
    [id],
  )
  for (const closed of place.closed) {
    await world.owner(`insert into closed_days (account_id, day, name) values ($1, $2, 'Closed')`, [
      id,
      closed,
    ])
  }
  const administrators: Viewer[] = []
  for (const name of ['one', 'two']) {
    const administrator = await person(world, `${name}@${identifier}`)
    await world.owner(
      `insert into grants (account_id, id, person_id, role, source) values ($1, $2, $3, 'SA', 'CREATION')`,
      [id, newId(), administrator.personId],
    )
    administrators.push(administrator)
  }
  return { id, identifier, place, administrators }
}

/** Somebody who answers at the support desk. */
export function agent(world: EmptyWorld): Promise<Viewer> {
  return person(world, 'agent@support.example', 'support')
}

const unsaid = 'An answer in a sentence that says enough.'

/** A request and whoever sent it, as people see it. */
export class Story {
  readonly world: EmptyWorld
  readonly account: Account
  readonly deeds: Deed[] = []
  id: RequestId | undefined
  questions = 0
  #requester: Viewer | undefined
  constructor(world: EmptyWorld, of: Account) {
    this.world = world
    this.account = of
  }

  /** Sends it. */
  async send(at: number): Promise<void> {
    const address = `${newId().slice(-12)}@${this.account.identifier}`
    this.#requester = await person(this.world, address)
    const { personId } = this.#requester
    const { identifier } = this.account
    await this.world.owner('insert into look_ups (person_id, identifier, hit) values ($1, $2, true)', [
      personId,
      identifier,
    ])
    const wish = { reason: unsaid, scope: { kind: 'ACCOUNT' as const }, role: 'SV' as const, ends: null }
    const sent = await submit(this.world.db, this.#now(this.#requester, at), {
      identifier,
      wish,
      key: newId(),
    })
    if (!sent.ok) throw new Error(`Not sent: ${sent.refusal.code}`)
    this.id = sent.value.id
    this.deeds.push({ at, what: 'sent' })
  }

  /** Tries what people try; what is refused did not happen. True when it did. */
  async try(what: Exclude<Deed['what'], 'sent'> | 'approved' | 'declined', at: number): Promise<boolean> {
    const tried = await transact<unknown, unknown>(this.world.db, (tx) => this.#act(tx, what, at))
    if (!tried.ok || !(await this.#isRecorded(at))) return false
    if (what === 'asked') this.questions++
    const isEnd = what === 'approved' || what === 'declined'
    this.deeds.push({ at, what: isEnd ? 'ended' : what })
    return true
  }

  // What is pressed twice is taken as said once: nothing happens, and nothing is refused.
  async #isRecorded(at: number): Promise<boolean> {
    const rows = await this.world.owner(
      'select from events where account_id = $1 and request_id = $2 and occurred_at = $3',
      [this.account.id, this.id, new Date(at)],
    )
    return rows.length > 0
  }

  #now(viewer: Viewer | undefined, at: number): Viewer {
    if (!viewer) throw new Error('Nobody sent it')
    return { ...viewer, now: new Date(at), authenticatedAt: new Date(at) }
  }

  async #act(tx: Tx, what: string, at: number): Promise<Outcome<unknown, unknown>> {
    const id = this.id as RequestId
    const requester = this.#now(this.#requester, at)
    const approver = this.#now(this.account.administrators[at % 2], at)
    const { version } = await readRequest(tx, this.account.id, id)
    const end = { kind: 'NONE' } as const
    const given = { role: 'SV', scope: { kind: 'ACCOUNT' }, end, note: unsaid, confirmed: true } as const
    const refusal = { code: 'NOT_NEEDED', text: unsaid, privateNote: '', block: null } as const
    if (what === 'approved') return approveRequest(tx, approver, id, { ...given, version })
    if (what === 'declined') return declineRequest(tx, approver, id, { ...refusal, version })
    if (what === 'asked') return askForInformation(tx, approver, { id, text: unsaid, version })
    if (what === 'answered') return answer(tx, requester, { id, text: unsaid, n: this.questions })
    if (what === 'reminded') return remind(tx, requester, id)
    return what === 'ended' ? withdraw(tx, requester, id) : this.#handBack(tx)
  }

  async #handBack(tx: Tx): Promise<Outcome<unknown, unknown>> {
    const request = await readRequest(tx, this.account.id, this.id as RequestId)
    if (request.stage !== 'WITH_SUPPORT') return refuse('not there')
    if (!(await moveRequest(tx, request, 'WITH_ADMINS'))) return refuse('settled')
    const about = { account: request.accountId, actor: null, request: request.id }
    const facts = { version: request.version }
    await record(tx, { type: 'access-request.handed-back', ...about, facts }, { quiet: true })
    return done(true)
  }
}
