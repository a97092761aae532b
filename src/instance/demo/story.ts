import type { CustomRole } from '../../accounts/domain/roles.ts'
import { addAccount, addVirtualAccount, giveGrants } from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import {
  type AccountId,
  installation,
  newId,
  type PersonId,
  type RequestId,
  type VirtualAccountId,
} from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/index.ts'
import { agreementLife } from './agreement-life.ts'
import { caseLife } from './case-life.ts'
import { changeLife } from './change-life.ts'
import { type AccountKey, accounts, type DemoPerson, given, type PersonKey, people } from './cast.ts'
import {
  bendTime,
  disable,
  forgetJobs,
  keepReady,
  passOverClocks,
  rememberVisits,
  insertPeople,
  placesOf,
} from './demo.store.ts'
import { history } from './history.ts'
import { lastMoment, stepsOf } from './past-request.ts'
import { reviewLife } from './review-life.ts'
import { roleLife } from './role-life.ts'
import { ruleLife } from './rule-life.ts'

/** Something that happened at a moment of the past. */
export type Step = { readonly at: Date; readonly happen: () => Promise<void> }

/** Who and what the story is about, once they are there. */
export type World = {
  readonly tx: Tx
  readonly now: Date
  readonly person: (key: PersonKey) => PersonId
  readonly account: (key: AccountKey) => {
    readonly id: AccountId
    readonly places: ReadonlyMap<string, VirtualAccountId>
  }
  /** The last request of somebody to an account, which the next one follows. */
  readonly latest: Map<string, RequestId>
  /** The roles that accounts made for themselves, by their names, as they are at the moment. */
  readonly roles: Map<string, CustomRole>
}

const daysSincePeople = 320
const daysSinceAccounts = 300

/** Writes everything that happened before the demo begins, each thing at its time, events in the chains. */
export async function tellTheStory(tx: Tx, hash: string): Promise<void> {
  const time = await bendTime(tx)
  const ids = new Map(
    Object.keys(people).map((key) => [key as PersonKey, newId<'person'>()] as const),
  ) as ReadonlyMap<PersonKey, PersonId>
  const person = (key: PersonKey) => must(ids.get(key))
  await time.goTo(daysAfter(time.now, -daysSincePeople))
  await welcome(tx, ids, hash)
  await time.goTo(daysAfter(time.now, -daysSinceAccounts))
  const founded = await found(tx)
  const account = (key: AccountKey) => must(founded.get(key))
  const world: World = { tx, now: time.now, person, account, latest: new Map(), roles: new Map() }
  const steps = [
    ...direct(world),
    ...departures(world),
    ...history.flatMap((past) => stepsOf(world, past)),
    ...caseLife(world),
    ...agreementLife(world),
    ...changeLife(world),
    ...reviewLife(world),
    ...ruleLife({ tx, now: time.now, acme: account('acme.example').id, person }),
    ...roleLife({ tx, now: time.now, acme: account('acme.example').id, person, roles: world.roles }),
  ]
  for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    await time.goTo(step.at)
    await step.happen()
  }
  await time.goTo(time.now)
  await passOverClocks(tx)
  await keepReady(tx, must(founded.get('acme.example')).id)
  await rememberVisits(tx)
  await forgetJobs(tx)
  await time.settle()
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The demo names something that it does not make')
  return value
}

function mustDo<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`The demo was refused something: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

async function welcome(tx: Tx, ids: ReadonlyMap<PersonKey, PersonId>, hash: string): Promise<void> {
  const arrivals = [...ids].map(([key, id]) => ({ ...(people[key] as DemoPerson), id, hash }))
  await insertPeople(tx, arrivals)
  for (const { id } of arrivals) {
    const event = { type: 'person.added', account: installation, actor: null, subject: id }
    await record(tx, event, { quiet: true })
  }
}

async function found(tx: Tx) {
  const founded = new Map<AccountKey, ReturnType<World['account']>>()
  for (const [key, account] of Object.entries(accounts)) {
    const { name, type, visibility, zone, administrator, virtualAccounts } = account
    const { accountId } = mustDo(
      await addAccount(tx, null, {
        identifier: key,
        name,
        type,
        visibility,
        timeZone: zone,
        verifiedDomains: [key],
        administrator: people[administrator].address,
      }),
    )
    for (const place of virtualAccounts) {
      const parent = 'parent' in place ? place.parent : null
      mustDo(await addVirtualAccount(tx, null, { account: key, name: place.name, parent }))
    }
    founded.set(key as AccountKey, { id: accountId, places: await placesOf(tx, accountId) })
  }
  return founded
}

function direct({ tx, now, person, account }: World): Step[] {
  return given.map((one) => ({
    at: daysAfter(now, -one.daysAgo),
    async happen() {
      const { id: accountId, places } = account(one.account)
      const virtualAccountId = 'place' in one ? must(places.get(one.place)) : null
      const [by, personId] = [person(one.by), person(one.to)]
      const endsAt = 'endsInDays' in one ? lastMoment({ now }, one.account, one.endsInDays) : null
      const [grantId] = await giveGrants(tx, {
        accountId,
        personId,
        given: {
          role: one.role,
          scope: virtualAccountId
            ? { kind: 'VIRTUAL', virtualAccountIds: [virtualAccountId] }
            : { kind: 'ACCOUNT' },
          endsAt,
        },
        source: 'DIRECT',
        requestId: null,
        decisionId: null,
        by,
      })
      const facts = {
        grantId: must(grantId),
        role: one.role,
        virtualAccountId,
        source: 'DIRECT',
        endsAt: endsAt?.toISOString() ?? null,
      }
      const event = { type: 'grant.given', account: accountId, actor: by, subject: personId, facts }
      await record(tx, event, { quiet: true })
    },
  }))
}

function departures({ tx, now, person }: World): Step[] {
  return (Object.entries(people) as [PersonKey, DemoPerson][]).flatMap(([key, { disabledDaysAgo }]) => {
    if (disabledDaysAgo === undefined) return []
    const subject = person(key)
    const event = { type: 'person.disabled', account: installation, actor: person('olga'), subject }
    return {
      at: daysAfter(now, -disabledDaysAgo),
      async happen() {
        await disable(tx, subject)
        await record(tx, event, { quiet: true })
      },
    }
  })
}
