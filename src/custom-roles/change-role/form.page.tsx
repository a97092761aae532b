import type { RoleReach } from '../../accounts/domain/custom-role.ts'
import { type Action, roles } from '../../accounts/domain/roles.ts'
import { AccountFrame, accountWords, type SeenAccount } from '../../accounts/index.ts'
import { accountRolesPath, changeRolePath, newRolePath, rolePath } from '../../paths/custom-roles.ts'
import { type FieldErrors, listOf, textOf, type Typed } from '../../platform/http/index.ts'
import {
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Notice,
  Radios,
  Section,
  Select,
  Button,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import type { ListedRole, StoredRole } from '../custom-roles.store.ts'
import { longestDescription, longestName } from '../domain/wanted-role.ts'
import { words } from '../messages/index.ts'
import { sayActions } from '../say.ts'
import { ActionFields } from './action-fields.tsx'

/** What the form of a role shows; errors are sentences, by field. */
export type RoleFormProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  /** The role that is changed, and how many hold it; undefined for a new one. */
  readonly role?: (StoredRole & { readonly holders: number }) | undefined
  /** Where the viewer may give roles that they write. */
  readonly reaches: readonly RoleReach[]
  readonly possible: readonly Action[]
  /** Roles of the account that a new one may start from, and the name of the one it did. */
  readonly bases?: readonly ListedRole[] | undefined
  readonly base?: string | undefined
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly problem?: string | undefined
  /** What was added because something chosen needs it. */
  readonly added?: readonly Action[] | undefined
  /** Somebody changed the role since it was read. */
  readonly isStale?: boolean | undefined
}

/** Making a role, or another thing of one. */
export function RoleFormPage(props: RoleFormProps) {
  const { frame, seen, role, errors, problem, isStale } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const title = role ? t('form.change-title', { role: role.name }) : t('form.new-title')
  const mistakes = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={title}
      lead={role ? t('form.change-lead', { n: role.holders }) : t('form.new-lead')}
      under={[
        { label: t('roles.title'), href: accountRolesPath.to(identifier) },
        ...(role ? [{ label: role.name, href: rolePath.to(identifier, role.id) }] : []),
        { label: role ? t('role.change') : title },
      ]}
      failed={mistakes.length > 0 || problem !== undefined || isStale}
      narrow
    >
      <ErrorSummary reader={reader} errors={mistakes} />
      {problem !== undefined && (
        <Notice kind="danger" title={t('form.refused')}>
          {problem}
        </Notice>
      )}
      <Notices {...props} />
      {!role && <StartFrom {...props} />}
      <Fields {...props} />
    </AccountFrame>
  )
}

function Notices({ frame, role, isStale, added = [], base }: RoleFormProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <>
      {isStale && role && (
        <Notice kind="danger" title={t('stale.title')}>
          <p>{t('stale.text')}</p>
          <p>
            <b>{t('stale.saved', { version: role.version })}</b>: {role.name}
            {role.description !== '' && ` – ${role.description}`}
          </p>
          <p>{sayActions(reader, role.actions)}</p>
        </Notice>
      )}
      {added.length > 0 && (
        <Notice kind="warning" title={t('form.added-title')}>
          {t('form.added', { actions: sayActions(reader, added) })}
        </Notice>
      )}
      {base !== undefined && <Notice kind="info">{t('form.from-done', { role: base })}</Notice>}
    </>
  )
}

function StartFrom({ frame, seen, bases = [], typed }: RoleFormProps) {
  const { reader } = frame
  const t = words.for(reader)
  const a = accountWords.for(reader)
  const own = bases.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form action={newRolePath.to(seen.account.identifier)} method="get" label={t('form.from')}>
      <Select
        reader={reader}
        name="from"
        label={t('form.from')}
        help={t('form.from-help')}
        placeholder={t('form.from-empty')}
        value={textOf(typed, 'from')}
        options={[]}
        groups={[
          {
            label: t('form.from-built-in'),
            options: roles.map((role) => ({ value: role, label: a(`role.${role}`) })),
          },
          ...(own.length > 0 ? [{ label: t('form.from-own'), options: own }] : []),
        ]}
      />
      <FormActions>
        <Button>{t('form.from-do')}</Button>
      </FormActions>
    </Form>
  )
}

function Fields(props: RoleFormProps) {
  const { frame, seen, role, typed, errors, reaches, possible } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  return (
    <Form action={role ? changeRolePath.to(identifier, role.id) : newRolePath.to(identifier)}>
      {role && <Hidden name="version" value={String(role.version)} />}
      <Field
        reader={reader}
        name="name"
        label={t('roles.name')}
        help={t('form.name-help')}
        required
        maxlength={longestName}
        value={textOf(typed, 'name')}
        error={errors['name']}
      />
      <TextArea
        reader={reader}
        name="description"
        label={t('roles.description')}
        help={t('form.description-help')}
        rows={2}
        max={longestDescription}
        value={textOf(typed, 'description')}
        error={errors['description']}
      />
      <ReachField {...props} />
      <Section title={t('form.what-may')} lead={t('form.administrators')}>
        <ActionFields
          reader={reader}
          reaches={role ? [role.reach] : reaches}
          possible={possible}
          chosen={listOf(typed, 'action')}
          error={errors['actions']}
        />
      </Section>
      <FormActions>
        <SubmitButton>{sendWords(props)}</SubmitButton>
        <LinkButton
          variant="quiet"
          href={role ? rolePath.to(identifier, role.id) : accountRolesPath.to(identifier)}
        >
          {t('form.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function sendWords({ frame, role }: RoleFormProps): string {
  const t = words.for(frame.reader)
  if (!role) return t('form.make')
  return role.holders > 0 ? t('form.next') : t('form.save')
}

function ReachField({ frame, role, reaches, typed, errors }: RoleFormProps) {
  const { reader } = frame
  const t = words.for(reader)
  const only = reaches.length === 1 ? reaches[0] : undefined
  if (role) return <p class="muted">{t('form.reach-fixed', { reach: t(`roles.reach.${role.reach}`) })}</p>
  if (only) return <Hidden name="reach" value={only} />
  return (
    <Radios
      reader={reader}
      name="reach"
      label={t('roles.reach')}
      required
      items={reaches.map((reach) => ({
        value: reach,
        label: t(`roles.reach.${reach}`),
        help: t(`roles.reach-help.${reach}`),
      }))}
      value={textOf(typed, 'reach')}
      error={errors['reach']}
    />
  )
}
