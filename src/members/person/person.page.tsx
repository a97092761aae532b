import type { Child } from '#jsx'
import { coverage } from '../../accounts/domain/rights.ts'
import { AccountFrame, opensTab, placeName, sayRole, type SeenAccount } from '../../accounts/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import { removalPath, takeBackPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { groupPath } from '../../paths/groups.ts'
import { addUsersPath, changeGrantPath, removeUserPath } from '../../paths/members.ts'
import { reactivatePath } from '../../paths/reviews.ts'
import { userTagsPath } from '../../paths/tags.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import {
  Badge,
  Cluster,
  type Column,
  EmptyState,
  type Fact,
  Facts,
  type Flash,
  type Frame,
  Id,
  Link,
  LinkButton,
  Muted,
  Section,
  Table,
  Time,
} from '../../ui/index.ts'
import { scopeOf } from '../domain/changing.ts'
import type { Explained } from '../domain/explaining.ts'
import { words } from '../messages/index.ts'
import { RightsOfPerson } from './rights.tsx'
import { sayGrant, saySource } from '../say.ts'
import { hrefOfSource } from '../users/users.page.tsx'
import type { UserGrant, UserRow } from '../users/users.query.ts'

/** What the page of one person shows. */
export type PersonPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly viewer: PersonId
  readonly row: UserRow
  readonly explained: readonly Explained[]
  readonly mayAdd: boolean
  readonly flash?: Flash | undefined
}

/** One person in an account: the roles they hold, where each comes from, and what they may do by them. */
export function PersonPage(props: PersonPageProps) {
  const { frame, seen, row, explained } = props
  const { reader } = frame
  const t = words.for(reader)
  const name = nameOf(row)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={name}
      lead={t('person.lead')}
      under={[{ label: name }]}
      flash={props.flash}
      actions={<Actions {...props} />}
    >
      <About {...props} />
      <Section title={t('person.grants')}>
        {row.grants.length === 0 ? (
          <EmptyState title={t('person.nothing')} />
        ) : (
          <Table
            reader={reader}
            caption={t('person.grants')}
            columns={grantColumns(props)}
            rows={row.grants}
          />
        )}
      </Section>
      <RightsOfPerson frame={frame} seen={seen} explained={explained} />
    </AccountFrame>
  )
}

function About(props: PersonPageProps) {
  const { frame, row, viewer } = props
  const t = words.for(frame.reader)
  const marks: Child[] = [
    ...(row.personId === viewer ? [<Badge tone="accent">{t('users.you')}</Badge>] : []),
    ...(row.ofTheHouse ? [] : [<Badge tone="rust">{t('users.outside')}</Badge>]),
    ...(row.isDisabled ? [<Badge tone="red">{t('users.disabled')}</Badge>] : []),
    ...(row.hasBounced ? [<Badge tone="amber">{t('users.bounced')}</Badge>] : []),
    ...(row.isAway ? [<Badge tone="violet">{t('users.away')}</Badge>] : []),
  ]
  return (
    <Facts
      items={[
        {
          label: t('person.address'),
          value: (
            <Cluster>
              <Id value={row.address} />
              {marks}
            </Cluster>
          ),
        },
        { label: t('users.activity'), value: t(`users.activity.${row.activity ?? 'never'}`) },
        ...tagFact(props),
      ]}
    />
  )
}

function tagFact({ frame, seen, row }: PersonPageProps): Fact[] {
  const mayTag = opensTab(seen, 'tags')
  if (row.tags.length === 0 && !mayTag) return []
  const t = words.for(frame.reader)
  return [
    {
      label: t('person.tags'),
      value: (
        <Cluster>
          {row.tags.length === 0 && <Muted>{t('person.no-tags')}</Muted>}
          {row.tags.map((tag) => (
            <Badge>{tag}</Badge>
          ))}
          {mayTag && (
            <LinkButton small variant="quiet" href={userTagsPath.to(seen.account.identifier, row.personId)}>
              {t('person.change-tags')}
            </LinkButton>
          )}
        </Cluster>
      ),
    },
  ]
}

function Actions({ frame, seen, row, viewer, mayAdd }: PersonPageProps) {
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  const isOwn = row.personId === viewer
  const mayRemove = row.grants.length > 0 && (isOwn || row.grants.every((grant) => couldGive(seen, grant)))
  return (
    <>
      {mayAdd && !isOwn && (
        <LinkButton icon="plus" href={withQuery(addUsersPath.to(identifier), { address: row.address })}>
          {t('person.add')}
        </LinkButton>
      )}
      {mayRemove && (
        <LinkButton variant="quiet" icon="log-out" href={removeUserPath.to(identifier, row.personId)}>
          {isOwn ? t('person.leave') : t('person.remove')}
        </LinkButton>
      )}
    </>
  )
}

// Whoever could give it can take it back.
function couldGive({ rights }: SeenAccount, grant: UserGrant): boolean {
  return coverage(rights, grant.role, scopeOf(grant)).covered
}

function grantColumns(props: PersonPageProps): Column<UserGrant>[] {
  const { frame, seen } = props
  const { reader } = frame
  const t = words.for(reader)
  return [
    {
      label: t('person.role'),
      heads: true,
      cell: ({ role, isSuspended }) => (
        <>
          {sayRole(frame.reader, role)} {isSuspended && <Badge tone="amber">{t('users.suspended')}</Badge>}
        </>
      ),
    },
    {
      label: t('person.place'),
      cell: ({ virtualAccountId: id }) => (id === null ? t('person.whole') : placeName(seen.tree, id)),
    },
    { label: t('person.since'), fit: true, cell: ({ since }) => <Time reader={reader} at={since} /> },
    {
      label: t('person.until'),
      fit: true,
      cell: ({ endsAt }) =>
        endsAt ? formatDate(reader, endsAt, 'dateTime') : <span class="muted">{t('no-end')}</span>,
    },
    { label: t('person.source'), cell: (grant) => <Source {...props} grant={grant} /> },
    { label: t('person.actions'), actions: true, cell: (grant) => <GrantActions {...props} grant={grant} /> },
  ]
}

type GrantProps = PersonPageProps & { readonly grant: UserGrant }

function Source({ frame, seen, grant }: GrantProps) {
  const { reader } = frame
  const t = words.for(reader)
  const source = saySource(reader, grant)
  const href = hrefOfSource(seen.account.identifier, grant)
  return (
    <>
      {href === undefined ? source : <Link href={href}>{source}</Link>}
      {grant.source === 'GROUP' && <p class="muted">{t('person.inherited-group')}</p>}
      {grant.source === 'RULE' && <p class="muted">{t('person.inherited-rule')}</p>}
    </>
  )
}

/** Where a grant is ended that is not simply taken back: on the page of its removal, or in its group. */
function endedElsewhere(identifier: string, grant: UserGrant, isOwn: boolean) {
  const { id, removalBy, groupId, isSuspended } = grant
  if (removalBy) return { href: removalPath.to(identifier, id), label: 'person.removal' } as const
  if (!groupId || isOwn || isSuspended) return undefined
  return { href: groupPath.to(identifier, groupId), label: 'person.open-group' } as const
}

function canChange({ source, isSuspended }: UserGrant): boolean {
  return source !== 'GROUP' && source !== 'RULE' && !isSuspended
}

function GrantActions({ frame, seen, row, viewer, grant }: GrantProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const isOwn = row.personId === viewer
  const mayGive = couldGive(seen, grant)
  if (!isOwn && !mayGive) return null
  const elsewhere = endedElsewhere(identifier, grant, isOwn)
  if (elsewhere)
    return (
      <LinkButton small variant="quiet" href={elsewhere.href}>
        {t(elsewhere.label)}
      </LinkButton>
    )
  const held = sayGrant(reader, grant, seen.tree)
  return (
    <>
      <Reactivate isOwn={isOwn} reader={reader} identifier={identifier} grant={grant} held={held} />
      {mayGive && canChange(grant) && (
        <LinkButton
          small
          variant="quiet"
          href={changeGrantPath.to(identifier, grant.id)}
          label={t('person.change-label', { held })}
        >
          {t('person.change')}
        </LinkButton>
      )}
      <LinkButton
        small
        variant="quiet"
        href={takeBackPath.to(identifier, grant.id)}
        label={isOwn ? t('person.give-up-label', { held }) : t('person.take-label', { held })}
      >
        {isOwn ? t('person.give-up') : t('person.take')}
      </LinkButton>
    </>
  )
}

function Reactivate(props: {
  reader: Reader
  identifier: string
  grant: UserGrant
  held: string
  isOwn: boolean
}) {
  const { reader, identifier, grant, held, isOwn } = props
  if (isOwn || !grant.isSuspended) return null
  const t = words.for(reader)
  return (
    <LinkButton
      small
      variant="quiet"
      href={reactivatePath.to(identifier, grant.id)}
      label={t('person.reactivate-label', { held })}
    >
      {t('person.reactivate')}
    </LinkButton>
  )
}
