import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acme, grant } from '../../accounts/domain/cast.ts'
import { plainCalendar } from '../../accounts/domain/calendar.ts'
import { type Grant, isInForce } from '../../accounts/domain/rights.ts'
import { type Role, roles } from '../../accounts/domain/roles.ts'
import type { GrantId, PersonId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import { closingOf, nextOpening } from './calendar.ts'
import { outcomeOf } from './closing.ts'
import { dueAt, monthsBetween } from './period.ts'
import type { Answered, Item } from './review.ts'

const calendar = plainCalendar('Europe/Paris')
const start = new Date('2026-01-12T09:00:00Z')
const starter = 'person-starter' as PersonId

/** A grant, when it was given or last kept, and whether a closing review left it because it was the last. */
type Held = { grant: Grant; since: Date; isOutside: boolean; leftAt: Date | null }
type Row = { held: Held; answered: Answered | null }
type Open = { closesAt: Date; startedBy: PersonId | null; rows: Row[] }

// What nobody knows beforehand: how each of the questions is answered, and on which days somebody starts a review.
const worlds = fc.record({
  given: fc.array(
    fc.record({
      role: fc.constantFrom<Role>(...roles),
      day: fc.integer({ min: 0, max: 700 }),
      isOutside: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  answers: fc.infiniteStream(
    fc.constantFrom<Answered | null>(null, null, { answer: 'KEEP' }, { answer: 'REMOVE' }),
  ),
  startedOn: fc.uniqueArray(fc.integer({ min: 0, max: 1_090 }), { maxLength: 4 }),
})

class Account {
  readonly held: Held[] = []
  open: Open[] = []
  opensAt = nextOpening(start, calendar)

  give(role: Role, at: Date, isOutside: boolean): void {
    const id = `grant-${this.held.length}` as GrantId
    const personId = `person-${this.held.length}` as PersonId
    const made = grant(role, { id, accountId: acme, personId })
    this.held.push({ grant: made, since: at, isOutside, leftAt: null })
  }

  isHeldOpen(held: Held, isDue: boolean): boolean {
    return this.open.some(
      ({ rows, startedBy }) =>
        rows.some((row) => row.held === held) && !(isDue && startedBy !== null && held.grant.role === 'SA'),
    )
  }

  gather(at: Date, which: { before: Date } | 'all', answer: () => Answered | null): void {
    const isDue = which !== 'all'
    const rows = this.held
      .filter((one) => isInForce(one.grant, at) && !this.isHeldOpen(one, isDue))
      .filter((one) => !isDue || dueOf(one) < which.before)
      .map((held) => ({ held, answered: answer() }))
    if (rows.length > 0) this.open.push({ closesAt: closingOf(at), startedBy: isDue ? null : starter, rows })
  }

  close(review: Open): void {
    const now = review.closesAt
    this.open = this.open.filter((one) => one !== review)
    for (const { held, answered } of review.rows) {
      const survives = this.held.some(
        (one) => one !== held && one.grant.role === 'SA' && isInForce(one.grant, now),
      )
      const item: Pick<Item, 'grant' | 'answered' | 'answeredBy' | 'outcome'> = {
        grant: held.grant,
        answered,
        answeredBy: answered && starter,
        outcome: null,
      }
      const outcome = outcomeOf(item, { now, review, survives })
      if (outcome === 'KEPT') held.since = daysAfter(now, -30)
      if (outcome === 'SUSPENDED') held.grant = { ...held.grant, suspendedAt: now }
      if (outcome === 'LEFT' && !survives) held.leftAt = now
    }
  }
}

function dueOf({ grant: { role }, since, isOutside }: Held): Date {
  return dueAt(since, monthsBetween(role, isOutside), calendar.timeZone)
}

describe('over three years', () => {
  it('no access stays longer than its period and thirty days unless somebody kept it, but for the last administrator', () => {
    fc.assert(
      fc.property(worlds, ({ given, answers, startedOn }) => {
        const account = new Account()
        account.give('SA', start, false)
        const answer = () => answers.next().value ?? null
        for (let day = 0; day < 1_095; day++) {
          const at = daysAfter(start, day)
          for (const one of given) if (one.day === day) account.give(one.role, at, one.isOutside)
          for (const review of account.open.filter(({ closesAt }) => closesAt <= at)) account.close(review)
          if (account.opensAt <= at) {
            const opened = account.opensAt
            account.opensAt = nextOpening(opened, calendar)
            account.gather(opened, { before: account.opensAt }, answer)
          }
          if (startedOn.includes(day)) account.gather(at, 'all', answer)
          for (const one of account.held.filter(({ grant: held }) => isInForce(held, at))) {
            const isLate = at > daysAfter(dueOf(one), 31)
            // Looked at once a day, so that a day may pass before anything is seen.
            if (isLate) expect([one.grant.role, one.leftAt !== null]).toEqual(['SA', true])
          }
          expect(account.held.some(({ grant: held }) => held.role === 'SA' && isInForce(held, at))).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
