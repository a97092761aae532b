import type { Child } from '#jsx'
import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { accountRolesPath, newRolePath, rolePath } from '../../paths/custom-roles.ts'
import { withQuery } from '../../paths/decisions.ts'
import { UsersTabs } from '../../members/index.ts'
import {
  type Column,
  EmptyState,
  FilterLinks,
  type Flash,
  type Frame,
  Link,
  LinkButton,
  Pager,
  Section,
  Table,
  Time,
} from '../../ui/index.ts'
import type { ListedRole } from '../custom-roles.store.ts'
import { words } from '../messages/index.ts'
import { BuiltInRoles } from './built-in.tsx'

/** What the page of an account's roles shows. */
export type RolesPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly roles: readonly ListedRole[]
  /** The roles that are used no more, instead of those in use. */
  readonly retired: boolean
  /** The viewer may make roles of some kind. */
  readonly mayMake: boolean
  readonly next: string | undefined
  readonly flash?: Flash | undefined
}

/** The roles of an account: its own, and those that every account has. */
export function RolesPage(props: RolesPageProps) {
  const { frame, seen, roles, mayMake, retired, flash } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const make = mayMake && (
    <LinkButton variant="primary" icon="plus" href={newRolePath.to(identifier)}>
      {t('roles.new')}
    </LinkButton>
  )
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={t('roles.title')}
      lead={t('roles.lead')}
      under={[{ label: t('roles.title') }]}
      below={<UsersTabs reader={reader} seen={seen} current="roles" />}
      flash={flash}
      actions={roles.length > 0 || retired ? make : undefined}
    >
      <Section title={t('roles.own')} lead={t('roles.own-lead')}>
        <FilterLinks
          label={t('roles.which')}
          items={[
            { label: t('roles.in-use'), href: accountRolesPath.to(identifier), current: !retired },
            {
              label: t('roles.retired'),
              href: withQuery(accountRolesPath.to(identifier), { show: 'retired' }),
              current: retired,
            },
          ]}
        />
        {roles.length > 0 ? <OwnRoles {...props} /> : <Nothing {...props} make={make} />}
      </Section>
      {!retired && (
        <Section title={t('roles.built-in')} lead={t('roles.built-in-lead')}>
          <BuiltInRoles reader={reader} />
        </Section>
      )}
    </AccountFrame>
  )
}

function Nothing({ frame, retired, make }: RolesPageProps & { readonly make: Child }) {
  const t = words.for(frame.reader)
  if (retired) return <EmptyState icon="history" title={t('roles.none-retired')} />
  return (
    <EmptyState icon="shield-check" title={t('roles.none')} action={make}>
      {t('roles.none-text')}
    </EmptyState>
  )
}

function OwnRoles({ frame, seen, roles, retired, next }: RolesPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const columns: Column<ListedRole>[] = [
    {
      label: t('roles.name'),
      heads: true,
      cell: ({ id, name, description }) => (
        <>
          <Link href={rolePath.to(identifier, id)}>{name}</Link>
          {description !== '' && <p class="muted">{description}</p>}
        </>
      ),
    },
    { label: t('roles.reach'), cell: ({ reach }) => t(`roles.reach.${reach}`) },
    ...(retired
      ? []
      : [
          {
            label: t('roles.holders'),
            numeric: true,
            fit: true,
            cell: ({ id, holders }: ListedRole) =>
              holders === 0 ? '0' : <Link href={holdersHref(identifier, id)}>{String(holders)}</Link>,
          },
        ]),
    { label: t('roles.version'), numeric: true, fit: true, cell: ({ version }) => String(version) },
    {
      label: t('roles.changed'),
      fit: true,
      cell: ({ changedAt }) => <Time reader={reader} at={changedAt} />,
    },
  ]
  return (
    <>
      <Table reader={reader} caption={t('roles.own')} columns={columns} rows={roles} />
      <Pager reader={reader} next={next} />
    </>
  )
}

/** Where those who hold a role are listed. */
export function holdersHref(identifier: string, id: string): string {
  return withQuery(accountUsersPath.to(identifier), { role: id })
}
