import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { approvePath, declinePath } from '../../src/paths/decisions.ts'
import { remindPath, withdrawPath } from '../../src/paths/access-requests.ts'
import type { Visitor } from '../world/visitor.ts'
import { type Arena, arena } from './arena.ts'
import { bundle, type Sabotage } from './bundle.ts'

const approval = {
  version: '1',
  scope: 'ACCOUNT',
  role: 'SV',
  end: 'NONE',
  ends: '',
  note: 'Welcome to the account.',
}
const refusal = {
  version: '1',
  code: 'NOT_NEEDED',
  text: 'Please ask your own team.',
  private: '',
  block: '',
}

function decide(visitor: Visitor, id: string, n: number) {
  return n % 2 ? visitor.post(declinePath.to(id), refusal) : visitor.post(approvePath.to(id), approval)
}

type Tally = { done: number; late: number; broken: number }

/**
 * Everybody decides at once, while the requester withdraws: how many got through. The request is held until all of
 * them have come as far as they can, so that they really meet.
 */
async function oneRound(place: Arena, deciders: readonly Visitor[]): Promise<Tally> {
  const { id, requester } = await place.request()
  const asker = await place.visitor(requester)
  await place.owner('begin')
  await place.owner('select from access_requests where account_id = $1 and id = $2 for update', [
    place.acme,
    id,
  ])
  const fight = Promise.all([
    ...deciders.map((visitor, n) => decide(visitor, id, n)),
    pause(Math.random() * 40).then(() => asker.post(withdrawPath.to(id))),
  ])
  await pause(80)
  await place.owner('commit')
  const statuses = (await fight).map(({ status }) => status)
  return {
    done: statuses.filter((status) => status === 303).length,
    late: statuses.filter((status) => status === 409).length,
    broken: statuses.filter((status) => status >= 500).length,
  }
}

async function fightOver(
  program: string,
  how: { rounds: number; prepare?: string[] },
): Promise<{ twice: number; lost: number; broken: number }> {
  await using place = await arena(program, {
    processes: 4,
    deciders: 16,
    ...(how.prepare ? { prepare: how.prepare } : {}),
  })
  const deciders = await Promise.all(place.deciders.map((person) => place.visitor(person)))
  const tally = { twice: 0, lost: 0, broken: 0 }
  for (let round = 0; round < how.rounds; round++) {
    const { done, late, broken } = await oneRound(place, deciders)
    if (done !== 1) tally.twice++
    if (done + late !== deciders.length + 1) tally.lost++
    tally.broken += broken
  }
  return tally
}

/**
 * The decider's grant goes while they decide: how many decisions committed after the removal did. Every second
 * decision is held at its last step, the account's chain, until the removal has come as far as it can.
 */
async function decideWhileRemoved(program: string, rounds: number): Promise<number> {
  await using place = await arena(program, { processes: 2, deciders: rounds })
  let after = 0
  for (const [round, person] of place.deciders.entries()) {
    const visitor = await place.visitor(person)
    const { id } = await place.request()
    await (round % 2 ? meetAtTheChain : meetByChance)(place, { visitor, id, person })
    const [late] = await place.owner<{ late: boolean }>(
      `select pg_xact_commit_timestamp(d.xmin) > pg_xact_commit_timestamp(g.xmin) as late
       from decisions d join grants g on g.account_id = d.account_id and g.person_id = d.decided_by
       where d.account_id = $1 and d.request_id = $2`,
      [place.acme, id],
    )
    if (late?.late) after++
  }
  return after
}

type Meeting = { visitor: Visitor; id: string; person: string }

function removeGrant(place: Arena, person: string) {
  const ofDecider = place.db.updateTable('grants').set({ revoked_at: new Date() })
  return ofDecider.where('account_id', '=', place.acme).where('person_id', '=', person).execute()
}

async function meetByChance(place: Arena, { visitor, id, person }: Meeting): Promise<void> {
  const removal = pause(Math.random() * 12).then(() => removeGrant(place, person))
  await Promise.all([decide(visitor, id, 0), removal])
}

async function meetAtTheChain(place: Arena, { visitor, id, person }: Meeting): Promise<void> {
  await place.owner('begin')
  await place.owner('select from chain_heads where account_id = $1 for update', [place.acme])
  const decision = decide(visitor, id, 0)
  await pause(30)
  const removal = removeGrant(place, person)
  await pause(20)
  await place.owner('commit')
  await Promise.all([decision, removal])
}

/** The requester presses Send Reminder eight times at once: how many requests were reminded of twice, and which mails came twice. */
async function remindAtOnce(
  program: string,
  how: { rounds: number; prepare?: string[] },
): Promise<{ twice: number; mails: number; sameMail: number }> {
  await using place = await arena(program, {
    processes: 4,
    deciders: 2,
    ...(how.prepare ? { prepare: how.prepare } : {}),
  })
  for (let round = 0; round < how.rounds; round++) {
    const { id, requester } = await place.request(72)
    const visitors = await Promise.all([0, 1, 2, 3].map((process) => place.visitor(requester, process)))
    await Promise.all([...visitors, ...visitors].map((visitor) => visitor.post(remindPath.to(id))))
  }
  const twice = await place.owner('select 1 from reminders group by request_id having count(*) > 1')
  await place.worked()
  const messages = place.mails.arrived.map(({ messageId }) => messageId)
  return { twice: twice.length, mails: messages.length, sameMail: messages.length - new Set(messages).size }
}

const store = 'src/access-requests/requests.store.ts'
const noOneDecision: Sabotage[] = [
  { file: 'src/access-requests/decide/decide.store.ts', from: 'for update of r`', to: '`' },
  { file: store, from: 'and id = ${p.id}::uuid for update`', to: 'and id = ${p.id}::uuid`' },
  {
    file: store,
    from: "and status in ('PENDING', 'INFO_REQUESTED') and version = ${p.version}::int",
    to: '',
  },
]
const noOneReminder: Sabotage[] = [
  { file: store, from: 'and id = ${p.id}::uuid for update`', to: 'and id = ${p.id}::uuid`' },
]
const noHold: Sabotage[] = [{ file: 'src/accounts/grants.store.ts', from: 'for share of g, p, a', to: '' }]

describe('one request, one decision', () => {
  it('holds when sixteen administrators of four processes decide and the requester withdraws', async () => {
    const { program, remove } = await bundle()
    expect(await fightOver(program, { rounds: 40 })).toEqual({ twice: 0, lost: 0, broken: 0 })
    remove()
  }, 240_000)

  it('would be noticed to fail without the lock and the guards', async () => {
    const { program, remove } = await bundle(noOneDecision)
    const { twice, broken } = await fightOver(program, {
      rounds: 5,
      prepare: ['drop index decisions_one_final'],
    })
    expect(twice + broken).toBeGreaterThan(0)
    remove()
  }, 120_000)
})

describe('nobody decides with power that is gone', () => {
  it('holds when the decider is removed at that very moment', async () => {
    const { program, remove } = await bundle()
    expect(await decideWhileRemoved(program, 200)).toBe(0)
    remove()
  }, 240_000)

  it('would be noticed to fail without the lock on the decider’s grants', async () => {
    const { program, remove } = await bundle(noHold)
    expect(await decideWhileRemoved(program, 20)).toBeGreaterThan(0)
    remove()
  }, 120_000)
})

describe('one reminder in a window', () => {
  it('holds when it is pressed eight times at once at four processes, and each administrator gets one mail', async () => {
    const { program, remove } = await bundle()
    const { twice, mails, sameMail } = await remindAtOnce(program, { rounds: 50 })
    // Two deciders of the arena, Ana and Ben.
    expect({ twice, mails, sameMail }).toEqual({ twice: 0, mails: 50 * 4, sameMail: 0 })
    remove()
  }, 240_000)

  it('would be noticed to fail without the lock and the key of reminders', async () => {
    const { program, remove } = await bundle(noOneReminder)
    const { twice } = await remindAtOnce(program, {
      rounds: 5,
      prepare: ['alter table reminders drop constraint reminders_pkey'],
    })
    expect(twice).toBeGreaterThan(0)
    remove()
  }, 120_000)
})
