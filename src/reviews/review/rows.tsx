import type { Child } from '#jsx'
import { accountWords, type SeenAccount } from '../../accounts/index.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { removalPath } from '../../paths/accounts.ts'
import { reactivatePath } from '../../paths/reviews.ts'
import { type PersonId } from '../../kernel/id.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Badge, Button, Hidden, Id, Link, LinkButton } from '../../ui/index.ts'
import { activityOf } from '../domain/activity.ts'
import { words } from '../messages/index.ts'
import { sayItem } from '../say.ts'
import type { StoredReview } from '../reviews.store.ts'
import type { Choice } from './answers.form.ts'
import type { ItemRow } from './items.query.ts'

/** What every row of a review needs to be shown. */
export type RowContext = {
  readonly reader: Reader
  readonly seen: SeenAccount
  readonly review: StoredReview
  readonly viewer: PersonId
  readonly now: Date
  /** Ending another administrator takes two people here. */
  readonly takesTwo: boolean
  /** Nobody but the viewer could answer for an administrator. */
  readonly alone: boolean
  /** As it was sent, when it comes back. */
  readonly typed: ReadonlyMap<number, Choice>
}
type RowProps = RowContext & { readonly row: ItemRow }

/** The grants of a review, under the names of those who hold them. */
export function Rows(props: RowContext & { readonly rows: readonly ItemRow[] }) {
  const { rows, ...context } = props
  const people = [...Map.groupBy(rows, ({ personId }) => personId).values()]
  return (
    <ul class="review">
      {people.map((held) => (
        <li class="card">
          <Person {...context} row={held[0] as ItemRow} />
          <ul class="review-grants">
            {held.map((row) => (
              <li id={`item-${row.position}`}>
                <What {...context} row={row} />
                <div class="review-answer">
                  <Answering {...context} row={row} />
                </div>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** How the holder of a grant is called. */
export function holderOf(reader: Reader, row: ItemRow): string {
  return row.isErased ? words.for(reader)('review.erased') : nameOf(row)
}

function Person({ reader, row, viewer, now }: RowProps) {
  const t = words.for(reader)
  return (
    <div class="review-person">
      <h2>{holderOf(reader, row)}</h2>
      {row.personId === viewer && <Badge tone="accent">{t('review.you')}</Badge>}
      {row.isOutside && <Badge tone="rust">{t('review.outside')}</Badge>}
      {row.isDisabled && <Badge tone="red">{t('review.disabled')}</Badge>}
      <p class="muted">
        {!row.isErased && (
          <>
            <Id value={row.address} />
            {' · '}
          </>
        )}
        {t(`review.seen.${activityOf(row.seenAt, now)}`)}
      </p>
    </div>
  )
}

function What({ reader, seen, row }: RowProps) {
  const t = words.for(reader)
  const a = accountWords.for(reader)
  const day = (at: Date) => formatDate(reader, at)
  const parts: Child[] = [
    row.requestId ? (
      <Link href={requestPath.to(row.requestId)}>{row.reference ?? a(`source.${row.source}`)}</Link>
    ) : (
      a(`source.${row.source}`)
    ),
    ...(row.giver ? [t('review.given-by', { name: nameOf(row.giver) })] : []),
    t('review.since', { date: day(row.since) }),
    ...(row.endsAt ? [t('review.until', { date: day(row.endsAt) })] : []),
    ...(row.before ? [t('review.before', { date: day(new Date(row.before.at)) })] : []),
  ]
  return (
    <div>
      <p class="review-held">{sayItem(reader, seen.tree, row)}</p>
      <p class="muted">{parts.map((part, index) => (index === 0 ? part : [' · ', part]))}</p>
    </div>
  )
}

function Answering(props: RowProps) {
  const { review, row, reader, viewer } = props
  const t = words.for(reader)
  if (row.outcome !== null) return <Outcome {...props} />
  if (row.isOver) return <p class="muted">{sayEnded(reader, row)}</p>
  if (review.status === 'CLOSED') return <p class="muted">{t('review.outcome.SUSPENDED')}</p>
  if (row.personId === viewer)
    return <p class="muted">{props.alone ? t('review.own-alone') : t('review.own')}</p>
  if (!row.isTheirs) return <p class="muted">{t('review.not-theirs')}</p>
  return <Choices {...props} />
}

// Whoever is asked about it reads why there is nothing to answer any more.
function sayEnded(reader: Reader, { ended }: ItemRow): string {
  const t = words.for(reader)
  if (!ended) return t('review.outcome.OVER')
  const name = ended.by ? nameOf(ended.by) : t('review.erased')
  const said = { name, date: formatDate(reader, new Date(ended.at)) }
  return ended.again ? t('review.changed-in-group', said) : t('review.ended-by', said)
}

function Outcome({ reader, seen, row }: RowProps) {
  const t = words.for(reader)
  const at = row.settledAt && formatDate(reader, row.settledAt)
  return (
    <>
      <p>
        {row.outcome && t(`review.outcome.${row.outcome}`)}
        {at && <span class="muted"> · {at}</span>}
      </p>
      <Answered reader={reader} row={row} />
      {row.outcome === 'SUSPENDED' && row.isSuspended && !row.isOver && row.isTheirs && (
        <LinkButton
          small
          href={reactivatePath.to(seen.account.identifier, row.grantId)}
          label={t('review.reactivate-label', {
            name: holderOf(reader, row),
            held: sayItem(reader, seen.tree, row),
          })}
        >
          {t('review.reactivate')}
        </LinkButton>
      )}
    </>
  )
}

/** Who answered, and when; nothing while nobody has. */
export function Answered({ reader, row }: { reader: Reader; row: ItemRow }) {
  if (row.answer === null || row.answeredAt === null) return null
  const t = words.for(reader)
  const name = row.answerer ? nameOf(row.answerer) : t('review.erased')
  const date = formatDate(reader, row.answeredAt)
  return (
    <p class="muted">
      {row.outcome === null
        ? t('review.answered', { answer: row.answer, name, date })
        : t('review.answered-by', { name, date })}
    </p>
  )
}

function Choices(props: RowProps) {
  const { reader, seen, row, takesTwo } = props
  const t = words.for(reader)
  const said = { name: holderOf(reader, row), held: sayItem(reader, seen.tree, row) }
  const was: Choice = row.answer ?? 'LATER'
  const byTwo = row.role === 'SA' && takesTwo
  const offered: readonly Choice[] = [
    'LATER',
    'KEEP',
    ...(byTwo ? [] : (['REMOVE'] as const)),
    ...(was === 'CHANGE' ? (['CHANGE'] as const) : []),
  ]
  const chosen = props.typed.get(row.position) ?? was
  return (
    <>
      <fieldset class="review-choice">
        <legend class="unseen">{t('review.answer', said)}</legend>
        {offered.map((choice) => (
          <label>
            <input type="radio" name={`answer-${row.position}`} value={choice} checked={chosen === choice} />
            {t(`review.answer.${choice}`)}
          </label>
        ))}
        <Hidden name={`seen-${row.position}`} value={`${row.version}:${was}`} />
      </fieldset>
      {byTwo ? (
        <ByTwo {...props} />
      ) : (
        <ChangeButton row={row} label={t('review.change-label', said)} reader={reader} />
      )}
      {row.answer === 'CHANGE' && row.toRole && (
        <p class="muted">
          {t('review.to', {
            held: sayItem(reader, seen.tree, { ...row, role: row.toRole }, row.toEndsAt),
          })}
        </p>
      )}
      <Answered reader={reader} row={row} />
    </>
  )
}

function ChangeButton({ row, label, reader }: { row: ItemRow; label: string; reader: Reader }) {
  return (
    <Button small variant="quiet" name="change" value={String(row.position)} label={label}>
      {words.for(reader)('review.change')}
    </Button>
  )
}

function ByTwo({ reader, seen, row }: RowProps) {
  const t = words.for(reader)
  return (
    <p class="muted">
      {t('review.two')}{' '}
      <Link href={removalPath.to(seen.account.identifier, row.grantId)}>{t('review.two-link')}</Link>
    </p>
  )
}
