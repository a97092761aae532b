import { AccountFrame } from '../../accounts/index.ts'
import { finishReviewPath, reviewPath } from '../../paths/reviews.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  type Column,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Muted,
  Notice,
  Section,
  SubmitButton,
  Table,
} from '../../ui/index.ts'
import { isByCalendar } from '../domain/closing.ts'
import { words } from '../messages/index.ts'
import type { Progress } from '../progress.query.ts'
import type { ItemRow } from '../review/items.query.ts'
import { holderOf } from '../review/rows.tsx'
import type { StoredReview } from '../reviews.store.ts'
import { sayItem, sayReview } from '../say.ts'
import type { Reviewing } from '../sight.ts'

/** What the page that asks before answers take effect shows. */
export type FinishPageProps = {
  readonly frame: Frame
  readonly seen: Reviewing['seen']
  readonly review: StoredReview
  readonly progress: Progress
  /** What the viewer would carry out. */
  readonly rows: readonly ItemRow[]
  /** What could not be carried out, in words. */
  readonly refused?: readonly string[] | undefined
  readonly problem?: string | undefined
}

/** Everything that would take effect now, before it does. */
export function FinishPage(props: FinishPageProps) {
  const { frame, seen, review, refused = [], problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const name = sayReview(reader, seen.tree, review)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="reviews"
      title={t('finish.title')}
      under={[
        { label: name, href: reviewPath.to(seen.account.identifier, review.id) },
        { label: t('finish.title') },
      ]}
      lead={t('finish.lead')}
      failed={problem !== undefined || refused.length > 0}
    >
      {(problem !== undefined || refused.length > 0) && (
        <Notice kind="danger" title={t('refused.title')}>
          {problem}
          {refused.length > 0 && (
            <ul>
              {refused.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <Part {...props} answer="REMOVE" />
      <Part {...props} answer="CHANGE" />
      <Act {...props} />
    </AccountFrame>
  )
}

function Part({ answer, ...props }: FinishPageProps & { answer: 'REMOVE' | 'CHANGE' }) {
  const { reader } = props.frame
  const t = words.for(reader)
  const rows = props.rows.filter((row) => row.answer === answer)
  if (rows.length === 0) return null
  const title = answer === 'REMOVE' ? t('finish.remove') : t('finish.change')
  return (
    <Section title={title} count={rows.length}>
      <Table reader={reader} caption={title} columns={columnsOf(props, answer)} rows={rows} />
    </Section>
  )
}

function columnsOf({ frame, seen }: FinishPageProps, answer: 'REMOVE' | 'CHANGE'): Column<ItemRow>[] {
  const { reader } = frame
  const t = words.for(reader)
  const after = (row: ItemRow) =>
    answer === 'REMOVE'
      ? t('finish.after-none')
      : sayItem(reader, seen.tree, { ...row, role: row.toRole ?? row.role }, row.toEndsAt)
  return [
    { label: t('finish.person'), heads: true, cell: (row) => holderOf(reader, row) },
    { label: t('finish.held'), cell: (row) => sayItem(reader, seen.tree, row, row.endsAt) },
    { label: t('finish.after'), cell: after },
    { label: t('finish.by'), cell: ({ answerer }) => (answerer ? nameOf(answerer) : t('review.erased')) },
  ]
}

function Act(props: FinishPageProps) {
  const { frame, seen, review, progress, rows } = props
  const t = words.for(frame.reader)
  const open = progress.total - progress.answered
  const n = rows.length
  const isLast = open === 0 && progress.toCarryOut <= n
  const { identifier } = seen.account
  return (
    <Form action={finishReviewPath.to(identifier, review.id)} wide>
      {n === 0 && !isLast && <p>{t('finish.nothing')}</p>}
      <Rest frame={frame} review={review} n={open} />
      {isLast && <p>{t('finish.complete')}</p>}
      <FormActions>
        {n > 0 && <SubmitButton variant="danger">{t('finish.confirm', { n })}</SubmitButton>}
        {n === 0 && isLast && <SubmitButton>{t('finish.close')}</SubmitButton>}
        <LinkButton variant="quiet" href={reviewPath.to(identifier, review.id)}>
          {t('keep.back')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function Rest({ frame, review, n }: Pick<FinishPageProps, 'frame' | 'review'> & { n: number }) {
  if (n === 0) return null
  const date = review.closesAt ? formatDate(frame.reader, review.closesAt, 'dateTime') : ''
  const said = isByCalendar(review) ? 'finish.rest' : 'finish.rest.by-hand'
  return <Muted>{words.for(frame.reader)(said, { n, date })}</Muted>
}
