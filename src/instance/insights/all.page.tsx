import { accountInsightsPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { operatorInsightsCsvPath, operatorInsightsPath } from '../../paths/insights.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { EmptyState, type Frame, Link } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { OperatorPage } from '../operator/frame.page.tsx'
import type { CountedInsights } from './counted.store.ts'
import type { SlowAccount, Span } from './domain/insights.ts'
import { Pictures, Spans } from './insights.page.tsx'
import type { PictureProps } from './pictures.tsx'
import { sayDay, sayMinutes } from './say.ts'
import { ChartFrame } from '../../ui/charts/index.ts'

/** The same numbers over all accounts, with those in which people wait longest. */
export function AllInsightsPage(props: {
  readonly frame: Frame
  readonly span: Span
  readonly counted: { readonly content: CountedInsights; readonly countedAt: Date } | undefined
}) {
  const { frame, span, counted } = props
  const { reader } = frame
  const t = words.for(reader)
  const csv: PictureProps['csv'] = (chart) =>
    withQuery(operatorInsightsCsvPath.to(), { chart, days: String(span) })
  if (!counted) {
    return (
      <OperatorPage frame={frame} current="insights">
        <EmptyState title={t('insights.all.none.title')}>{t('insights.all.none.text')}</EmptyState>
      </OperatorPage>
    )
  }
  const { content, countedAt } = counted
  const date = sayDay(reader, content.pieces[0]?.from ?? '')
  return (
    <OperatorPage frame={frame} current="insights">
      <p class="muted">{t('insights.all.lead', { date, at: formatDate(reader, countedAt, 'dateTime') })}</p>
      <Spans reader={reader} span={span} path={operatorInsightsPath.to()} />
      <Pictures reader={reader} insights={content} span={span} csv={csv} />
      <Slowest {...{ reader, span, csv }} insights={content} slowest={content.slowest} />
    </OperatorPage>
  )
}

function Slowest(props: PictureProps & { slowest: readonly SlowAccount[] }) {
  const { reader, slowest, csv } = props
  const t = words.for(reader)
  const time = (minutes: number | null) => (minutes === null ? '' : sayMinutes(reader, minutes))
  return (
    <ChartFrame
      reader={reader}
      id="slow"
      title={t('insights.slow')}
      summary={t('insights.slow.summary', { n: slowest.length })}
      csv={csv('slow')}
      open
      rows={slowest}
      columns={[
        {
          label: t('insights.account'),
          heads: true,
          cell: ({ identifier, name }) => (
            <Link href={accountInsightsPath.to(identifier)}>
              <bdi>{name}</bdi>
            </Link>
          ),
        },
        { label: t('insights.identifier'), cell: ({ identifier }) => <bdi>{identifier}</bdi> },
        { label: t('insights.waits.of'), numeric: true, cell: ({ n }) => n },
        { label: t('insights.waits.half'), numeric: true, cell: ({ half }) => time(half) },
        { label: t('insights.waits.most'), numeric: true, cell: ({ most }) => time(most) },
      ]}
    />
  )
}
