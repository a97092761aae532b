// Random people do random things, right and wrong, through the policy alone. Whatever they try, in whatever order:
// no sequence of allowed acts reaches a right that nobody gave.
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import {
  acme,
  globex,
  inside,
  lyon,
  paris,
  parisLab,
  person,
  rome,
  whole,
} from '../../accounts/domain/cast.ts'
import { type Given, may, type Rights, type Scope, type Tree } from '../../accounts/domain/rights.ts'
import { accountRoles, actions, type Role, roles, virtualRoles } from '../../accounts/domain/roles.ts'
import type { PersonId, RequestId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { administratorsFor } from './approvers.ts'
import { request, unsure } from './cast.ts'
import type { Approval, FirstApproval } from './deciding.ts'
import { born } from './lifecycle.ts'
import { amend, approve, decline, remind, submit, takeBack, view, withdraw } from './policy.ts'
import * as removals from './random-removals.ts'
import * as story from './random-world.ts'
import type { Refusal } from './refusals.ts'
import { type AccessRequest, type Ask, isOpen } from './request.ts'

const { approverOf, candidates, initial, people, rights, treeOf, trees, World } = story
type World = story.World
type Act = story.Act

const reason = 'I join the procurement team.'
const anyPerson = fc.constantFrom(...people)
const anyDecider = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(person('ana'), person('ben')) },
  anyPerson,
)
const anyAsker = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(person('raul'), person('zoe')) }, anyPerson)

const someVirtual = fc
  .uniqueArray(fc.constantFrom(paris, parisLab, lyon, rome), { minLength: 1, maxLength: 2 })
  .map((ids): Scope => inside(...ids))
const anyScope: fc.Arbitrary<Scope> = fc.oneof(fc.constant(whole), someVirtual)
const anyEnd = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.integer({ min: -10, max: 900 }).map(story.hours) },
)
const fitting = fc.oneof(
  fc.record({ scope: fc.constant<Scope>(whole), role: fc.constantFrom<Role>(...accountRoles, 'SA', 'SA') }),
  fc.record({ scope: someVirtual, role: fc.constantFrom<Role>(...virtualRoles) }),
)
const anyGiven: fc.Arbitrary<Given & { readonly role: Role }> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fitting, anyEnd).map(([given, endsAt]) => ({ ...given, endsAt })),
  },
  { weight: 1, arbitrary: fc.record({ scope: anyScope, role: fc.constantFrom(...roles), endsAt: anyEnd }) },
)
const anyAsk: fc.Arbitrary<Ask> = fc.oneof(fc.constant(unsure), anyGiven)

const many = (act: Act['act'], times: number) => Array.from({ length: times }, () => act)
const names: readonly Act['act'][] = [
  ...many('submit', 3),
  ...many('approve', 6),
  ...many('remove', 6),
  ...many('wait', 2),
  ...(['decline', 'amend', 'touch', 'take-back', 'wait', 'disable'] as const),
]

// `n` counts back from the newest request or grant.
const someActs: fc.Arbitrary<Act[]> = fc.array(
  fc.constantFrom(...names).chain((act) =>
    fc.record({
      act: fc.constant(act),
      who: act === 'submit' ? anyAsker : anyDecider,
      other: anyAsker,
      ask: anyAsk,
      given: anyGiven,
      n: fc.nat(4),
      dice: fc.nat(5),
    }),
  ),
  { minLength: 20, maxLength: 120 },
)

const tally: Record<string, number> = {}

function count<Value>(what: string, outcome: Outcome<Value, Refusal>): Value | undefined {
  tally[what] = (tally[what] ?? 0) + (outcome.ok ? 1 : 0)
  return outcome.ok ? outcome.value : undefined
}

const doers: Record<Act['act'], (world: World, act: Act) => void> = {
  submit(world, { who, other, ask, dice }) {
    const where = trees[dice === 0 ? 1 : 0] as Tree
    const asked = request({ accountId: where.accountId, requesterId: who, beneficiaryId: other, ask })
    const sent = count('submit', submit({ ask, reason }, story.factsFor(world, asked), world.at))
    if (!sent) return
    const state = born(sent.stage === 'WITH_ADMINS' ? 'submit' : 'submit-to-support')
    const id = `request-${world.requests.length}` as RequestId
    world.requests.push({ ...asked, ...state, id, submittedAt: world.at })
  },

  approve(world, { who, n, given, dice }) {
    const waiting = world.requests.find(({ id, status }) => status === 'PENDING' && world.halves.has(id))
    const asked = (dice > 3 ? waiting : undefined) ?? world.requests.at(-1 - n)
    if (!asked) return
    const where = treeOf(asked.accountId)
    const half = world.halves.get(asked.id)
    const firstApproval: FirstApproval | null = half
      ? { ...half, by: approverOf(world, half.by, where) }
      : null
    const administrators = administratorsFor(asked, candidates(world, where))
    const facts = { now: world.at, wantsTwo: null, administrators, firstApproval }
    const sent = {
      given: half && dice > 1 ? half.given : given,
      note: 'Less is enough.',
      version: asked.version - (dice === 0 ? 1 : 0),
    }
    const before = people.map((one) => rights(world, one, where))
    const approval = count('approve', approve(asked, approverOf(world, who, where), sent, facts))
    if (!approval) return
    if (approval.kind === 'FIRST_OF_TWO') {
      count('first of two', { ok: true, value: approval })
      world.halves.set(asked.id, { by: who, given: approval.given, version: approval.request.version })
      return
    }
    checkApproval(asked, who, approval, administrators)
    story.give(world, approval, who)
    checkGiven(world, before, who, where)
  },

  decline(world, { who, n }) {
    replace(
      world,
      n,
      (asked) =>
        decline(
          asked,
          approverOf(world, who, treeOf(asked.accountId)),
          { code: 'OTHER', text: 'Not this time, sorry.', block: null, version: asked.version },
          world.at,
        ),
      (declined) => declined.request,
    )
  },

  amend(world, { who, n, ask }) {
    replace(world, n, (asked) => {
      const where = treeOf(asked.accountId)
      const choosable = new Set(where.virtualAccounts.map(({ id }) => id))
      const facts = {
        held: rights(world, asked.beneficiaryId, where),
        choosable,
        declined: [],
        isHalfDecided: false,
        now: world.at,
      }
      return amend(asked, who, { ask, reason, version: asked.version }, facts)
    })
  },

  touch(world, { who, n, dice }) {
    replace(world, n, (asked) => {
      if (dice < 2) return withdraw(asked, who)
      if (dice < 4) return remind(asked, who, { reachable: 1 }, world.at)
      return view(asked, approverOf(world, who, treeOf(asked.accountId)), world.at)
    })
  },

  'take-back'(world, { who, n }) {
    const taken = world.grants.at(-1 - n)
    if (!taken) return
    const over = count('take back', takeBack(taken, ...removals.takingOf(world, taken, who)))
    if (over) checkEnding(removals.end(world, over, { by: who, first: null, because: null }))
  },

  remove(world, act) {
    const { tried, outcome, ending } = removals.remove(world, act) ?? {}
    if (tried && outcome) count(tried, outcome)
    if (ending) checkEnding(ending)
  },

  wait(world, { n }) {
    world.at = new Date(world.at.getTime() + (n + 1) * 30 * 3_600_000)
  },

  disable(world, { other }) {
    const administers = world.grants.some((one) => one.personId === other && one.role === 'SA')
    if (!administers) world.disabled.add(other)
  },
}

function replace<Value>(
  world: World,
  n: number,
  act: (asked: AccessRequest) => Outcome<Value, Refusal>,
  requestIn: (value: Value) => AccessRequest = (value) => value as AccessRequest,
): void {
  const asked = world.requests.at(-1 - n)
  if (!asked) return
  const outcome = act(asked)
  if (!outcome.ok) return
  expect(isOpen(asked), 'a settled request never moves').toBe(true)
  const next = requestIn(outcome.value)
  world.requests = world.requests.map((one) => (one.id === next.id ? next : one))
}

function checkApproval(
  asked: AccessRequest,
  who: PersonId,
  approval: Extract<Approval, { kind: 'FINAL' }>,
  administrators: number,
): void {
  expect(isOpen(asked), 'only an open request is approved').toBe(true)
  const deciders = [who, approval.firstApproverId]
  expect(deciders, 'nobody decides for themselves').not.toContain(asked.requesterId)
  expect(deciders, 'nobody decides for themselves').not.toContain(asked.beneficiaryId)
  expect(approval.firstApproverId, 'two are two people').not.toBe(who)
  if (approval.given.role === 'SA' && administrators >= 2) {
    expect(approval.firstApproverId, 'an administrator is made by two').not.toBeNull()
    tally['by two'] = (tally['by two'] ?? 0) + 1
  }
}

// Whatever the approval newly lets anybody do, its author may do, and for as long.
function checkGiven(world: World, before: readonly Rights[], who: PersonId, where: Tree): void {
  const scopes: Scope[] = [whole, ...where.virtualAccounts.map(({ id }) => inside(id))]
  const giver = before[people.indexOf(who)] as Rights
  for (const [index, somebody] of people.entries()) {
    const after = rights(world, somebody, where)
    for (const action of actions) {
      for (const scope of scopes) {
        const isNew = may(after, action, scope) && !may(before[index] as Rights, action, scope)
        if (isNew) expect(may(giver, action, scope), `${who} gave ${action}`).toBe(true)
      }
    }
  }
}

// Whoever else could be the second must have been one of two; otherwise the person concerned had time to object.
function checkEnding({ over, by, first, because, others, hadNotice, couldSignIn }: removals.Ending): void {
  if (over.role !== 'SA' || by === over.personId) return
  if (others >= 2) expect(because, 'two remove an administrator').toBe('CONFIRMED')
  else if (couldSignIn) expect(because, 'one of two had notice').not.toBeNull()
  if (because === 'CONFIRMED') expect([first, over.personId], 'two are two people').not.toContain(by)
  if (because === 'UNOPPOSED') expect(hadNotice, 'the notice has passed').toBe(true)
  if (because) tally[because] = (tally[because] ?? 0) + 1
}

function checkAlways(world: World): void {
  const lasting = world.grants.filter(
    (one) => one.accountId === acme && one.role === 'SA' && one.endsAt === null,
  )
  expect(
    lasting.some((one) => one.revokedAt === null && !world.disabled.has(one.personId)),
    'an administrator is left',
  ).toBe(true)
  for (const one of world.grants) {
    expect(
      initial.some(({ id }) => id === one.id) || world.origins.has(one.id),
      'every right was given',
    ).toBe(true)
    if (one.accountId === globex) expect(one.virtualAccountId, 'nobody grows beyond Rome').toBe(rome)
  }
  const open = world.requests.filter(isOpen).map((one) => `${one.accountId} ${one.beneficiaryId}`)
  expect(new Set(open).size, 'one open request at a time').toBe(open.length)
}

describe('no sequence of allowed acts', () => {
  afterAll(() => {
    // Proves that the walk is not a row of refusals.
    const asking = ['submit', 'approve', 'first of two', 'by two', 'take back']
    const removing = ['propose', 'refuse', 'withdraw', 'CONFIRMED', 'UNOPPOSED']
    for (const what of [...asking, ...removing]) {
      expect(tally[what], what).toBeGreaterThan(2)
    }
  })

  it('reaches a right that nobody gave, or leaves an account alone', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(someActs, (acts) => {
        const world = new World()
        for (const act of acts) {
          doers[act.act](world, act)
          checkAlways(world)
        }
      }),
      { numRuns: 500 },
    )
  })
})
