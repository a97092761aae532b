import { isRole } from '../../accounts/domain/roles.ts'
import { accountWords } from '../../accounts/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { words } from '../messages/index.ts'
import {
  ages,
  ends,
  type Insights,
  outcomes,
  type SlowAccount,
  type Took,
  totalsOf,
} from './domain/insights.ts'
import { sayDay, sayMinutes } from './say.ts'

/** What can be taken away as a file. */
export const charts = ['decisions', 'waits', 'open', 'declines', 'rules', 'roles', 'ends', 'slow'] as const
export type Chart = (typeof charts)[number]

/** The numbers behind a picture: a heading, and rows as they are read; `exact` rows go into a file. */
export type Numbers = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

type From = Insights & { readonly slowest?: readonly SlowAccount[] }

/** What a table is made with: what the numbers are, who reads them, and whether into a file. */
type Making = {
  readonly insights: From
  readonly reader: Reader
  readonly t: ReturnType<typeof words.for>
  readonly file: boolean
  readonly minutes: (n: number | null) => string
}

const makers: Readonly<Record<Chart, (making: Making) => Numbers>> = {
  decisions: ({ insights, reader, t, file, minutes }) => ({
    head: [
      t('insights.from'),
      ...outcomes.map((outcome) => t(`insights.outcome.${outcome}`)),
      t('insights.waits.half'),
    ],
    rows: insights.pieces.map((piece) => [
      file ? piece.from : sayDay(reader, piece.from, 'shortDate'),
      ...outcomes.map((outcome) => String(piece[outcome])),
      piece.half === null && !file ? '–' : minutes(piece.half),
    ]),
  }),
  waits: ({ insights, t, minutes }) => ({
    head: [
      t('insights.waits.what'),
      t('insights.waits.of'),
      t('insights.waits.half'),
      t('insights.waits.most'),
    ],
    rows: [
      [t('insights.waits.view'), ...tookCells(insights.toView, minutes)],
      [t('insights.waits.decision'), ...tookCells(insights.toDecision, minutes)],
    ],
  }),
  open: ({ insights, t }) => ({
    head: [t('insights.age'), t('insights.requests')],
    rows: ages.map((age, index) => [t(`insights.age.${age}`), String(insights.open[index] ?? 0)]),
  }),
  declines: ({ insights, t }) => ({
    head: [t('insights.reason'), t('insights.requests')],
    rows: insights.declines.map(({ code, n }) => [t('insights.code', { code }), String(n)]),
  }),
  rules: ({ insights, reader }) => rulesNumbers(insights, reader),
  roles: ({ insights, reader, t }) => ({
    head: [t('insights.role'), t('insights.people')],
    rows: insights.roles.map(({ role, n }) => [sayRole(reader, role), String(n)]),
  }),
  ends: ({ insights, t }) => ({
    head: [t('insights.end'), t('insights.rights')],
    rows: ends.map((end) => [t(`insights.end.${end}`), String(insights.ends[end])]),
  }),
  slow: ({ insights, t, minutes }) => ({
    head: [
      t('insights.identifier'),
      t('insights.account'),
      t('insights.waits.of'),
      t('insights.waits.half'),
      t('insights.waits.most'),
    ],
    rows: (insights.slowest ?? []).map((account) => [
      account.identifier,
      account.name,
      ...tookCells(account, minutes),
    ]),
  }),
}

/** The numbers behind one picture, in the words of the reader; in a file, days and lengths of time are as programs read them. */
export function numbersOf(chart: Chart, insights: From, reader: Reader, file = false): Numbers {
  const t = words.for(reader)
  const minutes = (n: number | null) => {
    if (n === null) return file ? '' : t('insights.too-few')
    return file ? String(n) : sayMinutes(reader, n)
  }
  return makers[chart]({ insights, reader, t, file, minutes })
}

function tookCells({ n, half, most }: Took, minutes: (n: number | null) => string): string[] {
  return [String(n), minutes(half), minutes(most)]
}

function rulesNumbers(insights: Insights, reader: Reader): Numbers {
  const t = words.for(reader)
  const { approved, declined, byRule } = totalsOf(insights)
  if (approved + declined + byRule === 0) return { head: [], rows: [] }
  return {
    head: [t('insights.rules.who'), t('insights.requests')],
    rows: [
      [t('insights.rules.people'), String(approved + declined)],
      [t('insights.rules.rule'), String(byRule)],
    ],
  }
}

/** What a role is called; one that nobody knows by its code. */
export function sayRole(reader: Reader, role: string): string {
  return isRole(role) ? accountWords.for(reader)(`role.${role}`) : role
}
