import { createHash } from 'node:crypto'
import { plainCalendar } from '../../accounts/domain/calendar.ts'
import { endMomentOf, typedEnd } from '../../accounts/domain/end-moment.ts'
import { defaultPatience } from '../../accounts/domain/patience-settings.ts'
import type { Given, Scope } from '../../accounts/domain/rights.ts'
import { recorded } from '../../accounts/domain/roles.ts'
import { giveGrants } from '../../accounts/index.ts'
import { timesOf } from '../../access-requests/domain/patience.ts'
import { evidenceAbout, reschedule } from '../../access-requests/index.ts'
import { bytesOfAReference, referenceFrom } from '../../access-requests/domain/reference.ts'
import type { Ask } from '../../access-requests/domain/request.ts'
import { type Fact, record } from '../../event-log/index.ts'
import { newId, type PersonId, type RequestId, type VirtualAccountId } from '../../kernel/id.ts'
import { daysAfter, hoursAfter } from '../../kernel/time.ts'
import { openCase } from '../../support-cases/index.ts'
import { type AccountKey, accounts, type DemoPerson, people } from './cast.ts'
import type { Ending, PastRequest } from './history.ts'
import {
  insertAnswer,
  insertDecision,
  insertQuestion,
  insertReminder,
  insertRequest,
  insertView,
  makeOverdue,
  markExpired,
  settle,
} from './past-request.store.ts'
import { ownRole } from './role-life.ts'
import type { Step, World } from './story.ts'

/** What is known of a request while its story is told. */
type Told = {
  readonly world: World
  readonly past: PastRequest
  readonly id: RequestId
  readonly by: PersonId
  readonly account: ReturnType<World['account']>
  readonly submittedAt: Date
  readonly dueAt: Date
  readonly expiresAt: Date
}

/** What happened to a request of the past, from when it was sent to its end. */
export function stepsOf(world: World, past: PastRequest): Step[] {
  const submittedAt = hoursAfter(daysAfter(world.now, -past.daysAgo), -0.4)
  const told: Told = {
    world,
    past,
    id: newId<'access-request'>(),
    by: world.person(past.by),
    account: world.account(past.account),
    submittedAt,
    ...timesOf(submittedAt, {
      calendar: plainCalendar(accounts[past.account].zone),
      patience: defaultPatience,
    }),
  }
  const after = (hours: number) => hoursAfter(submittedAt, hours)
  const { seen, reminded } = past
  const steps: Step[] = [{ at: submittedAt, happen: () => send(told) }, ...endOf(told)]
  if (seen) steps.push({ at: after(seen.after), happen: () => view(told, world.person(seen.by)) })
  if (past.talk) steps.push(...talkOf(told, past.talk))
  if (reminded) steps.push({ at: after(reminded), happen: () => remind(told) })
  if (isLate(told)) steps.push({ at: told.dueAt, happen: () => miss(told) })
  return steps
}

function talkOf(told: Told, talk: NonNullable<PastRequest['talk']>): Step[] {
  const { world, by, submittedAt } = told
  const asker = world.person(talk.by)
  const said = (who: PersonId, text: string) => ({ details: { person: who, content: { text } } })
  const facts = { version: 1, n: 1 }
  return [
    {
      at: hoursAfter(submittedAt, talk.after),
      async happen() {
        await insertQuestion(world.tx, which(told), { by: asker, text: talk.question })
        const asked = { type: 'access-request.information-asked', actor: asker, subject: by, facts }
        await note(told, asked, said(asker, talk.question))
      },
    },
    {
      at: hoursAfter(submittedAt, talk.answeredAfter),
      async happen() {
        await insertAnswer(world.tx, which(told), { by, text: talk.answer })
        await note(told, { type: 'access-request.answered', actor: by, facts }, said(by, talk.answer))
      },
    },
  ]
}

function isLate({ past, world, dueAt }: Told): boolean {
  return past.ending.is === 'OPEN' && dueAt < world.now
}

function askOf({ past, account, world }: Told): Ask {
  const { role: named, unsure, places = [], endsInDays } = past
  const role = named === ownRole ? world.roles.get(ownRole) : named
  const endsAt = endsInDays === undefined ? null : lastMoment(world, past.account, endsInDays)
  return { scope: unsure ? { kind: 'UNSURE' } : scopeOf(account, places), role: role ?? null, endsAt }
}

/** The end of the day so many days from now, by the clocks of the account. */
export function lastMoment({ now }: Pick<World, 'now'>, account: AccountKey, days: number): Date {
  const { zone } = accounts[account]
  const moment = daysAfter(now, days)
  return endMomentOf(typedEnd(moment, zone).day, zone) ?? moment
}

function scopeOf(account: Told['account'], places: readonly string[]): Scope {
  if (places.length === 0) return { kind: 'ACCOUNT' }
  return {
    kind: 'VIRTUAL',
    virtualAccountIds: places.map((name) => account.places.get(name) as VirtualAccountId),
  }
}

function note(
  { world, account, id }: Told,
  what: { type: string; actor: PersonId | null; subject?: PersonId; facts: { [name: string]: Fact } },
  details?: Parameters<typeof record>[2] & object,
): Promise<string> {
  return record(world.tx, { account: account.id, request: id, ...what }, { ...details, quiet: true })
}

const asFacts = (what: Ask | Given) => ({
  role: what.role && recorded(what.role),
  scope: what.scope.kind,
  virtualAccountIds: what.scope.kind === 'VIRTUAL' ? what.scope.virtualAccountIds : [],
  endsAt: what.endsAt?.toISOString() ?? null,
})

async function send(told: Told): Promise<void> {
  const { past, id, by, account, world } = told
  const ask = askOf(told)
  const requester: DemoPerson = people[past.by]
  const profile = {
    firstName: requester.first,
    lastName: requester.last,
    preferredFirstName: '',
    company: requester.company,
    country: requester.country,
    companyAddress: requester.site ?? '',
    companyPhone: requester.phone ?? '',
    email: requester.address,
    userId: requester.address,
  }
  const previous = world.latest.get(`${past.by} ${past.account}`) ?? null
  world.latest.set(`${past.by} ${past.account}`, id)
  const stage = past.ending.is === 'WITH_SUPPORT' ? 'WITH_SUPPORT' : 'WITH_ADMINS'
  await insertRequest(world.tx, {
    ...told,
    accountId: account.id,
    reference: referenceOf(past),
    ask,
    reason: past.reason,
    accountName: accounts[past.account].name,
    profile,
    stage,
    previous,
  })
  await reschedule(world.tx, which(told))
  const facts = { version: 1, stage, ...asFacts(ask), previousRequestId: previous }
  const content = { reason: past.reason, named: '', profile }
  const details = { person: by, content }
  await note(told, { type: 'access-request.submitted', actor: by, facts }, { details })
  if (stage === 'WITH_SUPPORT') await routeToSupport(told)
}

async function routeToSupport(told: Told): Promise<void> {
  const { world, account, id } = told
  await note(told, { type: 'access-request.routed-to-support', actor: null, facts: { version: 1 } })
  const evidence = await evidenceAbout(world.tx, account.id, id)
  const cause = 'NOBODY_REACHABLE'
  await openCase(world.tx, { accountId: account.id, requestId: id, cause, by: null, evidence })
}

/** The same in every demo, so that one can be told over the phone and stands in the documentation. */
function referenceOf({ by, account, daysAgo }: PastRequest): string {
  const digest = createHash('sha256').update(`demo ${by} ${account} ${daysAgo}`).digest()
  return referenceFrom(digest.subarray(0, bytesOfAReference))
}

const which = ({ account, id }: Told) => ({ accountId: account.id, id })

async function view(told: Told, by: PersonId): Promise<void> {
  await insertView(told.world.tx, which(told), by)
  await note(told, { type: 'access-request.viewed', actor: by, facts: { version: 1 } })
}

async function remind(told: Told): Promise<void> {
  await insertReminder(told.world.tx, which(told), { by: told.by, recipients: 2 })
  const facts = { version: 1, n: 1, byHand: true }
  await note(told, { type: 'access-request.reminded', actor: told.by, facts })
}

async function miss(told: Told): Promise<void> {
  await makeOverdue(told.world.tx, which(told))
  await reschedule(told.world.tx, which(told))
  await note(told, { type: 'access-request.overdue', actor: null, facts: { version: 1 } })
}

function endOf(told: Told): Step[] {
  const { past, submittedAt, expiresAt } = told
  const { ending } = past
  if (ending.is === 'OPEN' || ending.is === 'WITH_SUPPORT') return []
  const at = ending.is === 'EXPIRED' ? expiresAt : hoursAfter(submittedAt, ending.after)
  return [{ at, happen: () => end(told, ending) }, ...expiryOf(told, ending)]
}

// What it gave comes to its end, long before anybody was told of such things.
function expiryOf(told: Told, ending: Ending): Step[] {
  const days = ending.is === 'APPROVED' ? (ending.given.endsInDays ?? 0) : 0
  if (days >= 0) return []
  const { world } = told
  return [
    {
      at: lastMoment(world, told.past.account, days),
      happen: () => markExpired(world.tx, which(told)),
    },
  ]
}

type Final = Exclude<Ending, { is: 'OPEN' | 'WITH_SUPPORT' }>

async function end(told: Told, ending: Final): Promise<void> {
  await tellEnd(told, ending)
  await reschedule(told.world.tx, which(told))
}

async function tellEnd(told: Told, ending: Final): Promise<void> {
  const { world, by } = told
  if (ending.is === 'APPROVED') return approve(told, ending)
  if (ending.is === 'DECLINED') return decline(told, ending)
  await settle(world.tx, which(told), ending.is)
  const type = ending.is === 'EXPIRED' ? 'access-request.expired' : 'access-request.withdrawn'
  await note(told, { type, actor: ending.is === 'EXPIRED' ? null : by, facts: { version: 2 } })
}

async function approve(told: Told, ending: Extract<Ending, { is: 'APPROVED' }>): Promise<void> {
  const { world, account, by, id, past } = told
  const { role, places, endsInDays, note: words = '' } = ending.given
  const endsAt = endsInDays === undefined ? null : lastMoment(world, past.account, endsInDays)
  const given: Given = { role, scope: scopeOf(account, places), endsAt }
  const decisionId = newId<'decision'>()
  const decider = world.person(ending.by)
  const decision = { id: decisionId, by: decider, note: words, given, code: null }
  await insertDecision(world.tx, which(told), decision)
  await settle(world.tx, which(told), 'APPROVED')
  const grantIds = await giveGrants(world.tx, {
    accountId: account.id,
    personId: by,
    given,
    source: 'REQUEST',
    requestId: id,
    decisionId,
    by: decider,
  })
  const facts = {
    ...asFacts(given),
    version: 2,
    decisionId,
    grantIds,
    firstApproverId: null,
    lessThanAsked: words !== '',
  }
  await note(told, { type: 'access-request.approved', actor: decider, subject: by, facts })
}

async function decline(told: Told, ending: Extract<Ending, { is: 'DECLINED' }>): Promise<void> {
  const { world, by } = told
  const decisionId = newId<'decision'>()
  const decider = world.person(ending.by)
  const decision = { id: decisionId, by: decider, note: ending.text, given: null, code: ending.code }
  await insertDecision(world.tx, which(told), decision)
  await settle(world.tx, which(told), 'DECLINED')
  const facts = { version: 2, decisionId, code: ending.code, block: null }
  await note(told, { type: 'access-request.declined', actor: decider, subject: by, facts })
}
