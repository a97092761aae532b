import type { Child } from '#jsx'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  type ChartBar,
  ChartFrame,
  Bars,
  Dots,
  type Hue,
  roundEnd,
  StackedColumns,
} from '../../ui/charts/index.ts'
import { words } from '../messages/index.ts'
import {
  ages,
  ends,
  fewest,
  type Insights,
  type Outcome,
  outcomes,
  shareByRule,
  type Span,
  totalsOf,
} from './domain/insights.ts'
import { sayMinutes, sayPercent, sayPiece } from './say.ts'
import { type Chart, numbersOf, sayRole } from './tables.ts'

/** What every picture is drawn from. */
export type PictureProps = {
  readonly reader: Reader
  readonly insights: Insights
  readonly span: Span
  /** Where the numbers of a picture are found as a file. */
  readonly csv: (chart: Chart) => string
}

const hues: Record<Outcome, Hue> = {
  approved: 'green',
  declined: 'red',
  byRule: 'blue',
  expired: 'amber',
  withdrawn: 'neutral',
  closed: 'violet',
}

/** The frame of a picture with its numbers. */
export function Picture(
  props: PictureProps & {
    readonly chart: Chart
    readonly title: string
    readonly summary: string
    readonly legend?: readonly { readonly label: string; readonly hue: Hue }[]
    readonly children?: Child
  },
) {
  const { reader, insights, chart, title, summary, csv, legend } = props
  const { head, rows } = numbersOf(chart, insights, reader)
  return (
    <ChartFrame
      reader={reader}
      id={chart}
      title={title}
      summary={summary}
      legend={legend}
      rows={rows}
      columns={head.map((label, index) => ({
        label,
        heads: index === 0,
        numeric: index > 0,
        cell: (row: readonly string[]) => <bdi>{row[index]}</bdi>,
      }))}
      csv={csv(chart)}
    >
      {props.children}
    </ChartFrame>
  )
}

/** How requests ended over time. */
export function Decisions(props: PictureProps) {
  const { reader, insights, span } = props
  const t = words.for(reader)
  const totals = totalsOf(insights)
  const n = Object.values(totals).reduce((sum, one) => sum + one, 0)
  const shown = outcomes.filter((outcome) => totals[outcome] > 0)
  const title = t('insights.decisions')
  const key = totals.byRule > 0 ? 'insights.decisions.summary.rule' : 'insights.decisions.summary'
  const columns = insights.pieces.map((piece) => {
    const label = sayPiece(reader, span, piece.from)
    const what = shown.map((outcome) =>
      t('insights.part', { what: t(`insights.outcome.${outcome}`), n: piece[outcome] }),
    )
    const says = t('insights.says', { from: label, what: what.join(', ') })
    return { label, says, parts: shown.map((outcome) => piece[outcome]) }
  })
  const legend = shown.map((outcome) => ({
    label: t('insights.part', { what: t(`insights.outcome.${outcome}`), n: totals[outcome] }),
    hue: hues[outcome],
  }))
  return (
    <Picture {...props} chart="decisions" title={title} summary={t(key, { ...totals, n })} legend={legend}>
      {n > 0 && (
        <StackedColumns
          id="decisions"
          title={title}
          hues={shown.map((outcome) => hues[outcome])}
          columns={columns}
        />
      )}
    </Picture>
  )
}

const minutesADay = 1_440

/** How long people wait, and how that went over time. */
export function Waits(props: PictureProps) {
  const { reader, insights, span } = props
  const t = words.for(reader)
  const values = insights.pieces.flatMap(({ half }) => (half === null ? [] : [half]))
  const unit = Math.max(0, ...values) >= 2 * minutesADay ? minutesADay : 60
  const end = unit * roundEnd(values.map((value) => value / unit))
  const dots = insights.pieces.map(({ from, half }) => {
    const label = sayPiece(reader, span, from)
    const what = half === null ? t('insights.too-few') : sayMinutes(reader, half)
    return { label, says: t('insights.says', { from: label, what }), value: half }
  })
  const bars = waitBars(props)
  return (
    <Picture {...props} chart="waits" title={t('insights.waits')} summary={sayWaits(props)}>
      {bars.length > 0 && <Bars id="waits" title={t('insights.waits')} bars={bars} />}
      {values.length > 1 && (
        <>
          <Dots
            id="over"
            title={t('insights.waits.over')}
            dots={dots}
            end={{ value: end, label: sayMinutes(reader, end) }}
          />
          <p class="muted" id="over-summary">
            {t('insights.waits.dots')}
          </p>
        </>
      )}
    </Picture>
  )
}

function waitBars({ reader, insights: { toView, toDecision } }: PictureProps): ChartBar[] {
  const t = words.for(reader)
  const bars = [
    ['view', 'half', toView.half],
    ['view', 'most', toView.most],
    ['decision', 'half', toDecision.half],
    ['decision', 'most', toDecision.most],
  ] as const
  return bars.flatMap(([what, part, n]) =>
    n === null
      ? []
      : [
          {
            label: t('insights.waits.bar', { what, part }),
            n,
            says: sayMinutes(reader, n),
            hue: part === 'most' ? 'amber' : 'green',
          } as const,
        ],
  )
}

function sayWaits({ reader, insights: { toView, toDecision } }: PictureProps): string {
  const t = words.for(reader)
  const { half, most } = toDecision
  if (half === null || most === null) return t('insights.waits.few', { fewest })
  const said = { half: sayMinutes(reader, half), most: sayMinutes(reader, most) }
  return toView.half === null
    ? t('insights.waits.summary.decided', said)
    : t('insights.waits.summary', { ...said, view: sayMinutes(reader, toView.half) })
}

/** Open requests by how long they have waited. */
export function Open(props: PictureProps) {
  const { reader, insights } = props
  const t = words.for(reader)
  const n = insights.open.reduce((sum, one) => sum + one, 0)
  const oldest = ages.findLast((_, index) => (insights.open[index] ?? 0) > 0)
  const bars = ages.map(
    (age, index): ChartBar => ({
      label: t(`insights.age.${age}`),
      n: insights.open[index] ?? 0,
      hue: age >= 14 ? 'amber' : 'green',
    }),
  )
  const summary = t('insights.open.summary', {
    n,
    oldest: oldest === undefined ? '' : t(`insights.age.${oldest}`),
  })
  return <Bar {...props} chart="open" title={t('insights.open')} summary={summary} bars={n > 0 ? bars : []} />
}

/** Why requests were declined. */
export function Declines(props: PictureProps) {
  const { reader, insights } = props
  const t = words.for(reader)
  const bars = insights.declines.map(
    ({ code, n }): ChartBar => ({ label: t('insights.code', { code }), n, hue: 'red' }),
  )
  const n = bars.reduce((sum, bar) => sum + bar.n, 0)
  const summary = t('insights.declines.summary', { n, first: bars[0]?.label ?? '' })
  return <Bar {...props} chart="declines" title={t('insights.declines')} summary={summary} bars={bars} />
}

/** Which part of the decisions rules made. */
export function Rules(props: PictureProps) {
  const { reader, insights } = props
  const t = words.for(reader)
  const share = shareByRule(insights)
  const { approved, declined, byRule } = totalsOf(insights)
  const bars: ChartBar[] = [
    { label: t('insights.rules.people'), n: approved + declined },
    { label: t('insights.rules.rule'), n: byRule, hue: 'blue' },
  ]
  const n = approved + declined + byRule
  const summary =
    share === null
      ? t('insights.rules.summary.none', { n })
      : t('insights.rules.summary', { percent: sayPercent(reader, share) })
  return (
    <Bar {...props} chart="rules" title={t('insights.rules')} summary={summary} bars={n > 0 ? bars : []} />
  )
}

/** How many people hold which role. */
export function Roles(props: PictureProps) {
  const { reader, insights } = props
  const t = words.for(reader)
  const bars = insights.roles
    .map(({ role, n }): ChartBar => ({ label: sayRole(reader, role), n }))
    .toSorted((a, b) => b.n - a.n)
  const summary = t('insights.roles.summary', { n: bars.length, first: bars[0]?.label ?? '' })
  return <Bar {...props} chart="roles" title={t('insights.roles')} summary={summary} bars={bars} />
}

/** When rights end. */
export function Ends(props: PictureProps) {
  const { reader, insights } = props
  const t = words.for(reader)
  const n = ends.reduce((sum, end) => sum + insights.ends[end], 0)
  const bars = ends.map(
    (end): ChartBar => ({
      label: t(`insights.end.${end}`),
      n: insights.ends[end],
      hue: end === 'month' ? 'amber' : 'green',
    }),
  )
  const summary = t('insights.ends.summary', { n, soon: insights.ends.month, never: insights.ends.never })
  return <Bar {...props} chart="ends" title={t('insights.ends')} summary={summary} bars={n > 0 ? bars : []} />
}

function Bar(
  props: PictureProps & { chart: Chart; title: string; summary: string; bars: readonly ChartBar[] },
) {
  const { chart, title, bars } = props
  return <Picture {...props}>{bars.length > 0 && <Bars id={chart} title={title} bars={bars} />}</Picture>
}
