import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { findAccount } from '../../accounts/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Database } from '../../platform/db/index.ts'
import { accountInsights } from '../insights/account-insights.ts'
import { countedFor } from '../insights/counted.store.ts'
import { type Insights, spans } from '../insights/domain/insights.ts'
import { charts, numbersOf } from '../insights/tables.ts'
import { type AtHand, listing } from './as-operator.ts'
import type { Command } from './command.ts'
import { readerAt } from './in-account.ts'

async function counted(
  db: Database,
  { terminal: { say }, given }: AtHand,
): Promise<Outcome<Insights, string>> {
  const span = spans.find((days) => String(days) === given.text('days')) ?? 90
  const value = given.text('account')
  if (value === undefined) {
    const found = await countedFor(db, span)
    return found ? done(found.content) : refuse(say('refused.not-counted'))
  }
  const identifier = readIdentifier(value)
  const account = identifier.ok ? await findAccount(db, identifier.value) : undefined
  if (!account) return refuse(say('refused.unknown-account', { value }))
  return done(await accountInsights(db, new Date(), { account }, span))
}

/** `vestibule insights` */
export const insights: Command = listing(
  {
    name: 'insights',
    about: 'about.insights',
    options: {
      account: { value: 'IDENTIFIER' },
      days: { value: 'DAYS', choices: spans.map(String) },
      chart: { value: 'WHICH', choices: charts },
    },
  },
  async (db, hand) => {
    const found = await counted(db, hand)
    if (!found.ok) return found
    const reader = readerAt(hand.terminal)
    const only = hand.given.text('chart')
    const tables = charts
      .filter((chart) => only === undefined || chart === only)
      .map((chart) => ({ chart, ...numbersOf(chart, found.value, reader) }))
    return done({
      lines: tables.flatMap(({ chart, head, rows }) =>
        rows.length === 0
          ? []
          : [hand.terminal.say(`insights.${chart}`), ...[head, ...rows].map((row) => `  ${row.join('  ')}`)],
      ),
      json: found.value,
    })
  },
)
