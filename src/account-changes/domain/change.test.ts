import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Identifier } from '../../accounts/domain/identifier.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import {
  type Actor,
  agree,
  type Change,
  type Changeable,
  type ChangeId,
  isPossible,
  keptWish,
  mayAsk,
  mayPause,
  mayRefuse,
  mayWithdraw,
  proposedKinds,
  type Wish,
  wishFrom,
} from './change.ts'

const now = new Date('2026-03-02T09:00:00Z')
const later = new Date('2026-03-09T09:00:00Z')
const account: Changeable = {
  id: 'a' as AccountId,
  identifier: 'acme.example' as Identifier,
  type: 'CUSTOMER',
  status: 'ACTIVE',
  visibility: 'RESTRICTED',
}
const actor = (id: string, more: Partial<Actor> = {}): Actor => ({
  personId: id as PersonId,
  countsAs: [],
  isOffice: true,
  isOperator: true,
  isAdministrator: false,
  typedPasswordLately: true,
  ...more,
})
const change = (more: Partial<Change> = {}): Change => ({
  id: 'c' as ChangeId,
  accountId: account.id,
  kind: 'CLOSE',
  askedBy: 'ana' as PersonId,
  lapsesAt: later,
  firstBy: null,
  firstStands: false,
  settledAt: null,
  version: 1,
  ...more,
})
const sent = { version: 1, now }
const code = (outcome: { ok: boolean; refusal?: unknown }) =>
  outcome.ok ? 'ok' : (outcome as { refusal: { code: string } }).refusal.code

describe('what can be asked of an account', () => {
  it('is asked by its administrators, by support and by operators, with a password typed lately', () => {
    const wish: Wish = { kind: 'CLOSE' }
    const stranger = { isOffice: false, isOperator: false }
    expect(code(mayAsk(account, actor('x', stranger), wish))).toBe('not-found')
    expect(code(mayAsk(account, actor('x', { ...stranger, isAdministrator: true }), wish))).toBe('ok')
    expect(code(mayAsk(account, actor('x'), wish))).toBe('ok')
    expect(code(mayAsk(account, actor('x', { typedPasswordLately: false }), wish))).toBe(
      'recent-sign-in-needed',
    )
  })

  it('is nothing of a closed account, and only the end of a suspended one', () => {
    const wishes: Wish[] = [
      { kind: 'CLOSE' },
      { kind: 'MERGE', into: 'b' as AccountId },
      { kind: 'IDENTIFIER', identifier: 'b.example' as Identifier },
      { kind: 'TYPE', type: 'HOLDING' },
      { kind: 'LIST' },
    ]
    for (const wish of wishes) {
      expect(code(isPossible(account, wish))).toBe('ok')
      expect(code(isPossible({ ...account, status: 'CLOSED' }, wish))).toBe('not-possible-now')
      expect(code(isPossible({ ...account, status: 'SUSPENDED' }, wish))).toBe(
        wish.kind === 'CLOSE' ? 'ok' : 'not-possible-now',
      )
      expect(wishFrom(wish.kind, keptWish(wish))).toEqual(wish)
    }
  })

  it('is nothing that is so already', () => {
    expect(code(isPossible(account, { kind: 'TYPE', type: 'CUSTOMER' }))).toBe('as-it-is')
    expect(code(isPossible(account, { kind: 'IDENTIFIER', identifier: account.identifier }))).toBe('as-it-is')
    expect(code(isPossible({ ...account, visibility: 'LISTED' }, { kind: 'LIST' }))).toBe('as-it-is')
    expect(code(isPossible(account, { kind: 'MERGE', into: account.id }))).toBe('into-itself')
  })
})

describe('agreeing', () => {
  it('takes two people of support or operation', () => {
    expect(agree(change(), actor('sam'), sent)).toEqual({ ok: true, value: 'FIRST' })
    const half = change({ firstBy: 'sam' as PersonId, firstStands: true })
    expect(agree(half, actor('olga'), sent)).toEqual({ ok: true, value: 'DONE' })
    expect(code(agree(half, actor('sam'), sent))).toBe('same-person')
    expect(code(agree(half, actor('olga', { countsAs: ['sam' as PersonId] }), sent))).toBe('same-person')
    expect(code(agree(half, actor('ana', { isOffice: false, isAdministrator: true }), sent))).toBe(
      'not-found',
    )
  })

  it('begins anew when the first of the two is no agent any more', () => {
    const half = change({ firstBy: 'sam' as PersonId, firstStands: false })
    expect(agree(half, actor('olga'), sent)).toEqual({ ok: true, value: 'FIRST' })
  })

  it('never makes a change with fewer than two people, whoever comes in whatever order', () => {
    const people = ['p1', 'p2', 'p3'] as const
    const samePerson: Record<string, PersonId[]> = { p1: ['p2' as PersonId], p2: ['p1' as PersonId], p3: [] }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...people), { maxLength: 8 }), (steps) => {
        let at = change({ askedBy: 'p1' as PersonId })
        const agreed = new Set<string>()
        for (const id of steps) {
          const outcome = agree(at, actor(id, { countsAs: samePerson[id] ?? [] }), {
            version: at.version,
            now,
          })
          if (!outcome.ok) continue
          agreed.add(id === 'p2' ? 'p1' : id)
          if (outcome.value === 'DONE') return agreed.size === 2
          at = { ...at, firstBy: id as PersonId, firstStands: true, version: at.version + 1 }
        }
        return agreed.size < 2
      }),
    )
  })
})

describe('an end without a change', () => {
  it('comes by a refusal of somebody else, or by taking it back', () => {
    expect(code(mayRefuse(change(), actor('sam'), sent))).toBe('ok')
    expect(code(mayRefuse(change({ askedBy: 'sam' as PersonId }), actor('sam'), sent))).toBe('same-person')
    expect(code(mayWithdraw(change(), actor('ana', { isOffice: false }), sent))).toBe('ok')
    expect(code(mayWithdraw(change(), actor('ben', { isOffice: false, isAdministrator: true }), sent))).toBe(
      'ok',
    )
    expect(code(mayWithdraw(change(), actor('sam'), sent))).toBe('not-found')
  })

  it.each(proposedKinds)('leaves %s as it was once it lapsed, was settled or has moved on', (kind) => {
    for (const step of [agree, mayRefuse]) {
      expect(code(step(change({ kind, lapsesAt: now }), actor('sam'), sent))).toBe('lapsed')
      expect(code(step(change({ kind, settledAt: now }), actor('sam'), sent))).toBe('settled')
      expect(code(step(change({ kind, version: 2 }), actor('sam'), sent))).toBe('stale-version')
    }
  })
})

describe('suspending', () => {
  it('is for operators alone, of an active account, and is undone by resuming', () => {
    expect(code(mayPause(account, actor('sam', { isOperator: false }), 'SUSPEND'))).toBe('not-found')
    expect(code(mayPause(account, actor('olga'), 'SUSPEND'))).toBe('ok')
    expect(code(mayPause(account, actor('olga'), 'RESUME'))).toBe('not-possible-now')
    expect(code(mayPause({ ...account, status: 'SUSPENDED' }, actor('olga'), 'RESUME'))).toBe('ok')
    expect(code(mayPause({ ...account, status: 'CLOSED' }, actor('olga'), 'RESUME'))).toBe('not-possible-now')
  })
})
