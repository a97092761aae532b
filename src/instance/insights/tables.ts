import { isRole } from '../../accounts/domain/roles.ts'
import { accountWords } from '../../accounts/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { words } from '../messages/index.ts'
import {
  ages,
  ends,
  type Insights,
  outcomes,
  shareByRule,
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

/** The numbers behind one picture, in the reader's language; in a file, lengths of time are minutes. */
export function numbersOf(chart: Chart, insights: From, reader: Reader, file = false): Numbers {
  const t = words.for(reader)
  const minutes = (n: number | null) => {
    if (n === null) return file ? '' : t('insights.too-few')
    return file ? String(n) : sayMinutes(reader, n)
  }
  const makers: Record<Chart, () => Numbers> = {
    decisions: () => ({
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
    waits: () => ({
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
    open: () => ({
      head: [t('insights.age'), t('insights.requests')],
      rows: ages.map((age, index) => [t(`insights.age.${age}`), String(insights.open[index] ?? 0)]),
    }),
    declines: () => ({
      head: [t('insights.reason'), t('insights.requests')],
      rows: insights.declines.map(({ code, n }) => [t('insights.code', { code }), String(n)]),
    }),
    rules: () => rulesNumbers(insights, reader),
    roles: () => ({
      head: [t('insights.role'), t('insights.people')],
      rows: insights.roles.map(({ role, n }) => [sayRole(reader, role), String(n)]),
    }),
    ends: () => ({
      head: [t('insights.end'), t('insights.rights')],
      rows: ends.map((end) => [t(`insights.end.${end}`), String(insights.ends[end])]),
    }),
    slow: () => ({
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
  return makers[chart]()
}

function tookCells({ n, half, most }: Took, minutes: (n: number | null) => string): string[] {
  return [String(n), minutes(half), minutes(most)]
}

function rulesNumbers(insights: Insights, reader: Reader): Numbers {
  const t = words.for(reader)
  const { approved, declined, byRule } = totalsOf(insights)
  if (shareByRule(insights) === null) return { head: [], rows: [] }
  return {
    head: ['', t('insights.requests')],
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
