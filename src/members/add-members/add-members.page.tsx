import { coverage, type Scope } from '../../accounts/domain/rights.ts'
import {
  actions,
  choiceOf,
  type CustomRole,
  type GrantedRole,
  isVirtualRole,
  reachOf,
  roles,
} from '../../accounts/domain/roles.ts'
import {
  AccountFrame,
  accountWords,
  EndsAtField,
  placeName,
  sayRole,
  sayRoleHelp,
  type SeenAccount,
} from '../../accounts/index.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import {
  addUsersFilePath,
  addUsersLinesPath,
  addUsersPath,
  addUsersTemplatePath,
} from '../../paths/members.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import {
  Checkboxes,
  type Choice,
  type Column,
  ErrorSummary,
  Field,
  FileField,
  Fold,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Muted,
  Radios,
  Section,
  SubmitButton,
  Table,
  TextArea,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { AddErrorKey } from './add-members.form.ts'

/** What the page for adding people shows. */
export type AddPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  /** The roles that the account made for itself. */
  readonly ownRoles: readonly CustomRole[]
  readonly typed?: Typed | undefined
  readonly errors?: FieldErrors | undefined
}

const mostTicked = 100

/** Adding people: by addresses with one role, or by a file. */
export function AddMembersPage(props: AddPageProps) {
  const { frame, seen, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={t('add.title')}
      lead={t('add.lead')}
      under={[{ label: t('add.title') }]}
      failed={Object.keys(errors).length > 0}
      narrow
    >
      <ErrorSummary
        reader={reader}
        errors={Object.keys(errors).map((field) => ({ field, message: saidOf(props, field) ?? '' }))}
      />
      <Muted>{t('add.known')}</Muted>
      <Section title={t('add.by-address')}>
        <ByAddress {...props} />
      </Section>
      <Section title={t('add.by-file')}>
        <ByFile {...props} />
      </Section>
    </AccountFrame>
  )
}

function saidOf({ frame, errors = {} }: AddPageProps, field: string): string | undefined {
  const key = errors[field]
  return key === undefined ? undefined : words.for(frame.reader)(key as AddErrorKey)
}

function textOf({ typed = {} }: AddPageProps, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

function listOf({ typed = {} }: AddPageProps, name: string): readonly string[] {
  const value = typed[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** The roles that a viewer could give somewhere in the account: the strongest first, then the account's own. */
export function rolesToGive({ rights, tree }: SeenAccount, ownRoles: readonly CustomRole[]): GrantedRole[] {
  const scopes: Scope[] = tree.virtualAccounts.map(({ id }) => ({ kind: 'VIRTUAL', virtualAccountIds: [id] }))
  const some = (role: GrantedRole) =>
    isVirtualRole(role)
      ? scopes.some((scope) => coverage(rights, role, scope).covered)
      : coverage(rights, role, { kind: 'ACCOUNT' }).covered
  return [...roles.filter(some).toReversed(), ...ownRoles.filter(some)]
}

function ByAddress(props: AddPageProps) {
  const { frame, seen } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier, timeZone } = seen.account
  return (
    <Form action={addUsersPath.to(identifier)}>
      <TextArea
        reader={reader}
        name="addresses"
        label={t('add.addresses')}
        help={t('add.addresses-help')}
        required
        rows={3}
        spellcheck={false}
        value={textOf(props, 'addresses')}
        error={saidOf(props, 'addresses')}
      />
      <RoleField {...props} />
      <PlacesField {...props} />
      <EndsAtField
        reader={reader}
        label={t('add.ends')}
        help={t('add.ends-help')}
        day={textOf(props, 'ends')}
        time={textOf(props, 'endsTime')}
        timeZone={timeZone}
        error={saidOf(props, 'ends')}
      />
      <FormActions>
        <SubmitButton>{t('add.next')}</SubmitButton>
        <LinkButton variant="quiet" href={accountUsersPath.to(identifier)}>
          {t('add.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function RoleField(props: AddPageProps) {
  const { frame, seen } = props
  const { reader } = frame
  const t = words.for(reader)
  const possible = rolesToGive(seen, props.ownRoles)
  return (
    <>
      <Radios
        reader={reader}
        name="role"
        label={t('add.role')}
        help={t('add.role-help')}
        required
        items={roleChoices(reader, possible)}
        value={textOf(props, 'role')}
        error={saidOf(props, 'role')}
      />
      <Fold summary={t('add.what-may')}>
        <RoleTable frame={frame} shown={possible} />
      </Fold>
    </>
  )
}

/** Roles to choose from, each with what it is for or, of the account's own, what it allows. */
export function roleChoices(reader: Frame['reader'], possible: readonly GrantedRole[]): Choice[] {
  return possible.map((role) => ({
    value: choiceOf(role),
    label: sayRole(reader, role),
    help: sayRoleHelp(reader, role),
  }))
}

/** What each of some roles may do, action by action. */
export function RoleTable({
  frame,
  shown,
}: {
  readonly frame: Frame
  readonly shown: readonly GrantedRole[]
}) {
  const { reader } = frame
  const t = words.for(reader)
  const a = accountWords.for(reader)
  const known = actions.filter((action) => shown.some((role) => reachOf(role, action) !== 'nowhere'))
  const columns: Column<(typeof known)[number]>[] = [
    { label: t('add.column.action'), heads: true, cell: (action) => a(`action.${action}`) },
    ...shown.map((role) => ({
      label: sayRole(reader, role),
      cell: (action: (typeof known)[number]) => t(`add.reach.${reachOf(role, action)}`),
    })),
  ]
  return <Table reader={reader} caption={t('add.what-may')} dense wraps columns={columns} rows={known} />
}

function PlacesField(props: AddPageProps) {
  const { frame, seen } = props
  const { reader } = frame
  const t = words.for(reader)
  const places = seen.tree.virtualAccounts.filter(
    ({ id }) => coverage(seen.rights, 'VV', { kind: 'VIRTUAL', virtualAccountIds: [id] }).covered,
  )
  if (places.length > mostTicked)
    return (
      <Field
        reader={reader}
        name="places"
        label={t('add.places')}
        help={t('add.places-written')}
        value={textOf(props, 'places')}
        error={saidOf(props, 'place')}
      />
    )
  const items: Choice[] = places.map(({ id }) => ({ value: id, label: placeName(seen.tree, id) }))
  return (
    <Checkboxes
      reader={reader}
      name="place"
      label={t('add.places')}
      help={t('add.places-help')}
      items={items}
      values={listOf(props, 'place')}
      error={saidOf(props, 'place')}
    />
  )
}

function ByFile(props: AddPageProps) {
  const { frame, seen } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  return (
    <>
      <p>
        <LinkButton small icon="download" download href={addUsersTemplatePath.to(identifier)}>
          {t('add.template')}
        </LinkButton>
      </p>
      <Form action={addUsersFilePath.to(identifier)} files>
        <FileField
          reader={reader}
          name="file"
          label={t('add.file')}
          help={t('add.file-help')}
          required
          accept=".csv,text/csv,text/plain"
          error={saidOf(props, 'file')}
        />
        <FormActions>
          <SubmitButton variant="secondary">{t('add.file-next')}</SubmitButton>
        </FormActions>
      </Form>
      <Form action={addUsersLinesPath.to(identifier)}>
        <TextArea
          reader={reader}
          name="lines"
          label={t('add.paste')}
          help={t('add.paste-help')}
          required
          rows={5}
          spellcheck={false}
          value={textOf(props, 'lines')}
          error={saidOf(props, 'lines')}
        />
        <FormActions>
          <SubmitButton variant="secondary">{t('add.next')}</SubmitButton>
        </FormActions>
      </Form>
    </>
  )
}
