import { accountRoles, type CustomRoleId, type Role, virtualRoles } from '../../accounts/domain/roles.ts'
import type { Waiting } from './users.query.ts'
import { accountWords, mostTicked, placeName, type SeenAccount } from '../../accounts/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { Button, Field, Fold, Form, type Frame, LinkButton, Select } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { placesSeen } from '../seeing.ts'

/** What the list is narrowed to. */
export type Narrowing = {
  readonly find: string
  readonly role: Role | CustomRoleId | null
  readonly place: VirtualAccountId | null
  /** What was written for it; empty for nothing. */
  readonly placeTyped: string
  readonly only: 'outside' | 'ending' | null
  /** A custom tag. */
  readonly tag: string | null
}

/** A choice as the parts of an address. */
export function queryOf({ find, role, place, placeTyped, only, tag }: Narrowing) {
  const where = place ?? (placeTyped === '' ? undefined : placeTyped)
  const chosen = { role: role ?? undefined, place: where, only: only ?? undefined }
  return { find, ...chosen, tag: tag ?? undefined }
}

type FilterProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly narrowing: Narrowing
  readonly waiting: Pick<Waiting, 'tags' | 'ownRoles'>
}

/** The bar that narrows the list. */
export function UsersFilter(props: FilterProps) {
  const { frame, seen, narrowing } = props
  const { reader } = frame
  const t = words.for(reader)
  const path = accountUsersPath.to(seen.account.identifier)
  const { find } = narrowing
  const isNarrowed = Object.values(queryOf(narrowing)).some(Boolean)
  const same = { reader, required: true, width: 'medium' } as const
  return (
    <Form action={path} method="get" wide label={t('users.find')}>
      <div class="toolbar">
        <Field {...same} name="find" type="search" label={t('users.find-label')} value={find} />
        <Button>{t('users.find')}</Button>
        {isNarrowed && (
          <LinkButton variant="quiet" href={path}>
            {t('users.clear')}
          </LinkButton>
        )}
      </div>
      <Further {...props} />
    </Form>
  )
}

/** What one narrows the list to less often, folded away until something of it is chosen. */
function Further(props: FilterProps) {
  const { frame, narrowing } = props
  const { reader } = frame
  const t = words.for(reader)
  const a = accountWords.for(reader)
  const { role, only } = narrowing
  const isFurther = Object.values(queryOf({ ...narrowing, find: '' })).some(Boolean)
  const same = { reader, required: true, width: 'medium' } as const
  return (
    <Fold summary={t('users.narrow')} open={isFurther}>
      <div class="toolbar">
        <Select
          {...same}
          name="role"
          label={t('users.role-label')}
          placeholder={t('users.all-roles')}
          value={role ?? undefined}
          options={[
            ...[...accountRoles, ...virtualRoles].map((one) => ({ value: one, label: a(`role.${one}`) })),
            ...props.waiting.ownRoles.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <PlaceField {...props} />
        <TagField {...props} />
        <Select
          {...same}
          name="only"
          label={t('users.only')}
          placeholder={t('users.everybody')}
          value={only ?? undefined}
          options={[
            { value: 'outside', label: t('users.only-outside') },
            { value: 'ending', label: t('users.only-ending') },
          ]}
        />
        <Button>{t('users.narrow-press')}</Button>
      </div>
    </Fold>
  )
}

function TagField({ frame, narrowing, waiting: { tags } }: FilterProps) {
  const { reader } = frame
  const t = words.for(reader)
  if (tags.length === 0) return null
  return (
    <Select
      reader={reader}
      required
      width="medium"
      name="tag"
      label={t('users.tag-label')}
      placeholder={t('users.all-tags')}
      value={narrowing.tag ?? undefined}
      options={tags.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

function PlaceField({ frame, seen, narrowing: { place, placeTyped } }: FilterProps) {
  const { reader } = frame
  const t = words.for(reader)
  const places = placesOffered(seen)
  if (places.length < 2) return null
  const same = {
    reader,
    name: 'place',
    label: t('users.place-label'),
    required: true,
    width: 'medium',
  } as const
  if (places.length > mostTicked)
    return (
      <Field
        {...same}
        type="search"
        value={place === null ? placeTyped : placeName(seen.tree, place)}
        error={placeTyped === '' || place !== null ? undefined : t('users.place-unknown')}
      />
    )
  return (
    <Select
      {...same}
      placeholder={t('users.all-places')}
      value={place ?? undefined}
      options={places.map((id) => ({ value: id, label: placeName(seen.tree, id) }))}
    />
  )
}

/** The virtual accounts whose people the viewer sees; the others are not theirs to know of. */
export function placesOffered(seen: SeenAccount): readonly VirtualAccountId[] {
  return placesSeen(seen) ?? seen.tree.virtualAccounts.map(({ id }) => id)
}
