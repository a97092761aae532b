// What random people try in the test of unearned rights: mostly sensible, sometimes not.
import fc from 'fast-check'
import {
  globex,
  inside,
  lyon,
  now,
  paris,
  parisLab,
  person,
  rome,
  whole,
} from '../../accounts/domain/cast.ts'
import type { Given, Scope, Tree } from '../../accounts/domain/rights.ts'
import { accountRoles, type Role, roles, virtualRoles } from '../../accounts/domain/roles.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { Ask } from './request.ts'

export const people = ['ana', 'ben', 'vera', 'raul', 'zoe', 'carla'].map(person)
export const treeOfGlobex: Tree = { accountId: globex, virtualAccounts: [{ id: rome, parentId: null }] }

/** The instant so many hours after the story begins. */
export function hours(count: number): Date {
  return new Date(now.getTime() + count * 3_600_000)
}

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
  { weight: 1, arbitrary: fc.integer({ min: -10, max: 900 }).map(hours) },
)
const fitting = fc.oneof(
  fc.record({ scope: fc.constant<Scope>(whole), role: fc.constantFrom<Role>(...accountRoles, 'SA', 'SA') }),
  fc.record({ scope: someVirtual, role: fc.constantFrom<Role>(...virtualRoles) }),
)
const anyGiven: fc.Arbitrary<Given> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fitting, anyEnd).map(([given, endsAt]) => ({ ...given, endsAt })),
  },
  { weight: 1, arbitrary: fc.record({ scope: anyScope, role: fc.constantFrom(...roles), endsAt: anyEnd }) },
)
const unsure: Ask = { scope: { kind: 'UNSURE' }, role: null, endsAt: null }
const anyAsk: fc.Arbitrary<Ask> = fc.oneof(fc.constant(unsure), anyGiven)

/** Something somebody tries; which fields count depends on `act`. */
export type Act = {
  readonly act: 'submit' | 'approve' | 'decline' | 'amend' | 'touch' | 'take-back' | 'wait' | 'disable'
  readonly who: PersonId
  readonly other: PersonId
  readonly ask: Ask
  readonly given: Given
  readonly n: number
  readonly dice: number
}

const names: readonly Act['act'][] = [
  ...([
    'submit',
    'submit',
    'submit',
    'approve',
    'approve',
    'approve',
    'approve',
    'approve',
    'approve',
  ] as const),
  ...(['decline', 'amend', 'touch', 'take-back', 'wait', 'disable'] as const),
]

/** A row of such acts; `n` counts back from the newest request or grant. */
export const someActs: fc.Arbitrary<Act[]> = fc.array(
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
