import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import { accountInsightsPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { accountInsightsCsvPath } from '../../paths/insights.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Charts } from '../../ui/charts/index.ts'
import { FilterLinks, type Frame } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { type Insights, type Span, spans } from './domain/insights.ts'
import { Decisions, Declines, Ends, Open, type PictureProps, Roles, Rules, Waits } from './pictures.tsx'
import { sayDay } from './say.ts'

/** Numbers about the requests and the users of an account, as pictures with sentences and tables. */
export function InsightsPage(props: {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly insights: Insights
  readonly span: Span
}) {
  const { frame, seen, insights, span } = props
  const { reader } = frame
  const { identifier, timeZone } = seen.account
  const t = words.for(reader)
  const since = insights.pieces[0]?.from ?? ''
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="insights"
      title={t('insights.title')}
      lead={t('insights.lead', { date: sayDay(reader, since), zone: timeZone })}
    >
      <Spans reader={reader} span={span} path={accountInsightsPath.to(identifier)} />
      <Pictures
        reader={reader}
        insights={insights}
        span={span}
        csv={(chart) => withQuery(accountInsightsCsvPath.to(identifier), { chart, days: String(span) })}
      />
    </AccountFrame>
  )
}

/** How far back is looked. */
export function Spans({ reader, span, path }: { reader: Reader; span: Span; path: string }) {
  const t = words.for(reader)
  return (
    <FilterLinks
      label={t('insights.span')}
      items={spans.map((days) => ({
        label: t(`insights.span.${days}`),
        href: withQuery(path, { days: String(days) }),
        current: days === span,
      }))}
    />
  )
}

/** All pictures. */
export function Pictures(props: PictureProps) {
  return (
    <Charts>
      <Decisions {...props} />
      <Waits {...props} />
      <Open {...props} />
      <Declines {...props} />
      <Rules {...props} />
      <Roles {...props} />
      <Ends {...props} />
    </Charts>
  )
}
