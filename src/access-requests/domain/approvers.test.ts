import { describe, expect, it } from 'vitest'
import {
  acme,
  globex,
  grant,
  holding,
  inside,
  lyon,
  now,
  paris,
  parisLab,
  person,
  rome,
  tree,
  whole,
} from '../../accounts/domain/cast.ts'
import { rightsOf } from '../../accounts/domain/rights.ts'
import { type Role, roles } from '../../accounts/domain/roles.ts'
import {
  type Approver,
  administratorsFor,
  decidersOf,
  isSamePerson,
  mayDecide,
  reachableFor,
} from './approvers.ts'
import { ana, approver, ben, candidate, request, unsure, vera, zoe } from './cast.ts'

const forParis = request({ ask: { ...unsure, scope: inside(paris) } })
const forTheLab = request({ ask: { ...unsure, scope: inside(parisLab) } })
const forBoth = request({ ask: { ...unsure, scope: inside(paris, lyon) } })
const forAll = request({ ask: { ...unsure, scope: whole } })

function answer(asked: typeof forParis, by: Approver): string {
  const outcome = mayDecide(asked, by)
  return outcome.ok ? 'yes' : outcome.refusal.code
}

describe('an administrator', () => {
  it.each([forParis, forTheLab, forBoth, forAll, request()])(
    'of the account may decide whatever is asked',
    (asked) => {
      expect(answer(asked, ana)).toBe('yes')
    },
  )

  it('of the account decides even when an asked virtual account is gone', () => {
    expect(answer(request({ ask: { ...unsure, scope: inside(rome) } }), ana)).toBe('yes')
  })

  it('of a virtual account may decide what lies in it and below', () => {
    expect(answer(forParis, vera)).toBe('yes')
    expect(answer(forTheLab, vera)).toBe('yes')
  })

  it('of a virtual account may not decide what only partly lies in it', () => {
    expect(answer(forBoth, vera)).toBe('not-an-approver')
    expect(answer(forAll, vera)).toBe('not-an-approver')
  })

  it('of a virtual account may not decide when the requester is not sure where', () => {
    expect(answer(request(), vera)).toBe('not-an-approver')
  })

  it('who is disabled decides nothing', () => {
    expect(answer(forAll, { ...ana, isDisabled: true })).toBe('not-an-approver')
  })

  it('of another account decides nothing here', () => {
    const rights = rightsOf([grant('SA', { accountId: globex })], { ...tree, accountId: globex }, now)
    expect(rights.held).not.toEqual([])
    expect(answer(forAll, approver('carla', { rights }))).toBe('not-an-approver')
    expect(answer(forParis, approver('carla', { rights }))).toBe('not-an-approver')
  })
})

describe('nobody else decides', () => {
  it.each(roles.filter((role) => role !== 'SA' && role !== 'VA'))('as %s', (role: Role) => {
    const rights = holding(grant(role), grant(role, { virtualAccountId: paris }))
    expect(answer(forParis, approver('luc', { rights }))).toBe('not-an-approver')
  })

  it('as a stranger', () => {
    expect(answer(forParis, zoe)).toBe('not-an-approver')
  })
})

describe('nobody decides for themselves', () => {
  const { rights } = ana

  it.each<[string, Partial<Approver>, ReturnType<typeof request>]>([
    ['as the requester', { personId: person('raul') }, request({ beneficiaryId: person('luc') })],
    ['as the beneficiary', { personId: person('luc') }, request({ beneficiaryId: person('luc') })],
    ['in another identity', { countsAs: [person('raul')] }, request()],
    [
      'as the one who stands in for the requester',
      { countsAs: [person('raul')] },
      request({ beneficiaryId: person('luc') }),
    ],
    [
      'as the one who stands in for the beneficiary',
      { countsAs: [person('luc')] },
      request({ beneficiaryId: person('luc') }),
    ],
  ])('%s', (_how, changes, asked) => {
    expect(answer(asked, approver('other', { rights, ...changes }))).toBe('own-request')
  })

  it('and trying it without any right is still an attempt', () => {
    expect(answer(request(), approver('raul'))).toBe('own-request')
  })
})

describe('of all candidates', () => {
  const raul = approver('raul', { rights: ana.rights })
  const everybody = [ana, ben, vera, zoe, raul].map((one) => candidate(one))

  it('those decide who may', () => {
    expect(decidersOf(forParis, everybody).map(({ personId }) => personId)).toEqual([
      'person-ana',
      'person-ben',
      'person-vera',
    ])
    expect(decidersOf(request(), everybody).map(({ personId }) => personId)).toEqual([
      'person-ana',
      'person-ben',
    ])
  })

  it('those are reachable whom mail reaches; the others may still decide', () => {
    const some = [
      candidate(ana, { hasHardBounced: true }),
      candidate(ben, { isAwayWithoutDelegate: true }),
      candidate(vera),
    ]
    expect(decidersOf(forParis, some)).toHaveLength(3)
    expect(reachableFor(forParis, some).map(({ personId }) => personId)).toEqual(['person-vera'])
    expect(reachableFor(request(), some)).toEqual([])
  })

  it('only account administrators count for the two, each person once', () => {
    expect(administratorsFor(forParis, [...everybody, candidate(ana)])).toBe(2)
    expect(administratorsFor(forParis, [candidate(vera)])).toBe(0)
    expect(administratorsFor(request({ requesterId: ana.personId }), everybody)).toBe(1)
    expect(acme).toBe(forParis.accountId)
  })
})

describe('the same person', () => {
  it('is known by any identity they share', () => {
    expect(isSamePerson(ana, ana)).toBe(true)
    expect(isSamePerson(ana, ben)).toBe(false)
    expect(isSamePerson({ ...ana, countsAs: [ben.personId] }, ben)).toBe(true)
    expect(isSamePerson(ben, { ...ana, countsAs: [ben.personId] })).toBe(true)
    expect(isSamePerson({ ...ana, countsAs: [zoe.personId] }, { ...ben, countsAs: [zoe.personId] })).toBe(
      true,
    )
  })
})
