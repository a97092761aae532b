import { describe, expect, it } from 'vitest'
import { grant, holding, lyon, now, paris, parisLab, person } from '../../accounts/domain/cast.ts'
import type { Grant } from '../../accounts/domain/rights.ts'
import { roles } from '../../accounts/domain/roles.ts'
import type { GrantId, PersonId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import { answerItem, isLess, lesserRoles, mayReview, type Reviewer } from './answering.ts'
import { outcomeOf } from './closing.ts'
import type { Answered, Item } from './review.ts'

const as = (name: string, ...held: Grant[]): Reviewer => ({
  personId: person(name),
  countsAs: [],
  isDisabled: false,
  rights: holding(...held),
  passwordTypedAt: now,
})
const ana = as('ana', grant('SA'))
const vera = as('vera', grant('VA', { virtualAccountId: paris }))
const luc = as('luc', grant('SU'))
const ofBen = grant('SA', { id: 'grant-ben' as GrantId, personId: person('ben') })
const ofLuc = grant('VU', { personId: person('luc'), virtualAccountId: parisLab })
const item = (held: Grant, changes: Partial<Item> = {}): Item => ({
  grantId: held.id,
  grant: held,
  answered: null,
  answeredBy: null,
  version: 0,
  outcome: null,
  ...changes,
})
const administrator = (name: string, id: string) => ({
  grantId: id as GrantId,
  personId: person(name),
  endsAt: null,
  isDisabled: false,
  hasHardBounced: false,
  isAwayWithoutDelegate: false,
})
const two = [administrator('ana', 'grant-SA'), administrator('ben', 'grant-ben')]
const keep: Answered = { answer: 'KEEP' }
const remove: Answered = { answer: 'REMOVE' }

function said(of: Item, by: Reviewer, answered: Answered | null = keep, changes = {}): string {
  const facts = { now, administrators: two, wantsTwo: null, seen: of.version, ...changes }
  const outcome = answerItem({ status: 'OPEN' }, of, by, { answered, facts })
  return outcome.ok ? 'done' : outcome.refusal.code
}

describe('an answer', () => {
  it('is given by whoever could take the access, and by nobody else', () => {
    expect(said(item(ofLuc), ana)).toBe('done')
    expect(said(item(ofLuc), vera)).toBe('done')
    expect(said(item(ofLuc), as('nina', grant('SU')))).toBe('above-own-rights')
    expect(said(item({ ...ofLuc, virtualAccountId: lyon }), vera)).toBe('above-own-rights')
    expect(said(item(ofBen), vera)).toBe('above-own-rights')
  })

  it('is never given about one’s own access, in no identity', () => {
    expect(said(item(grant('SA')), ana)).toBe('own-access')
    expect(said(item(ofLuc), luc)).toBe('own-access')
    expect(said(item(ofBen), { ...ana, countsAs: [person('ben')] as PersonId[] })).toBe('own-access')
  })

  it('can be changed and taken back until it is carried out, looking at the latest', () => {
    const kept = item(ofLuc, { answered: keep, version: 1 })
    expect(said(kept, ana, null)).toBe('done')
    expect(said(kept, ana, remove)).toBe('done')
    expect(said(kept, ana, remove, { seen: 0 })).toBe('answered-meanwhile')
    expect(said(item(ofLuc, { outcome: 'REMOVED' }), ana)).toBe('carried-out')
    expect(said(item({ ...ofLuc, endsAt: daysAfter(now, -1) }), ana)).toBe('access-over')
    const facts = { now, administrators: two, wantsTwo: null, seen: 0 }
    const late = answerItem({ status: 'CLOSED' }, item(ofLuc), ana, { answered: keep, facts })
    expect(late).toMatchObject({ refusal: { code: 'review-closed' } })
  })

  it('keeps an administrator, but removing one takes two where the account wants two', () => {
    expect(said(item(ofBen), ana)).toBe('done')
    expect(said(item(ofBen), ana, remove)).toBe('second-administrator-needed')
    expect(said(item(ofBen), ana, remove, { wantsTwo: false })).toBe('done')
  })

  it('about suspended access is possible, since keeping it makes it work again', () => {
    expect(mayReview({ ...ofLuc, suspendedAt: now }, ana).ok).toBe(true)
  })
})

describe('a change', () => {
  it('leaves a lesser role in the same place, an earlier end, or both', () => {
    const to = (role: 'VV' | 'VU' | 'VA', endsAt: Date | null = null): Answered => ({
      answer: 'CHANGE',
      to: { role, endsAt },
    })
    expect(said(item(ofLuc), ana, to('VV'))).toBe('done')
    expect(said(item(ofLuc), ana, to('VU', daysAfter(now, 30)))).toBe('done')
    expect(said(item(ofLuc), ana, to('VU'))).toBe('not-less')
    expect(said(item(ofLuc), ana, to('VA', daysAfter(now, 30)))).toBe('not-less')
    expect(said(item(ofLuc), ana, to('VV', daysAfter(now, -1)))).toBe('not-less')
    expect(isLess({ role: 'VU', endsAt: daysAfter(now, 9) }, { role: 'VV', endsAt: null }, now)).toBe(false)
  })

  it('knows the lesser roles', () => {
    expect(Object.fromEntries(roles.map((role) => [role, lesserRoles(role).join(' ')]))).toEqual({
      VV: '',
      VU: 'VV',
      VA: 'VV VU',
      SV: '',
      SU: 'SV',
      AG: 'SV',
      SA: 'SV SU AG',
    })
  })
})

describe('when a review closes', () => {
  const came = (of: Item, survives = true, startedBy: PersonId | null = null) =>
    outcomeOf(of, { now, review: { startedBy }, survives })

  it('only what was kept is kept', () => {
    expect(came(item(ofLuc, { answered: keep }))).toBe('KEPT')
    expect(came(item(ofLuc, { answered: keep, answeredBy: person('luc') }))).toBe('SUSPENDED')
    expect(came(item(ofLuc))).toBe('SUSPENDED')
    expect(came(item(ofLuc, { answered: remove }))).toBe('SUSPENDED')
    expect(came(item({ ...ofLuc, revokedAt: now }))).toBe('OVER')
    expect(came(item(ofLuc, { outcome: 'CHANGED' }))).toBe('CHANGED')
  })

  it('the last administrator stays, and every one of them when somebody started it by hand', () => {
    expect(came(item(ofBen))).toBe('SUSPENDED')
    expect(came(item(ofBen), false)).toBe('LEFT')
    expect(came(item(ofBen), true, person('ana'))).toBe('LEFT')
    expect(came(item(ofLuc), true, person('ana'))).toBe('SUSPENDED')
  })
})
