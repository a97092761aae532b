import { coverage } from '../../accounts/domain/rights.ts'
import { choiceOf, type CustomRole } from '../../accounts/domain/roles.ts'
import { AccountFrame, EndsAtField, mostTicked, placeName, type SeenAccount } from '../../accounts/index.ts'
import type { TypedEnd } from '../../accounts/domain/end-moment.ts'
import { changeGrantPath, userPath } from '../../paths/members.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import {
  ErrorSummary,
  Facts,
  Field,
  Fold,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Notice,
  Radios,
  Select,
  SubmitButton,
} from '../../ui/index.ts'
import { RoleTable, roleChoices, rolesToGive } from '../add-members/add-members.page.tsx'
import { words } from '../messages/index.ts'
import { sayGrant } from '../say.ts'
import type { UserGrant } from '../users/users.query.ts'
import type { ChangeErrorKey } from './change-grant.form.ts'

/** What the page for changing one grant shows. */
export type ChangePageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  /** The roles that the account made for itself. */
  readonly ownRoles: readonly CustomRole[]
  readonly personId: string
  readonly name: string
  readonly grant: UserGrant
  /** Its end, as it would be typed. */
  readonly end: TypedEnd
  readonly typed?: Typed | undefined
  readonly errors?: FieldErrors | undefined
  /** Why nothing was changed, in words. */
  readonly problem?: string | undefined
}

/** Giving somebody another role, place or end in the stead of what they hold. */
export function ChangeGrantPage(props: ChangePageProps) {
  const { frame, seen, name, grant, errors = {}, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('change.title', { name })
  const { identifier } = seen.account
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={title}
      lead={t('change.lead')}
      under={[{ label: name, href: userPath.to(identifier, props.personId) }, { label: title }]}
      failed={Object.keys(errors).length > 0}
      narrow
    >
      <ErrorSummary
        reader={reader}
        errors={Object.keys(errors).map((field) => ({ field, message: saidOf(props, field) ?? '' }))}
      />
      {problem !== undefined && (
        <Notice kind="danger" title={t('change.refused')}>
          {problem}
        </Notice>
      )}
      <Facts items={[{ label: t('change.now'), value: sayGrant(reader, grant, seen.tree) }]} />
      <Form action={changeGrantPath.to(identifier, grant.id)}>
        <RoleField {...props} />
        <PlaceField {...props} />
        <EndsAtField
          reader={reader}
          label={t('change.ends')}
          help={t('change.ends-help')}
          day={textOf(props, 'ends', props.end.day)}
          time={textOf(props, 'endsTime', props.end.time)}
          timeZone={seen.account.timeZone}
          error={saidOf(props, 'ends')}
        />
        <FormActions>
          <SubmitButton>{t('change.press')}</SubmitButton>
          <LinkButton variant="quiet" href={userPath.to(identifier, props.personId)}>
            {t('change.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountFrame>
  )
}

function saidOf({ frame, errors = {} }: ChangePageProps, field: string): string | undefined {
  const key = errors[field]
  return key === undefined ? undefined : words.for(frame.reader)(key as ChangeErrorKey)
}

function textOf({ typed }: ChangePageProps, name: string, otherwise: string): string {
  const value = typed?.[name]
  return typeof value === 'string' ? value : otherwise
}

function RoleField(props: ChangePageProps) {
  const { frame, seen, grant } = props
  const { reader } = frame
  const t = words.for(reader)
  const possible = rolesToGive(seen, props.ownRoles)
  return (
    <>
      <Radios
        reader={reader}
        name="role"
        label={t('change.role')}
        required
        items={roleChoices(reader, possible)}
        value={textOf(props, 'role', choiceOf(grant.role))}
        error={saidOf(props, 'role')}
      />
      <Fold summary={t('add.what-may')}>
        <RoleTable frame={frame} shown={possible} />
      </Fold>
    </>
  )
}

function PlaceField(props: ChangePageProps) {
  const { frame, seen, grant } = props
  const { reader } = frame
  const t = words.for(reader)
  const places = seen.tree.virtualAccounts.filter(
    ({ id }) => coverage(seen.rights, 'VV', { kind: 'VIRTUAL', virtualAccountIds: [id] }).covered,
  )
  const error = saidOf(props, 'place')
  if (places.length > mostTicked) {
    const now = grant.virtualAccountId === null ? '' : placeName(seen.tree, grant.virtualAccountId)
    return (
      <Field
        reader={reader}
        name="place"
        label={t('change.place')}
        help={t('change.place-written')}
        value={textOf(props, 'place', now)}
        error={error}
      />
    )
  }
  return (
    <Select
      reader={reader}
      name="place"
      label={t('change.place')}
      help={t('change.place-help')}
      required
      placeholder={t('change.no-place')}
      width="medium"
      value={textOf(props, 'place', grant.virtualAccountId ?? '')}
      options={places.map(({ id }) => ({ value: id, label: placeName(seen.tree, id) }))}
      error={error}
    />
  )
}
