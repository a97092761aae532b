// Rules, requests and accounts as chance makes them, for properties that hold whatever they are.
import fc from 'fast-check'
import {
  grant,
  holding,
  inside,
  lyon,
  paris,
  parisLab,
  person,
  tree,
} from '../../src/accounts/domain/cast.ts'
import { now } from '../../src/accounts/domain/cast.ts'
import type { Identifier } from '../../src/accounts/domain/identifier.ts'
import { rightsOf } from '../../src/accounts/domain/rights.ts'
import { type Action, type CustomRoleId, roles } from '../../src/accounts/domain/roles.ts'
import { completed } from '../../src/accounts/domain/custom-role.ts'
import { daysAfter } from '../../src/kernel/time.ts'
import type { Facts } from '../../src/rules/domain/decide.ts'
import {
  type Conditions,
  givableRoles,
  type NameableGroup,
  type OwnRole,
  type Rule,
  type RuleBook,
  type RuleId,
  type RuleOutcome,
} from '../../src/rules/domain/rule.ts'

export const domains = [
  'acme.example',
  'paris.acme.example',
  'elsewhere.example',
] as readonly string[] as readonly Identifier[]
export const people = ['ana', 'ben', 'carla', 'raul'].map(person)

const ownRole = (
  name: string,
  reach: OwnRole['reach'],
  more: readonly Action[],
  isRetired = false,
): OwnRole => ({
  id: name as CustomRoleId,
  name,
  version: 2,
  reach,
  actions: completed(more),
  isRetired,
  changedBy: person('carla'),
})
/** Roles of an account's own: two that a rule can give, one with power over others, one that is retired. */
export const ownRoles: readonly OwnRole[] = [
  ownRole('desk', 'VIRTUAL', ['see-people', 'see-event-log']),
  ownRole('auditor', 'ACCOUNT', ['see-event-log']),
  ownRole('deputy', 'VIRTUAL', ['decide-requests']),
  ownRole('old', 'ACCOUNT', ['see-people'], true),
]
const places = [paris, parisLab, lyon]

const somePlaces = fc.subarray(places, { minLength: 1 })
const someDomains = fc.subarray([...domains], { minLength: 1 })

export const groups = [
  { id: 'group-1', name: 'Licence desk', scope: { kind: 'ACCOUNT' } },
  { id: 'group-2', name: 'Paris', scope: inside(paris) },
] as readonly object[] as readonly NameableGroup[]

const who: fc.Arbitrary<Conditions['who']> = fc.oneof(
  fc.constantFrom({ kind: 'ANYBODY' } as const, { kind: 'INSIDE' } as const, { kind: 'OUTSIDE' } as const),
  someDomains.map((names) => ({ kind: 'DOMAINS', domains: names }) as const),
  fc.subarray([...groups], { minLength: 1 }).map((named) => ({ kind: 'GROUPS', groups: named }) as const),
)
const where: fc.Arbitrary<Conditions['where']> = fc.oneof(
  fc.constantFrom({ kind: 'ANY' } as const, { kind: 'ACCOUNT' } as const, { kind: 'UNSURE' } as const),
  somePlaces.map((ids) => inside(...ids)),
)
const duration: fc.Arbitrary<Conditions['duration']> = fc.oneof(
  fc.constantFrom({ kind: 'ANY' } as const, { kind: 'NO_END' } as const),
  fc.integer({ min: 1, max: 400 }).map((days) => ({ kind: 'AT_MOST', days }) as const),
)
const conditions: fc.Arbitrary<Conditions> = fc.record({
  who,
  where,
  duration,
  roles: fc.subarray([...roles, 'UNSURE' as const, ...ownRoles.map(({ id }) => id)], { maxLength: 4 }),
})
const outcome: fc.Arbitrary<RuleOutcome> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('APPROVE' as const),
      role: fc.constantFrom(
        ...givableRoles,
        'ASKED' as const,
        ...ownRoles.map(({ id, version }) => ({ custom: id, version })),
      ),
      scope: fc.oneof(
        fc.constantFrom('ASKED' as const, { kind: 'ACCOUNT' } as const),
        somePlaces.map((ids) => inside(...ids)),
      ),
      days: fc.option(fc.integer({ min: 1, max: 400 })),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'DECLINE', en: 'Not from here, please.', fr: '' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'REVIEW' } as const) },
)

/** A rule, on or off, of the account or of one of its virtual accounts. */
export const someRule: fc.Arbitrary<Rule> = fc.record({
  id: fc.uuid().map((id) => id as RuleId),
  place: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...places)),
  version: fc.integer({ min: 1, max: 9 }),
  enabled: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  changedBy: fc.constantFrom(...people),
  conditions,
  outcome,
})

/** The rules of an account. */
export const someBook: fc.Arbitrary<RuleBook> = fc.record({
  version: fc.integer({ min: 0, max: 99 }),
  changedBy: fc.option(fc.constantFrom(...people)),
  rules: fc.array(someRule, { maxLength: 8 }),
  manualOnly: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.subarray([null, ...places], { minLength: 1, maxLength: 2 }),
  ),
})

/** A request, and all that rules may know of it. */
export const someFacts: fc.Arbitrary<Facts> = fc.record({
  now: fc.constant(now),
  tree: fc.constant(tree),
  account: fc.subarray([...domains]).map((verifiedDomains) => ({ verifiedDomains })),
  verifiedDomains: fc.subarray([...domains], { maxLength: 1 }),
  groups: fc.subarray([...groups]),
  people: fc.subarray(people, { minLength: 1, maxLength: 2 }),
  deciders: fc.integer({ min: 0, max: 3 }),
  ownRoles: fc.constant(ownRoles),
  givers: fc.constantFrom([], [holding(grant('SA'))], [holding(grant('VA', { virtualAccountId: paris }))]),
  held: fc.constantFrom(null, rightsOf([], tree, now)),
  ask: fc.record({
    role: fc.option(fc.constantFrom(...roles, ...ownRoles)),
    endsAt: fc.option(fc.integer({ min: 1, max: 500 }).map((days) => daysAfter(now, days))),
    scope: fc.oneof(
      fc.constantFrom({ kind: 'ACCOUNT' } as const, { kind: 'UNSURE' } as const),
      somePlaces.map((ids) => inside(...ids)),
    ),
  }),
})
