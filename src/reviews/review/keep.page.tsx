import { AccountFrame } from '../../accounts/index.ts'
import { Form, FormActions, type Frame, Hidden, Items, LinkButton, SubmitButton } from '../../ui/index.ts'
import { reviewPath } from '../../paths/reviews.ts'
import { words } from '../messages/index.ts'
import { sayItem, sayReview } from '../say.ts'
import type { StoredReview } from '../reviews.store.ts'
import type { Reviewing } from '../sight.ts'
import type { SentRow } from './answers.form.ts'
import type { ItemRow } from './items.query.ts'
import { holderOf } from './rows.tsx'

/** What the page that asks before all is kept shows. */
export type KeepPageProps = {
  frame: Frame
  seen: Reviewing['seen']
  review: StoredReview
  /** What would be kept. */
  rows: readonly ItemRow[]
  sent: readonly SentRow[]
  /** Where it is sent: the page that it came from. */
  action: string
}

/** Asks once more before everything that is shown is kept; sends what had been chosen along. */
export function KeepPage(props: KeepPageProps) {
  const { frame, seen, review, rows } = props
  const { reader } = frame
  const t = words.for(reader)
  const name = sayReview(reader, seen.tree, review)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="reviews"
      title={t('keep.title')}
      under={[
        { label: name, href: reviewPath.to(seen.account.identifier, review.id) },
        { label: t('keep.title') },
      ]}
      lead={rows.length === 0 ? t('keep.none') : t('keep.lead', { n: rows.length })}
      narrow
    >
      {rows.length > 0 && (
        <Items
          items={rows.map((row) => ({
            title: holderOf(reader, row),
            text: sayItem(reader, seen.tree, row, row.endsAt),
          }))}
        />
      )}
      <Confirm {...props} />
    </AccountFrame>
  )
}

function Confirm({ frame, rows, sent, action }: KeepPageProps) {
  const t = words.for(frame.reader)
  const kept = new Set(rows.map(({ position }) => position))
  return (
    <Form action={action}>
      {sent.map(({ position, choice, was, seen: version }) => (
        <>
          <Hidden name={`answer-${position}`} value={kept.has(position) ? 'KEEP' : choice} />
          <Hidden name={`seen-${position}`} value={`${version}:${was}`} />
        </>
      ))}
      <FormActions>
        {rows.length > 0 && <SubmitButton>{t('keep.confirm', { n: rows.length })}</SubmitButton>}
        <LinkButton variant="quiet" href={action}>
          {t('keep.back')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}
