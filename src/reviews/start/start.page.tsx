import { AccountFrame, mostTicked, placeName, sayRole } from '../../accounts/index.ts'
import { accountRoles, type CustomRole, keyOf, virtualRoles } from '../../accounts/domain/roles.ts'
import { accountReviewsPath } from '../../paths/accounts.ts'
import { newReviewPath } from '../../paths/reviews.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import {
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Muted,
  Notice,
  Radios,
  Select,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Reviewing } from '../sight.ts'
import type { StartError } from './start.form.ts'

/** What the page that starts a review shows. */
export type StartPageProps = Reviewing & {
  readonly frame: Frame
  /** The roles of the account’s own that are in use. */
  readonly ownRoles: readonly CustomRole[]
  readonly typed?: Typed | undefined
  readonly errors?: FieldErrors | undefined
  readonly problem?: string | undefined
}

/** Starting a review by hand: of all access, or of a part of it. */
export function StartPage(props: StartPageProps) {
  const { frame, seen, errors = {}, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="reviews"
      title={t('start.title')}
      under={[{ label: t('start.title') }]}
      lead={t('start.lead')}
      failed={Object.keys(errors).length > 0 || problem !== undefined}
      narrow
    >
      <ErrorSummary
        reader={reader}
        errors={Object.keys(errors).map((field) => ({ field, message: said(props, field) ?? '' }))}
      />
      {problem !== undefined && (
        <Notice kind="danger" title={t('refused.title')}>
          {problem}
        </Notice>
      )}
      <Form action={newReviewPath.to(seen.account.identifier)}>
        <What {...props} />
        <Muted>{t('start.note')}</Muted>
        <FormActions>
          <SubmitButton>{t('start.submit')}</SubmitButton>
          <LinkButton variant="quiet" href={accountReviewsPath.to(seen.account.identifier)}>
            {t('keep.back')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountFrame>
  )
}

// A part's administrator reviews that part alone.
function What(props: StartPageProps) {
  const { frame, within } = props
  const { reader } = frame
  const t = words.for(reader)
  const place = { value: 'PLACE', label: t('start.PLACE'), inside: <Place {...props} /> }
  const items =
    within === null
      ? [
          { value: 'ALL', label: t('start.ALL'), help: t('start.ALL-help') },
          { value: 'OUTSIDE', label: t('start.OUTSIDE'), help: t('start.OUTSIDE-help') },
          { value: 'ROLE', label: t('start.ROLE'), inside: <Role {...props} /> },
          place,
        ]
      : [place]
  return (
    <Radios
      reader={reader}
      name="what"
      label={t('start.what')}
      required
      items={items}
      value={typedIn(props, 'what') ?? (within === null ? undefined : 'PLACE')}
      error={said(props, 'what')}
    />
  )
}

function Role(props: StartPageProps) {
  const { reader } = props.frame
  const t = words.for(reader)
  return (
    <Select
      reader={reader}
      name="role"
      label={t('start.role')}
      required
      placeholder={t('start.choose')}
      options={[...accountRoles, ...virtualRoles, ...props.ownRoles].map((role) => ({
        value: keyOf(role),
        label: sayRole(reader, role),
      }))}
      value={typedIn(props, 'role')}
      error={said(props, 'role')}
    />
  )
}

function Place(props: StartPageProps) {
  const { frame, seen, within } = props
  const t = words.for(frame.reader)
  const offered = seen.tree.virtualAccounts.filter(({ id }) => within === null || within.includes(id))
  if (offered.length > mostTicked)
    return (
      <Field
        reader={frame.reader}
        name="place"
        label={t('start.place')}
        help={t('start.place-written')}
        required
        value={typedIn(props, 'place')}
        error={said(props, 'place')}
      />
    )
  const options = offered
    .map(({ id }) => ({ value: id as string, label: placeName(seen.tree, id) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, frame.reader.locale))
  return (
    <Select
      reader={frame.reader}
      name="place"
      label={t('start.place')}
      required
      placeholder={t('start.choose')}
      options={options}
      value={typedIn(props, 'place')}
      error={said(props, 'place')}
    />
  )
}

function typedIn({ typed }: StartPageProps, name: string): string | undefined {
  const value = typed?.[name]
  return typeof value === 'string' ? value : undefined
}

function said({ frame, errors }: StartPageProps, field: string): string | undefined {
  const key = errors?.[field]
  return key === undefined ? undefined : words.for(frame.reader)(key as StartError)
}
