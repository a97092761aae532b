import { describe, expect, it } from 'vitest'
import {
  decideOffices,
  mayNotLeave,
  type Offices,
  type OfficesChange,
  officesOf,
  sameOffices,
  whichOffices,
} from './offices.ts'

const bools = [true, false] as const
const allOffices: Offices[] = bools.flatMap((support) => bools.map((operator) => ({ support, operator })))
const actors: OfficesChange['by'][] = [
  null,
  ...bools.flatMap((isOperator) => bools.map((isThemselves) => ({ isOperator, isThemselves }))),
]
const statuses = ['ACTIVE', 'DISABLED', 'ERASED'] as const

const every: OfficesChange[] = actors.flatMap((by) =>
  statuses.flatMap((status) =>
    allOffices.flatMap((offices) =>
      allOffices.flatMap((wanted) =>
        [undefined, ...allOffices].flatMap((seen) =>
          [0, 1].flatMap((otherOperators) =>
            bools.map((typedPassword) => ({
              by,
              typedPassword,
              person: { status, offices },
              seen,
              wanted,
              otherOperators,
            })),
          ),
        ),
      ),
    ),
  ),
)
const answered = every.map((change) => ({ change, outcome: decideOffices(change) }))
const changed = answered.flatMap(({ change, outcome }) =>
  outcome.ok && outcome.value !== null ? [{ change, offices: outcome.value }] : [],
)

it('offices are one word and back', () => {
  expect(allOffices.map(whichOffices)).toEqual(['both', 'support', 'operator', 'none'])
  expect(allOffices.map((offices) => officesOf(whichOffices(offices)))).toEqual(allOffices)
})

describe('a change of offices', () => {
  it('is made as it was wanted, or not at all', () => {
    expect(changed.length).toBeGreaterThan(0)
    for (const { change, offices } of changed) expect(offices).toEqual(change.wanted)
  })

  it('is made by an active operator who typed their password, for others, or at the machine', () => {
    const by = new Set(changed.map(({ change }) => JSON.stringify(change.by)))
    const operator = { isOperator: true, isThemselves: false }
    expect([...by].toSorted()).toEqual([JSON.stringify(null), JSON.stringify(operator)].toSorted())
    expect(changed.filter(({ change }) => change.by && !change.typedPassword)).toEqual([])
  })

  it('gives nothing to whoever cannot sign in', () => {
    for (const { change } of changed) {
      const { status, offices } = change.person
      expect(status).not.toBe('ERASED')
      if (status === 'ACTIVE') continue
      expect([
        change.wanted.support && !offices.support,
        change.wanted.operator && !offices.operator,
      ]).toEqual([false, false])
    }
  })

  it('leaves an active operator', () => {
    for (const { change } of changed) {
      const { status, offices } = change.person
      const after = change.otherOperators + (status === 'ACTIVE' && change.wanted.operator ? 1 : 0)
      if (status === 'ACTIVE' && offices.operator) expect(after).toBeGreaterThan(0)
    }
  })

  it('is not made over the offices that somebody else changed meanwhile', () => {
    for (const { change } of changed)
      if (change.seen) expect(sameOffices(change.seen, change.person.offices)).toBe(true)
  })

  it('says why not, and asks for the password only where it would help', () => {
    const refusals = answered.flatMap(({ change, outcome }) =>
      outcome.ok ? [] : [{ change, refusal: outcome.refusal }],
    )
    expect(new Set(refusals.map(({ refusal }) => refusal))).toEqual(
      new Set([
        'not-operator',
        'oneself',
        'nobody',
        'stale',
        'not-active',
        'last-operator',
        'recent-sign-in-needed',
      ]),
    )
    for (const { change, refusal } of refusals.filter((one) => one.refusal === 'recent-sign-in-needed')) {
      expect([refusal, decideOffices({ ...change, typedPassword: true })]).toEqual([
        'recent-sign-in-needed',
        { ok: true, value: change.wanted },
      ])
    }
  })

  it('is nothing when the offices are so already', () => {
    const operator = { isOperator: true, isThemselves: false }
    for (const offices of allOffices)
      expect(
        decideOffices({
          by: operator,
          typedPassword: false,
          person: { status: 'ACTIVE', offices },
          wanted: offices,
          otherOperators: 0,
        }),
      ).toEqual({ ok: true, value: null })
  })
})

describe('whoever is shut out or erased', () => {
  const standings = actors.flatMap((by) =>
    statuses.flatMap((status) =>
      allOffices.flatMap((offices) =>
        [0, 1, 2].map((otherOperators) => ({ by, person: { status, offices }, otherOperators })),
      ),
    ),
  )
  const gone = standings.filter((standing) => mayNotLeave(standing) === undefined)

  it('leaves an operator, whoever does it', () => {
    expect(gone.length).toBeGreaterThan(0)
    for (const { person, otherOperators } of gone)
      if (person.offices.operator && person.status === 'ACTIVE') expect(otherOperators).toBeGreaterThan(0)
  })

  it('is so by another, active operator, or at the machine', () => {
    for (const { by } of gone) expect(by).toSatisfy((one) => !one || (one.isOperator && !one.isThemselves))
  })

  it('is told why not', () => {
    const refusals = new Set(standings.map(mayNotLeave))
    expect(refusals).toEqual(new Set([undefined, 'not-operator', 'oneself', 'nobody', 'last-operator']))
  })
})
