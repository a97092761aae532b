import {
  accountRoles,
  choiceOf,
  type CustomRole,
  type Role,
  virtualRoles,
} from '../../accounts/domain/roles.ts'
import { EndsAtField, mostTicked, placeName, sayRoleHelp } from '../../accounts/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { type FieldErrors, listOf, textOf, type Typed } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Checkboxes, type Choice, Field, Fold, Radios, Select, Stack, TextArea } from '../../ui/index.ts'
import { roleName } from '../asked.ts'
import { longestReason, shortestReason } from '../domain/reason.ts'
import { words } from '../messages/index.ts'
import { withRoleOffered } from './typed.form.ts'

/** A virtual account that can be chosen. */
export type Place = {
  readonly id: VirtualAccountId
  readonly parentId: VirtualAccountId | null
  readonly name: string
  readonly path: readonly VirtualAccountId[]
}

/** What the fields of a wish show; errors are sentences, by field. */
export type WishFieldsProps = {
  readonly reader: Reader
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly places: readonly Place[]
  /** Roles of the account’s own, for whoever is in it. */
  readonly ownRoles?: readonly CustomRole[] | undefined
  /** The first and the last day that can be asked for. */
  readonly ends: { readonly min: string; readonly max: string }
  /** Whose clocks the end goes by; null where the account is not known yet. */
  readonly timeZone: string | null
}

const specific = ['scope', 'virtualAccount', 'places', 'named', 'role', 'ends'] as const

/** The reason, and what can be said more exactly. */
export function WishFields(props: WishFieldsProps) {
  const { reader, typed, errors } = props
  const t = words.for(reader)
  const isSpecific =
    specific.some((field) => errors[field] !== undefined) ||
    textOf(typed, 'role') !== '' ||
    textOf(typed, 'ends') !== '' ||
    !['', 'unsure'].includes(textOf(typed, 'scope'))
  return (
    <>
      <TextArea
        reader={reader}
        name="reason"
        label={t('why.reason')}
        star
        required
        min={shortestReason}
        max={longestReason}
        rows={6}
        value={textOf(typed, 'reason')}
        error={errors['reason']}
        help={
          <>
            <p>{t('why.reason.help')}</p>
            <p>{t('why.reason.example-1')}</p>
            <p>{t('why.reason.example-2')}</p>
          </>
        }
      />
      <Fold summary={t('why.specific')} open={isSpecific}>
        <p class="muted">{t('why.specific.help')}</p>
        <ScopeField {...props} />
        <RoleField {...props} />
        <EndsAtField
          reader={reader}
          label={t('why.ends')}
          help={t('why.ends.help')}
          day={textOf(typed, 'ends')}
          time={textOf(typed, 'endsTime')}
          timeZone={props.timeZone}
          min={props.ends.min}
          max={props.ends.max}
          error={errors['ends']}
        />
      </Fold>
    </>
  )
}

function ScopeField(props: WishFieldsProps) {
  const { reader, typed, errors, places } = props
  const t = words.for(reader)
  const items: Choice[] = [
    { value: 'unsure', label: t('why.scope.unsure') },
    { value: 'account', label: t('why.scope.account') },
    ...(places.length > 0
      ? [{ value: 'virtual', label: t('why.scope.virtual'), inside: <PlacesField {...props} /> }]
      : []),
    { value: 'named', label: t('why.scope.named'), inside: <NameField {...props} /> },
  ]
  return (
    <div class="opening">
      <Radios
        reader={reader}
        name="scope"
        label={t('why.scope')}
        required
        items={items}
        value={textOf(typed, 'scope') || 'unsure'}
        error={errors['scope']}
      />
    </div>
  )
}

function PlacesField(props: WishFieldsProps) {
  const { places, typed } = props
  if (places.length <= mostTicked) return <Ticked {...props} items={branchesOf(places)} />
  // Of thousands, those that were chosen before stand there.
  const chosen = new Set(listOf(typed, 'virtualAccount'))
  const few = places.filter(({ id }) => chosen.has(id))
  const items = few.map(({ id }) => ({ value: id, label: placeName({ virtualAccounts: places }, id) }))
  return (
    <Stack tight>
      {items.length > 0 && <Ticked {...props} items={items} />}
      <Written {...props} isFurther={items.length > 0} />
    </Stack>
  )
}

function Written({ reader, typed, errors, isFurther }: WishFieldsProps & { isFurther: boolean }) {
  const t = words.for(reader)
  return (
    <TextArea
      reader={reader}
      name="places"
      label={t(isFurther ? 'places.further' : 'why.virtual-accounts')}
      required
      help={t('places.written')}
      rows={3}
      spellcheck={false}
      value={textOf(typed, 'places')}
      error={errors['places'] ?? errors['virtualAccount']}
    />
  )
}

function Ticked({ reader, typed, errors, items }: WishFieldsProps & { items: Choice[] }) {
  return (
    <Checkboxes
      reader={reader}
      name="virtualAccount"
      label={words.for(reader)('why.virtual-accounts')}
      required
      items={items}
      values={listOf(typed, 'virtualAccount')}
      error={errors['virtualAccount']}
    />
  )
}

function branchesOf(places: readonly Place[]): Choice[] {
  const below = Map.groupBy(places, ({ parentId }) => parentId)
  const branch = (parentId: VirtualAccountId | null): Choice[] =>
    (below.get(parentId) ?? []).map(({ id, name }) => ({ value: id, label: name, children: branch(id) }))
  return branch(null)
}

function NameField({ reader, typed, errors }: WishFieldsProps) {
  const t = words.for(reader)
  return (
    <Field
      reader={reader}
      name="named"
      label={t('why.named')}
      required
      width="medium"
      help={t('why.named.help')}
      value={textOf(typed, 'named')}
      maxlength={80}
      error={errors['named']}
    />
  )
}

function RoleField({ reader, typed, errors, ownRoles = [] }: WishFieldsProps) {
  const t = words.for(reader)
  const label = (role: Role) =>
    role === 'AG' ? t('why.role.AG', { role: roleName(reader, role) }) : roleName(reader, role)
  const options = [
    ...[...accountRoles, ...virtualRoles].map((role) => ({ value: choiceOf(role), label: label(role) })),
    ...ownRoles.map((role) => ({
      value: choiceOf(role),
      label: t(`why.role.own.${role.reach}`, { role: role.name }),
    })),
  ]
  return (
    <Select
      reader={reader}
      name="role"
      label={t('why.role')}
      required
      placeholder={t('why.role.unsure')}
      width="medium"
      options={options}
      value={textOf(withRoleOffered(typed, ownRoles), 'role')}
      error={errors['role']}
      help={ownRoles.length > 0 ? <OwnRoles reader={reader} ownRoles={ownRoles} /> : undefined}
    />
  )
}

function OwnRoles({ reader, ownRoles }: { reader: Reader; ownRoles: readonly CustomRole[] }) {
  return (
    <>
      {ownRoles.map((role) => (
        <p>
          <strong>{role.name}</strong>
          {`: ${sayRoleHelp(reader, role)}`}
        </p>
      ))}
    </>
  )
}
