import { AccountFrame, accountWords, EndsAtField, sayRole } from '../../accounts/index.ts'
import { keyOf } from '../../accounts/domain/roles.ts'
import { changeItemPath, reviewPath } from '../../paths/reviews.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  ErrorSummary,
  Facts,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Notice,
  Select,
  SubmitButton,
} from '../../ui/index.ts'
import { lesserRoles } from '../domain/answering.ts'
import { words } from '../messages/index.ts'
import type { ItemRow } from '../review/items.query.ts'
import { holderOf } from '../review/rows.tsx'
import type { StoredReview } from '../reviews.store.ts'
import { sayItem, sayReview } from '../say.ts'
import type { Reviewing } from '../sight.ts'
import type { ChangeError } from './change.form.ts'

/** What the page that words a change shows. */
export type ChangePageProps = {
  readonly frame: Frame
  readonly seen: Reviewing['seen']
  readonly review: StoredReview
  readonly row: ItemRow
  readonly typed: Typed
  readonly errors?: FieldErrors | undefined
  readonly problem?: string | undefined
}

/** Leaving somebody less: a lesser role in the same place, an earlier end, or both. */
export function ChangePage(props: ChangePageProps) {
  const { frame, seen, review, row, errors = {}, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('change.title', { name: holderOf(reader, row) })
  const { identifier } = seen.account
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="reviews"
      title={title}
      under={[
        { label: sayReview(reader, seen.tree, review), href: reviewPath.to(identifier, review.id) },
        { label: title },
      ]}
      lead={t('change.lead')}
      failed={Object.keys(errors).length > 0}
      narrow
    >
      <ErrorSummary reader={reader} errors={summaryOf(props)} />
      {problem !== undefined && (
        <Notice kind="danger" title={t('refused.title')}>
          {problem}
        </Notice>
      )}
      <Facts items={[{ label: t('change.now'), value: sayItem(reader, seen.tree, row, row.endsAt) }]} />
      <Fields {...props} />
    </AccountFrame>
  )
}

function Fields(props: ChangePageProps) {
  const { frame, seen, review, row, typed } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier, timeZone } = seen.account
  const value = (name: string) => {
    const text = typed[name]
    return typeof text === 'string' ? text : ''
  }
  return (
    <Form action={changeItemPath.to(identifier, review.id, row.position)}>
      <Hidden name="seen" value={String(row.version)} />
      <Select
        reader={reader}
        name="role"
        label={t('change.role')}
        required
        options={optionsFor(props)}
        value={value('role') || keyOf(row.role)}
        error={said(props, 'role')}
        width="medium"
      />
      <EndsAtField
        reader={reader}
        label={t('change.ends')}
        help={t('change.ends-help', { now: endNow(props) })}
        day={value('ends')}
        time={value('endsTime')}
        timeZone={timeZone}
        error={said(props, 'ends')}
      />
      <FormActions>
        <SubmitButton>{t('change.save')}</SubmitButton>
        <LinkButton variant="quiet" href={reviewPath.to(identifier, review.id)}>
          {t('keep.back')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function optionsFor({ frame, row }: ChangePageProps): { value: string; label: string }[] {
  const t = words.for(frame.reader)
  const a = accountWords.for(frame.reader)
  const same = {
    value: keyOf(row.role),
    label: t('change.role-same', { role: sayRole(frame.reader, row.role) }),
  }
  return [same, ...lesserRoles(row.role).map((role) => ({ value: role, label: a(`role.${role}`) }))]
}

function endNow({ frame, seen, row }: ChangePageProps): string {
  const t = words.for(frame.reader)
  if (row.endsAt === null) return t('change.ends-now')
  const there = { ...frame.reader, timeZone: seen.account.timeZone }
  return t('change.ends-now-at', { date: formatDate(there, row.endsAt, 'dateTime') })
}

function said({ frame, errors }: ChangePageProps, field: string): string | undefined {
  const key = errors?.[field]
  return key === undefined ? undefined : words.for(frame.reader)(key as ChangeError)
}

function summaryOf(props: ChangePageProps) {
  const fields = Object.keys(props.errors ?? {})
  return fields.map((field) => ({ field, message: said(props, field) ?? '' }))
}
