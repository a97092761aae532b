import { blockPerson } from '../../access-requests/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { newId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Change } from '../../rules/domain/change.ts'
import type { Draft } from '../../rules/domain/rule.ts'
import { changeRules } from '../../rules/index.ts'
import { people, type PersonKey } from './cast.ts'

type Scene = {
  readonly tx: Tx
  readonly now: Date
  readonly acme: AccountId
  readonly person: (key: PersonKey) => PersonId
}

const viewers = (days: number): Draft => ({
  conditions: {
    who: { kind: 'INSIDE' },
    roles: ['SV'],
    where: { kind: 'ANY' },
    duration: { kind: 'AT_MOST', days },
  },
  outcome: { kind: 'APPROVE', role: 'ASKED', scope: 'ASKED', days: null },
})

const id = newId<'rule'>()
const changes: readonly { readonly by: 'ana' | 'ben'; readonly daysAgo: number; readonly change: Change }[] =
  [
    { by: 'ben', daysAgo: 34, change: { kind: 'ADD', id, place: null, draft: viewers(365) } },
    { by: 'ana', daysAgo: 33, change: { kind: 'WRITE', id, draft: viewers(90) } },
    // Switched off, so that the demo shows how people decide.
    { by: 'ana', daysAgo: 12, change: { kind: 'SWITCH', id, on: false } },
  ]

/** A rule that ACME tried and switched off, and somebody whose requests it does not take for a while. */
export function ruleLife({ tx, now, acme, person }: Scene) {
  const steps = changes.map(({ by, daysAgo, change }, version) => ({
    at: daysAfter(now, -daysAgo),
    async happen() {
      const author = { personId: person(by), now: daysAfter(now, -daysAgo) }
      must(await changeRules(tx, author, { accountId: acme, change, version }))
    },
  }))
  const block = {
    at: daysAfter(now, -5),
    async happen() {
      const by = { personId: person('ana'), now: daysAfter(now, -5) }
      const asked = { accountId: acme, address: people.paul.address, howLong: '90_DAYS', places: [] } as const
      must(
        await blockPerson(tx, by, { ...asked, reason: 'Their contract has ended; they still asked twice.' }),
      )
    },
  }
  return [...steps, block]
}

function must(outcome: Outcome<unknown, unknown>): void {
  if (!outcome.ok) throw new Error(`The demo was refused something: ${JSON.stringify(outcome.refusal)}`)
}
