import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  grant,
  holding,
  inside,
  lyon,
  now,
  paris,
  parisLab,
  person,
  whole,
} from '../../accounts/domain/cast.ts'
import {
  accountRoles,
  choiceOf,
  type CustomRole,
  type Role,
  roles,
  virtualRoles,
} from '../../accounts/domain/roles.ts'
import { daysAfter } from '../../kernel/time.ts'
import { type Addressee, type AddFacts, aboveOwn, planFor, pinned, type Reading, readLine } from './adding.ts'
import { addressesIn, rowsOf, sheetLines } from './sheet.ts'

const helpDesk: CustomRole = {
  id: '019a0000-0000-7000-8000-0000000000aa' as CustomRole['id'],
  name: 'Help desk',
  version: 3,
  reach: 'VIRTUAL',
  actions: ['see-account', 'see-virtual-accounts', 'see-people'],
}

const reading: Reading = {
  timeZone: 'Europe/Paris',
  now,
  roleNames: new Map([['virtual account viewer', 'VV']]),
  ownRoles: [helpDesk],
  places: [
    { id: '019a0000-0000-7000-8000-000000000001' as typeof paris, names: ['Paris'] },
    { id: '019a0000-0000-7000-8000-000000000002' as typeof paris, names: ['Paris', 'Lab'] },
    { id: '019a0000-0000-7000-8000-000000000003' as typeof paris, names: ['Lyon', 'Lab'] },
  ],
}
const line = (changes: Partial<Parameters<typeof readLine>[0]> = {}) =>
  readLine({ address: 'a@b.example', role: 'SV', place: '', ends: '', ...changes }, reading)
const problem = (changes: Parameters<typeof line>[0]) => {
  const read = line(changes)
  return read.ok ? undefined : read.refusal
}

describe('a line', () => {
  it.each([
    [{ address: '' }, 'address-missing'],
    [{ address: 'nobody' }, 'address-wrong'],
    [{ role: '' }, 'role-missing'],
    [{ role: 'King' }, 'role-unknown'],
    [{ role: 'VV' }, 'place-missing'],
    [{ role: 'VV', place: 'Rome' }, 'place-unknown'],
    [{ role: 'VV', place: 'Lab' }, 'place-unknown'],
    [{ role: 'VV', place: 'Paris; Rome' }, 'place-unknown'],
    [{ role: 'SV', place: 'Paris' }, 'place-not-wanted'],
    [{ ends: 'soon' }, 'end-unreadable'],
    [{ ends: '2026-13-40T10:00:00Z' }, 'end-unreadable'],
    [{ ends: '2020-01-01' }, 'end-out-of-range'],
    [{ ends: '2099-01-01' }, 'end-out-of-range'],
  ] as const)('says what is wrong with %o', (changes, expected) => {
    expect(problem(changes)).toBe(expected)
  })

  it('names roles by code or by name, places from the top, and an end by the account’s clocks', () => {
    expect(line({ role: 'Virtual  Account viewer', place: 'paris / LAB;Paris' })).toMatchObject({
      value: {
        given: { role: 'VV', scope: { virtualAccountIds: [reading.places[1]?.id, reading.places[0]?.id] } },
      },
    })
    const ends = (text: string) => {
      const read = line({ ends: text })
      return read.ok ? read.value.given.endsAt?.toISOString() : read.refusal
    }
    expect(ends('2027-03-31')).toBe('2027-03-31T21:59:59.000Z')
    expect(ends('2027-03-31 18:00')).toBe('2027-03-31T16:00:00.000Z')
    expect(ends('2027-03-31T18:00:00Z')).toBe('2027-03-31T18:00:00.000Z')
    expect(line({ address: ' A@B.Example ' })).toMatchObject({ value: { address: 'a@b.example' } })
  })
})

describe('a sheet', () => {
  it('keeps the numbers of its lines, whatever parts them, and quotes', () => {
    expect(rowsOf('a;b\n\n"c;""d""";"e\nf"\n\'=x')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['c;"d"', 'e\nf'] },
      { line: 5, cells: ['=x'] },
    ])
    expect(rowsOf('\uFEFFa\tb\r\nc\td')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['c', 'd'] },
    ])
  })

  it('is read by its first row, or in the order of the template', () => {
    const names = new Map([
      ['rôle', 'role'],
      ['adresse', 'address'],
    ] as const)
    expect(sheetLines('Rôle,Adresse\nSV,a@b.example', names)).toEqual([
      { line: 2, address: 'a@b.example', role: 'SV', place: '', ends: '' },
    ])
    expect(sheetLines('a@b.example,SV,Paris,2027-03-31', names)).toEqual([
      { line: 1, address: 'a@b.example', role: 'SV', place: 'Paris', ends: '2027-03-31' },
    ])
  })

  it('never breaks, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\t', 'a', "'", '=') }), (text) => {
        for (const row of rowsOf(text)) expect(row.line).toBeGreaterThan(0)
      }),
    )
  })

  it('takes addresses as people paste them', () => {
    expect(
      addressesIn('a@b.example, C D <c@d.example>;\ne@f.example g@h.example').map(({ address }) => address),
    ).toEqual(['a@b.example', 'c@d.example', 'e@f.example', 'g@h.example'])
  })
})

const ana = { personId: person('ana'), rights: holding(grant('SA')) }
const luc = (...grants: Parameters<typeof holding>): Addressee => ({
  personId: person('luc'),
  isActive: true,
  isKnown: true,
  rights: holding(...grants),
})
const known = (...grants: Parameters<typeof holding>): AddFacts => ({
  addressee: luc(...grants),
  isInvited: false,
  isProposed: false,
  needsTwo: true,
})
const toGive = (role: Role, scope: Parameters<typeof aboveOwn>[0]['scope'] = whole) => ({
  address: 'luc@acme.example',
  given: { role, scope, endsAt: null },
})

describe('what becomes of a line', () => {
  it('is the same for whoever the account does not know, here or not', () => {
    const stranger = { ...known(), addressee: undefined }
    const outsider = {
      ...known(),
      addressee: { ...luc(), isKnown: false, isActive: false },
    }
    for (const facts of [stranger, outsider]) {
      expect(planFor(toGive('SV'), ana, facts)).toEqual({
        kind: 'INVITE',
        given: toGive('SV').given,
        needsTwo: false,
      })
      expect(planFor(toGive('SA'), ana, facts)).toMatchObject({ kind: 'INVITE', needsTwo: true })
      expect(planFor(toGive('SA'), ana, { ...facts, isInvited: true })).toEqual({ kind: 'INVITED' })
    }
  })

  it('is a gift for whoever is known, a proposal for an administrator, nothing for what is held', () => {
    expect(planFor(toGive('SV'), ana, known()).kind).toBe('GIVE')
    expect(planFor(toGive('SA'), ana, known()).kind).toBe('PROPOSE')
    expect(planFor(toGive('SA'), ana, { ...known(), isProposed: true }).kind).toBe('PROPOSED')
    expect(planFor(toGive('SA'), ana, { ...known(), needsTwo: false }).kind).toBe('GIVE')
    expect(planFor(toGive('SV'), ana, known(grant('SU'))).kind).toBe('HELD')
    const disabled = { ...known(), addressee: { ...luc(), isActive: false } }
    expect(planFor(toGive('SV'), ana, disabled)).toEqual({ kind: 'PROBLEM', problem: 'cannot-sign-in' })
    const self = { ...known(), addressee: { ...luc(), personId: person('ana') } }
    expect(planFor(toGive('SV'), ana, self)).toEqual({ kind: 'PROBLEM', problem: 'yourself' })
  })

  it('is never more than the giver holds, nor later', () => {
    const scopes = [whole, inside(paris), inside(parisLab), inside(lyon), inside(paris, lyon)]
    const givers = [grant('SA'), grant('AG'), grant('SU'), grant('VA', { virtualAccountId: paris })]
    for (const own of givers)
      for (const role of roles)
        for (const scope of scopes) {
          const by = { personId: person('ana'), rights: holding(own) }
          const isAllowed = aboveOwn({ role, scope, endsAt: null }, by) === undefined
          const fits = (accountRoles as readonly Role[]).includes(role) === (scope.kind === 'ACCOUNT')
          const isInParis = scope === scopes[1] || scope === scopes[2]
          const expected =
            fits &&
            (own.role === 'SA' ||
              (own.role === 'VA' && isInParis && (virtualRoles as readonly Role[]).includes(role)))
          expect([own.role, role, scope, isAllowed]).toEqual([own.role, role, scope, expected])
        }
    const until = { personId: person('ana'), rights: holding(grant('SA', { endsAt: daysAfter(now, 10) })) }
    expect(aboveOwn({ role: 'SV', scope: whole, endsAt: null }, until)).toBe('ends-after-own-right')
    expect(aboveOwn({ role: 'SV', scope: whole, endsAt: daysAfter(now, 9) }, until)).toBe(undefined)
    expect(aboveOwn({ role: 'SA', scope: whole, endsAt: null }, null)).toBe(undefined)
  })
})

describe('a role of the account’s own in a line', () => {
  const inParis = { place: 'Paris' }

  it('is known by its name, however it is written, as it is now', () => {
    expect(line({ role: ' help  DESK ', ...inParis })).toMatchObject({
      ok: true,
      value: { given: { role: helpDesk } },
    })
    expect(line({ role: helpDesk.id.toUpperCase(), ...inParis })).toMatchObject({
      ok: true,
      value: { given: { role: helpDesk } },
    })
  })

  it('is known as it was chosen, until it is edited', () => {
    expect(line({ role: choiceOf(helpDesk), ...inParis })).toMatchObject({ ok: true })
    expect(problem({ role: choiceOf({ ...helpDesk, version: 2 }), ...inParis })).toBe('role-changed')
    expect(problem({ role: choiceOf({ ...helpDesk, id: reading.places[0]?.id as never }), ...inParis })).toBe(
      'role-unknown',
    )
  })

  it('is held where it reaches', () => {
    expect(problem({ role: 'Help desk' })).toBe('place-missing')
  })

  it('is fixed to its version when it is kept', () => {
    const typed = { address: 'a@b.example', role: 'HELP DESK', place: '', ends: '' }
    expect(pinned(typed, [helpDesk]).role).toBe(choiceOf(helpDesk))
    expect(pinned({ ...typed, role: 'SV' }, [helpDesk]).role).toBe('SV')
  })
})
