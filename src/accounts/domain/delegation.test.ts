import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountId, GrantId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { type Colleague, type Delegation, longestChain, mayDelegate, standInsFor } from './delegation.ts'
import { type Grant, rightsOf } from './rights.ts'
import type { Role } from './roles.ts'

const account = 'account' as AccountId
const place = (name: string) => name as VirtualAccountId
const tree = {
  accountId: account,
  virtualAccounts: [
    { id: place('paris'), parentId: null },
    { id: place('lab'), parentId: place('paris') },
    { id: place('lyon'), parentId: null },
  ],
}
const now = new Date('2026-12-01T08:00:00Z')

function grant(person: string, role: Role, where: string | null): Grant {
  return {
    id: `${person} ${role} ${where}` as GrantId,
    accountId: account,
    personId: person as PersonId,
    role,
    virtualAccountId: where === null ? null : place(where),
    endsAt: null,
    revokedAt: null,
    suspendedAt: null,
  }
}

function colleague(
  person: string,
  held: readonly [Role, string | null][],
  more: Partial<Colleague> = {},
): Colleague {
  const grants = held.map(([role, where]) => grant(person, role, where))
  return {
    personId: person as PersonId,
    rights: rightsOf(grants, tree, now),
    isDisabled: false,
    address: `${person}@acme.example`,
    directoryId: null,
    ...more,
  }
}

const link = (personId: string, delegateId: string) => ({ personId, delegateId }) as Delegation
const ana = colleague('ana', [['SA', null]])
const ben = colleague('ben', [['SA', null]])
const vera = colleague('vera', [['VA', 'paris']])

describe('choosing who stands in', () => {
  it('needs somebody who could decide all of it themselves', () => {
    expect(mayDelegate(ana, ben, []).ok).toBe(true)
    expect(mayDelegate(vera, ana, []).ok).toBe(true)
    expect(mayDelegate(ana, vera, [])).toEqual({ ok: false, refusal: { code: 'less-power' } })
    expect(mayDelegate(vera, colleague('luc', [['VA', 'lab']]), []).ok).toBe(false)
    expect(mayDelegate(colleague('luc', [['VA', 'lab']]), vera, []).ok).toBe(true)
    expect(mayDelegate(ana, colleague('agnes', [['AG', null]]), []).ok).toBe(false)
    expect(mayDelegate(ana, { ...ben, isDisabled: true }, []).ok).toBe(false)
  })

  it('is for those who decide something', () => {
    const viewer = colleague('luc', [['VV', 'paris']])
    expect(mayDelegate(viewer, ana, [])).toEqual({ ok: false, refusal: { code: 'nothing-to-decide' } })
  })

  it.each([
    ['themselves', ana],
    ['their second mailbox', colleague('ana2', [['SA', null]], { address: 'Ana+work@acme.example' })],
    ['their second entry in the directory', colleague('a', [['SA', null]], { directoryId: '77' })],
  ])('is never %s', (_, other) => {
    expect(mayDelegate({ ...ana, directoryId: '77' }, other, [])).toEqual({
      ok: false,
      refusal: { code: 'oneself' },
    })
  })

  it('makes no circle, whatever its length', () => {
    expect(mayDelegate(ana, ben, [link('ben', 'ana')])).toEqual({ ok: false, refusal: { code: 'cycle' } })
    const round = [link('ben', 'cleo'), link('cleo', 'ana')]
    expect(mayDelegate(ana, ben, round)).toEqual({ ok: false, refusal: { code: 'cycle' } })
  })

  it('lets two follow each other, and no third, at either end', () => {
    expect(mayDelegate(ana, ben, [link('ben', 'cleo')]).ok).toBe(true)
    expect(mayDelegate(ana, ben, [link('cleo', 'ana')]).ok).toBe(true)
    const refusal = { ok: false, refusal: { code: 'chain-too-long' } }
    expect(mayDelegate(ana, ben, [link('ben', 'cleo'), link('cleo', 'dora')])).toEqual(refusal)
    expect(mayDelegate(ana, ben, [link('dora', 'cleo'), link('cleo', 'ana')])).toEqual(refusal)
    expect(mayDelegate(ana, ben, [link('cleo', 'ana'), link('ben', 'dora')])).toEqual(refusal)
  })

  it('does not count the delegate that is replaced', () => {
    expect(mayDelegate(ana, ben, [link('ana', 'cleo'), link('cleo', 'ben')]).ok).toBe(true)
  })
})

describe('whoever stands in', () => {
  const there = { isAway: false, hasHardBounced: false }
  const away = { isAway: true, hasHardBounced: false }
  const who = (all: Record<string, typeof there>) => (id: PersonId) => all[id]
  const chain = [link('ana', 'ben'), link('ben', 'cleo'), link('cleo', 'dora')]

  it('is the first of the chain who is there', () => {
    expect(standInsFor(ana.personId, chain, who({ ben: there, cleo: there }))).toEqual(['ben'])
    expect(standInsFor(ana.personId, chain, who({ ben: away, cleo: there }))).toEqual(['ben', 'cleo'])
  })

  it('is nobody when the chain would be longer than two', () => {
    expect(standInsFor(ana.personId, chain, who({ ben: away, cleo: away, dora: there }))).toEqual([])
  })

  it('is nobody when one of the chain can no longer decide, or gets no mail', () => {
    expect(standInsFor(ana.personId, chain, who({ cleo: there }))).toEqual([])
    expect(standInsFor(ana.personId, chain, who({ ben: away }))).toEqual([])
    expect(standInsFor(ana.personId, chain, who({ ben: { ...there, hasHardBounced: true } }))).toEqual([])
  })

  it('is never the one who is away, even in a circle that should not be there', () => {
    const circle = [link('ana', 'ben'), link('ben', 'ana')]
    expect(standInsFor(ana.personId, circle, who({ ben: away, ana: there }))).toEqual([])
  })

  it('is always somebody able, there, and reached by choices that the rule allowed', () => {
    const names = ['ana', 'ben', 'cleo', 'dora', 'emil'] as const
    const people = names.map((name) => colleague(name, [['SA', null]]))
    const name = fc.constantFrom(...names)
    const acts = fc.array(fc.tuple(name, name), { maxLength: 20 })
    fc.assert(
      fc.property(acts, fc.subarray([...names]), fc.subarray([...names]), (chosen, absent, unable) => {
        let links: Delegation[] = []
        for (const [from, to] of chosen) {
          const [by, other] = [from, to].map((id) => people.find(({ personId }) => personId === id))
          if (!by || !other || !mayDelegate(by, other, links).ok) continue
          links = [...links.filter(({ personId }) => personId !== from), link(from, to)]
        }
        for (const { personId } of people) {
          const able = (id: PersonId) =>
            unable.includes(id as 'ana')
              ? undefined
              : { isAway: absent.includes(id as 'ana'), hasHardBounced: false }
          const found = standInsFor(personId, links, able)
          expect(found.length).toBeLessThanOrEqual(longestChain)
          expect(found).not.toContain(personId)
          const last = found.at(-1)
          if (last !== undefined) expect(able(last)?.isAway).toBe(false)
        }
      }),
    )
  })
})
