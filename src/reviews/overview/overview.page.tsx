import { AccountFrame } from '../../accounts/index.ts'
import { accountReviewsPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { newReviewPath, reviewPath, reviewProofPath } from '../../paths/reviews.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Card,
  type Column,
  EmptyState,
  type Flash,
  type Frame,
  Link,
  LinkButton,
  Muted,
  Pager,
  Section,
  Stack,
  Table,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { ProgressBar } from '../progress-bar.tsx'
import { sayCame, sayReview } from '../say.ts'
import type { Reviewing } from '../sight.ts'
import type { CurrentReview, NextReview, PastReview } from './overview.query.ts'

/** What the reviews of an account show. */
export type OverviewPageProps = Reviewing & {
  readonly frame: Frame
  readonly current: readonly CurrentReview[]
  readonly next: NextReview | undefined
  readonly past: readonly PastReview[]
  /** The sealed end of the list of closed ones, when there are more. */
  readonly after: string | undefined
  readonly flash?: Flash | undefined
}

/** The reviews of an account: what is open, when the next one opens, and those that are over. */
export function OverviewPage(props: OverviewPageProps) {
  const { frame, seen, flash } = props
  const t = words.for(frame.reader)
  const start = (
    <LinkButton href={newReviewPath.to(seen.account.identifier)}>{t('overview.start')}</LinkButton>
  )
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="reviews"
      title={t('overview.title')}
      lead={t('overview.lead')}
      actions={start}
      flash={flash}
    >
      <Current {...props} />
      <Past {...props} />
    </AccountFrame>
  )
}

function Current({ frame, seen, current, next }: OverviewPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const ahead =
    next && t('overview.next', { date: formatDate(reader, next.opensAt, 'dateWithYear'), n: next.n })
  if (current.length === 0) {
    return (
      <EmptyState title={t('overview.none-title')} icon="clock">
        {ahead}
      </EmptyState>
    )
  }
  return (
    <Section title={t('overview.current')} lead={ahead}>
      <Stack>
        {current.map((review) => (
          <CurrentCard frame={frame} seen={seen} review={review} />
        ))}
      </Stack>
    </Section>
  )
}

type CardProps = Pick<OverviewPageProps, 'frame' | 'seen'> & { readonly review: CurrentReview }

function CurrentCard({ frame, seen, review }: CardProps) {
  const { reader } = frame
  const t = words.for(reader)
  const name = sayReview(reader, seen.tree, review)
  const { mine, answered, total, closesAt } = review
  const closes = closesAt && t('overview.closes', { date: formatDate(reader, closesAt, 'dateTime') })
  return (
    <Card
      level={3}
      title={name}
      action={
        <LinkButton
          small
          variant={mine > 0 ? 'primary' : 'secondary'}
          href={reviewPath.to(seen.account.identifier, review.id)}
          label={t('overview.continue-label', { review: name })}
        >
          {mine > 0 ? t('overview.continue') : t('overview.look')}
        </LinkButton>
      }
    >
      <ProgressBar reader={reader} answered={answered} total={total} />
      <Muted>
        {closes}. {t('overview.mine', { n: mine })}
      </Muted>
    </Card>
  )
}

function Past(props: OverviewPageProps) {
  const { frame, seen, past, after } = props
  const { reader } = frame
  const t = words.for(reader)
  const path = accountReviewsPath.to(seen.account.identifier)
  return (
    <Section title={t('overview.past')}>
      {past.length === 0 ? (
        <Muted>{t('overview.past-none')}</Muted>
      ) : (
        <Table reader={reader} caption={t('overview.past')} columns={columnsOf(props)} rows={past} />
      )}
      <Pager reader={reader} next={after === undefined ? undefined : withQuery(path, { after })} />
    </Section>
  )
}

function columnsOf({ frame, seen }: OverviewPageProps): Column<PastReview>[] {
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  return [
    {
      label: t('overview.what'),
      heads: true,
      cell: (review) => (
        <Link href={reviewPath.to(identifier, review.id)}>{sayReview(reader, seen.tree, review)}</Link>
      ),
    },
    {
      label: t('overview.closed'),
      fit: true,
      cell: ({ closedAt }) => <Time reader={reader} at={closedAt} />,
    },
    { label: t('overview.came'), cell: ({ came }) => sayCame(reader, came) },
    {
      label: t('overview.proof'),
      actions: true,
      cell: (review) => (
        <LinkButton
          small
          variant="quiet"
          href={reviewProofPath.to(identifier, review.id)}
          label={t('overview.proof-label', { date: formatDate(reader, review.openedAt, 'dateWithYear') })}
        >
          {t('overview.proof')}
        </LinkButton>
      ),
    },
  ]
}
