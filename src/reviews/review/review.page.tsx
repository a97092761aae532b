import { AccountFrame } from '../../accounts/index.ts'
import { withQuery } from '../../paths/decisions.ts'
import { finishReviewPath, reviewPath, reviewProofPath } from '../../paths/reviews.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Button,
  EmptyState,
  FilterLinks,
  type Flash,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Muted,
  Notice,
  Pager,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Progress } from '../progress.query.ts'
import { ProgressBar } from '../progress-bar.tsx'
import { sayReview } from '../say.ts'
import type { ItemRow, Show } from './items.query.ts'
import { shows } from './items.query.ts'
import { type RowContext, Rows } from './rows.tsx'

/** What the page of one review shows. */
export type ReviewPageProps = RowContext & {
  readonly frame: Frame
  readonly progress: Progress
  readonly rows: readonly ItemRow[]
  readonly show: Show
  /** The sealed place after which this page begins, and the next one. */
  readonly from: string | undefined
  readonly after: string | undefined
  readonly flash?: Flash | undefined
  /** Answers that were not saved, each with its reason in words. */
  readonly unsaved?: readonly string[] | undefined
  /** Why nothing was saved, in words. */
  readonly problem?: string | undefined
}

/** One review: its list of grants with what is answered, or, once it is closed, what came of it. */
export function ReviewPage(props: ReviewPageProps) {
  const { frame, seen, review, progress } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = sayReview(reader, seen.tree, review)
  const { identifier } = seen.account
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="reviews"
      title={title}
      under={[{ label: title }]}
      lead={leadOf(props)}
      actions={<LinkButton href={reviewProofPath.to(identifier, review.id)}>{t('review.proof')}</LinkButton>}
      flash={props.flash}
      failed={props.problem !== undefined || props.unsaved !== undefined}
    >
      <Problems {...props} />
      {review.status === 'OPEN' && (
        <ProgressBar reader={reader} answered={progress.answered} total={progress.total} />
      )}
      <ToFinish {...props} />
      <FilterLinks label={t('review.filter')} items={filtersOf(props)} />
      <List {...props} />
      <Pager reader={reader} next={props.after === undefined ? undefined : pathOf(props, props.after)} />
    </AccountFrame>
  )
}

function leadOf({ frame, review }: ReviewPageProps): string {
  const t = words.for(frame.reader)
  if (review.closedAt)
    return t('review.lead-closed', { date: formatDate(frame.reader, review.closedAt, 'dateTime') })
  const until = review.closesAt
    ? t('overview.closes', { date: formatDate(frame.reader, review.closesAt, 'dateTime') })
    : ''
  return `${until}. ${t('review.lead')}`
}

function pathOf({ seen, review, show }: ReviewPageProps, after: string | undefined): string {
  const narrowed = show === 'all' ? undefined : show
  return withQuery(reviewPath.to(seen.account.identifier, review.id), { show: narrowed, after })
}

function filtersOf(props: ReviewPageProps) {
  const t = words.for(props.frame.reader)
  const offered = props.review.status === 'OPEN' ? shows : (['all', 'outside', 'administrators'] as const)
  return offered.map((show) => ({
    label: t(`review.show.${show}`),
    href: pathOf({ ...props, show }, undefined),
    current: show === props.show,
  }))
}

function Problems({ frame, unsaved, problem }: ReviewPageProps) {
  const t = words.for(frame.reader)
  if (problem !== undefined) {
    return (
      <Notice kind="danger" title={t('refused.title')}>
        {problem}
      </Notice>
    )
  }
  if (!unsaved || unsaved.length === 0) return null
  return (
    <Notice kind="danger" title={t('flash.not-saved-title', { n: unsaved.length })}>
      <ul>
        {unsaved.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Notice>
  )
}

function ToFinish({ frame, seen, review, progress }: ReviewPageProps) {
  if (review.status !== 'OPEN') return null
  const t = words.for(frame.reader)
  const isComplete = progress.total > 0 && progress.answered === progress.total
  if (progress.toCarryOut === 0 && !isComplete) return null
  const text =
    progress.toCarryOut > 0 ? t('review.finish-n', { n: progress.toCarryOut }) : t('review.complete')
  const path = finishReviewPath.to(seen.account.identifier, review.id)
  return (
    <Notice kind="info" still actions={<LinkButton href={path}>{t('review.finish')}</LinkButton>}>
      {text}
    </Notice>
  )
}

function List(props: ReviewPageProps) {
  const { frame, rows, review, from } = props
  const t = words.for(frame.reader)
  if (rows.length === 0) return <EmptyState title={t('review.none-title')}>{t('review.none')}</EmptyState>
  if (review.status !== 'OPEN') return <Rows {...props} />
  return (
    <Form action={pathOf(props, from)} wide>
      <Rows {...props} />
      {rows.some(({ isTheirs, outcome, isOver }) => isTheirs && outcome === null && !isOver) && (
        <>
          <FormActions>
            <SubmitButton name="do" value="save">
              {t('review.save')}
            </SubmitButton>
            <Button name="do" value="keep-all" describedBy="keep-all-help">
              {t('review.keep-all')}
            </Button>
          </FormActions>
          <Muted>
            <span id="keep-all-help">{t('review.keep-all-help')}</span>
          </Muted>
        </>
      )}
    </Form>
  )
}
