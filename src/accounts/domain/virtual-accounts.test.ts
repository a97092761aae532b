import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GrantId, VirtualAccountId } from '../../kernel/id.ts'
import { acme, grant, lyon, now, paris, parisLab, person } from './cast.ts'
import { type Grant, may, rightsOf } from './rights.ts'
import { actions, reachOf, type Role, roles, virtualRoles } from './roles.ts'
import { type FlatVirtualAccount, grown, type NamedTree } from './tree.ts'
import {
  changedByMove,
  decidersChange,
  lookAlikeBeside,
  mayArrangeBelow,
  mayStandBelow,
  mostLevels,
  mostVirtualAccounts,
  placeIn,
  placing,
  possibleWith,
} from './virtual-accounts.ts'

const node = (
  id: VirtualAccountId,
  name: string,
  parentId: VirtualAccountId | null = null,
): FlatVirtualAccount => ({ id, name, parentId, isDefault: name === 'DEFAULT', restricted: false })
const standard = 'virtual-default' as VirtualAccountId
const tree = grown(acme, [
  node(parisLab, 'Paris Lab', paris),
  node(lyon, 'Lyon'),
  node(paris, 'Paris'),
  node(standard, 'DEFAULT'),
])
const named = (id: VirtualAccountId) => {
  const found = placeIn(tree, id)
  if (!found) throw new Error(id)
  return found
}

describe('a tree of virtual accounts', () => {
  it('begins with DEFAULT, then goes by name, each before those below it', () => {
    expect(tree.virtualAccounts.map(({ name }) => name)).toEqual(['DEFAULT', 'Lyon', 'Paris', 'Paris Lab'])
    expect(named(parisLab).path).toEqual([paris, parisLab])
  })

  it('takes a name only once in one place, however it is written', () => {
    expect(placing(tree, { name: 'paris', parentId: null })).toMatchObject({
      refusal: { code: 'name-taken' },
    })
    expect(placing(tree, { name: 'paris', parentId: paris }).ok).toBe(true)
    expect(placing(tree, { name: 'PARIS', parentId: null, except: paris }).ok).toBe(true)
  })

  it('takes no name that reads like one below another', () => {
    for (const name of ['Paris / Paris Lab', 'paris/PARIS LAB'])
      expect(placing(tree, { name, parentId: null })).toMatchObject({ refusal: { code: 'name-taken' } })
    expect(placing(tree, { name: 'Paris / Lyon', parentId: null }).ok).toBe(true)
    expect(placing(tree, { name: 'Paris / Paris Lab', parentId: paris }).ok).toBe(true)
  })

  it('says which neighbour a name looks like', () => {
    expect(lookAlikeBeside(tree, { name: 'Lуon', parentId: null })?.id).toBe(lyon)
    expect(lookAlikeBeside(tree, { name: 'Lуon', parentId: paris })).toBeUndefined()
    expect(lookAlikeBeside(tree, { name: 'Nantes', parentId: null })).toBeUndefined()
  })

  it('stops growing at its bounds', () => {
    const ids = Array.from({ length: mostVirtualAccounts }, (_, n) => `v${n}` as VirtualAccountId)
    const full = grown(
      acme,
      ids.map((id) => node(id, id)),
    )
    expect(placing(full, { name: 'one more', parentId: null })).toMatchObject({
      refusal: { code: 'too-many' },
    })
    const deep = grown(
      acme,
      ids.slice(0, mostLevels).map((id, n) => node(id, id, n === 0 ? null : (ids[n - 1] ?? null))),
    )
    const lowest = ids[mostLevels - 1] as VirtualAccountId
    expect(placing(deep, { name: 'one more', parentId: lowest })).toMatchObject({
      refusal: { code: 'too-deep' },
    })
    // What moves takes its own height along.
    expect(placing(tree, { name: 'Paris', parentId: lyon, except: paris }).ok).toBe(true)
  })

  it('never stands below itself', () => {
    expect(mayStandBelow(tree, named(paris), parisLab)).toBe(false)
    expect(mayStandBelow(tree, named(paris), paris)).toBe(false)
    expect(mayStandBelow(tree, named(paris), null)).toBe(false)
    expect(mayStandBelow(tree, named(paris), lyon)).toBe(true)
    expect(mayStandBelow(tree, named(parisLab), null)).toBe(true)
  })
})

describe('who arranges virtual accounts', () => {
  const holding = (held: Grant) => rightsOf([held], tree, now)
  const inParis = holding(grant('VA', { virtualAccountId: paris }))
  const inAll = holding(grant('SA'))

  it('is an account administrator at the top, and whoever administers what stands above below it', () => {
    expect(mayArrangeBelow(inAll, null)).toBe(true)
    expect(mayArrangeBelow(inParis, null)).toBe(false)
    expect(mayArrangeBelow(inParis, paris)).toBe(true)
    expect(mayArrangeBelow(inParis, lyon)).toBe(false)
  })

  it('renames and restricts their own, and moves and closes only what stands below it', () => {
    expect(possibleWith(inParis, named(paris))).toEqual({
      add: true,
      rename: true,
      restrict: true,
      move: false,
      close: false,
    })
    expect(possibleWith(inParis, named(parisLab))).toMatchObject({ move: true, close: true })
  })

  it('leaves DEFAULT as it is', () => {
    expect(possibleWith(inAll, named(standard))).toEqual({
      add: true,
      rename: false,
      restrict: false,
      move: false,
      close: false,
    })
  })

  it('is nobody with a lesser role', () => {
    for (const role of roles.filter((one) => one !== 'SA' && one !== 'VA')) {
      const rights = holding(grant(role, { virtualAccountId: role.startsWith('V') ? paris : null }))
      expect(Object.values(possibleWith(rights, named(parisLab))).some(Boolean), role).toBe(false)
    }
  })
})

describe('a move', () => {
  const at = (who: string, role: Role, place: VirtualAccountId | null) => ({
    personId: person(who),
    role,
    virtualAccountId: place,
  })

  it('takes inherited roles from some and gives them to others', () => {
    const grants = [at('vera', 'VA', paris), at('luc', 'VV', lyon), at('ana', 'SA', null)]
    const ways = { before: [paris, parisLab], after: [lyon, parisLab] }
    expect(changedByMove(grants, ways)).toEqual([
      { personId: person('vera'), gained: [], lost: ['VA'] },
      { personId: person('luc'), gained: ['VV'], lost: [] },
    ])
  })

  it('leaves out who may do the same by another role', () => {
    const grants = [at('vera', 'VV', paris), at('vera', 'VA', parisLab), at('vera', 'VU', lyon)]
    expect(changedByMove(grants, { before: [paris, parisLab], after: [lyon, parisLab] })).toEqual([])
  })

  it('says just what the rights before and after say', () => {
    const places = [paris, parisLab, lyon]
    const held = fc.record({
      role: fc.constantFrom(...virtualRoles, 'SU' as const, 'SA' as const),
      place: fc.constantFrom(...places),
    })
    fc.assert(
      fc.property(fc.array(held, { maxLength: 5 }), (some) => {
        const grants = some.map(({ role, place }, n) =>
          grant(role, {
            id: `g${n}` as GrantId,
            virtualAccountId: role.startsWith('V') ? place : null,
          }),
        )
        const after: NamedTree = grown(acme, [
          node(parisLab, 'Paris Lab', lyon),
          node(lyon, 'Lyon'),
          node(paris, 'Paris'),
        ])
        const could = (action: (typeof actions)[number], where: NamedTree) =>
          may(rightsOf(grants, where, now), action, { kind: 'VIRTUAL', virtualAccountIds: [parisLab] })
        const differs = actions
          .filter((action) => virtualRoles.some((role) => reachOf(role, action) === 'own'))
          .some((action) => could(action, tree) !== could(action, after))
        const changed = changedByMove(grants, { before: [paris, parisLab], after: [lyon, parisLab] })
        expect(changed.length > 0).toBe(differs)
      }),
    )
  })

  it('changes who decides a request only where its places move from one administrator to another', () => {
    const grants = [at('vera', 'VA', paris), at('luc', 'VA', lyon)]
    const before = (id: VirtualAccountId) => (id === parisLab ? [paris, parisLab] : [id])
    const after = (id: VirtualAccountId) => (id === parisLab ? [lyon, parisLab] : [id])
    const asks = (...ids: VirtualAccountId[]) => ({ id: 'r', virtualAccountIds: ids })
    expect(decidersChange(asks(parisLab), grants, { before, after })).toBe(true)
    expect(decidersChange(asks(lyon), grants, { before, after })).toBe(false)
    expect(decidersChange(asks(parisLab, lyon), grants, { before, after })).toBe(true)
    expect(decidersChange(asks(parisLab), [], { before, after })).toBe(false)
  })
})
