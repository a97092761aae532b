import { coverage } from '../../accounts/domain/rights.ts'
import { choiceOf, type CustomRole, type GrantedRole, isVirtualRole } from '../../accounts/domain/roles.ts'
import {
  AccountFrame,
  mostTicked,
  placeName,
  sayRole,
  sayRoleHelp,
  type SeenAccount,
} from '../../accounts/index.ts'
import { accountGroupsPath } from '../../paths/accounts.ts'
import { changeGroupPath, groupPath, newGroupPath } from '../../paths/groups.ts'
import { type FieldErrors, listOf, textOf, type Typed } from '../../platform/http/index.ts'
import {
  Checkboxes,
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Notice,
  Radios,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { longestName } from '../domain/groups.ts'
import type { StoredGroup } from '../groups.store.ts'
import { words } from '../messages/index.ts'

/** What the form of a group shows; errors are sentences, by field. */
export type GroupFormProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  /** The group that is changed; undefined for a new one. */
  readonly group: StoredGroup | undefined
  /** How many people in it hold something by it that a review has suspended. */
  readonly suspended: number
  /** About how many of them an open review asks for what they hold by it. */
  readonly reviewed: number
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly problem?: string | undefined
  /** The roles that the account made for itself. */
  readonly ownRoles: readonly CustomRole[]
}

const offered: readonly GrantedRole[] = ['VV', 'VU', 'VA', 'SV', 'SU', 'AG']

/** Making a group, or another thing of one. */
export function GroupFormPage(props: GroupFormProps) {
  const { frame, seen, group, errors, problem, suspended, reviewed } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = group ? t('groups.change-title', { group: group.name }) : t('groups.new')
  const mistakes = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="groups"
      title={title}
      lead={group && t('groups.change-lead', { people: group.members })}
      under={[{ label: title }]}
      failed={mistakes.length > 0 || problem !== undefined}
      narrow
    >
      <ErrorSummary reader={reader} errors={mistakes} />
      {problem !== undefined && (
        <Notice kind="danger" title={t('groups.refused')}>
          {problem}
        </Notice>
      )}
      {reviewed > 0 && (
        <Notice kind="info" still>
          {t('groups.change-review', { people: reviewed })}
        </Notice>
      )}
      {suspended > 0 && <p>{t('groups.change-suspended', { people: suspended })}</p>}
      <Fields {...props} />
    </AccountFrame>
  )
}

function Fields({ frame, seen, group, typed, errors, ownRoles }: GroupFormProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const roles = [...offered, ...ownRoles].filter((role) => mayGiveSomewhere(seen, role))
  return (
    <Form action={group ? changeGroupPath.to(identifier, group.id) : newGroupPath.to(identifier)}>
      {group && <Hidden name="version" value={String(group.version)} />}
      <Field
        reader={reader}
        name="name"
        label={t('groups.name')}
        help={t('groups.name-help')}
        required
        maxlength={longestName}
        value={textOf(typed, 'name')}
        error={errors['name']}
      />
      <Radios
        reader={reader}
        name="role"
        label={t('groups.role')}
        help={t('groups.role-help')}
        required
        items={roles.map((role) => ({
          value: choiceOf(role),
          label: sayRole(reader, role),
          help: sayRoleHelp(reader, role),
        }))}
        value={textOf(typed, 'role')}
        error={errors['role']}
      />
      <Places frame={frame} seen={seen} typed={typed} errors={errors} />
      <FormActions>
        <SubmitButton>{group ? t('groups.save') : t('groups.make')}</SubmitButton>
        <LinkButton
          variant="quiet"
          href={group ? groupPath.to(identifier, group.id) : accountGroupsPath.to(identifier)}
        >
          {t('groups.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function Places({ frame, seen, typed, errors }: Pick<GroupFormProps, 'frame' | 'seen' | 'typed' | 'errors'>) {
  const { reader } = frame
  const t = words.for(reader)
  const places = seen.tree.virtualAccounts.filter(({ id }) => mayGiveIn(seen, 'VV', id))
  if (places.length === 0) return null
  // An account of many is written, whoever gives a part of it.
  if (seen.tree.virtualAccounts.length > mostTicked) {
    return (
      <TextArea
        reader={reader}
        name="places"
        label={t('groups.places')}
        help={t('groups.places-written')}
        rows={4}
        spellcheck={false}
        value={textOf(typed, 'places')}
        error={errors['places'] ?? errors['place']}
      />
    )
  }
  return (
    <Checkboxes
      reader={reader}
      name="place"
      label={t('groups.places')}
      help={t('groups.places-help')}
      items={places.map(({ id }) => ({ value: id, label: placeName(seen.tree, id) }))}
      values={listOf(typed, 'place')}
      error={errors['place']}
    />
  )
}

type PlaceId = SeenAccount['tree']['virtualAccounts'][number]['id']

/** Whether somebody could give the role in the virtual account. */
export function mayGiveIn({ rights }: SeenAccount, role: GrantedRole, id: PlaceId): boolean {
  return coverage(rights, role, { kind: 'VIRTUAL', virtualAccountIds: [id] }).covered
}

function mayGiveSomewhere(seen: SeenAccount, role: GrantedRole): boolean {
  if (!isVirtualRole(role)) return coverage(seen.rights, role, { kind: 'ACCOUNT' }).covered
  return seen.tree.virtualAccounts.some(({ id }) => mayGiveIn(seen, role, id))
}
