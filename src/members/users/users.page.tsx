import { AccountFrame, placeName, sayEnd, sayRole } from '../../accounts/index.ts'
import type { SeenAccount } from '../../accounts/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { accountUsersPath, removalPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { groupPath } from '../../paths/groups.ts'
import {
  addUsersPath,
  administratorProposalPath,
  invitationsOfPath,
  userPath,
  usersCsvPath,
} from '../../paths/members.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  Badge,
  Cluster,
  type Column,
  EmptyState,
  type Flash,
  type Frame,
  Id,
  Link,
  LinkButton,
  Notice,
  Pager,
  Stack,
  Table,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { type Narrowing, queryOf, UsersFilter } from './filter.tsx'
import { saySource } from '../say.ts'
import { NobodyChosen, Several, tickable } from './several.tsx'
import { mostInvitations, type UserGrant, type UserRow, type Waiting } from './users.query.ts'
import { UsersTabs } from './users-tabs.tsx'

/** What was just done about somebody's access. */
export const usersDone = [
  'taken-back',
  'removal-refused',
  'removal-withdrawn',
  'removed',
  'changed',
  'confirmed',
  'proposal-refused',
  'proposal-withdrawn',
] as const
export type UsersDone = (typeof usersDone)[number]

/** What the list of users shows. */
export type UsersPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly viewer: PersonId
  readonly rows: readonly UserRow[]
  readonly waiting: Waiting
  readonly narrowing: Narrowing
  /** The viewer may add people somewhere. */
  readonly mayAdd: boolean
  /** Why nobody was chosen to be changed together. */
  readonly chosen: 'none' | 'too-many' | null
  /** The sealed end of this page, when there is another. */
  readonly after: string | undefined
  readonly done: UsersDone | null
}

const mostShown = 4

/** Who holds what in an account, one row for each person, until when, and where it comes from. */
export function UsersPage(props: UsersPageProps) {
  const { frame, seen, rows, after } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={t('users.title')}
      lead={t('users.lead')}
      flash={flashOf(props)}
      live={[`account:${seen.account.id}`]}
      below={<UsersTabs reader={reader} seen={seen} current="users" />}
      actions={<Actions {...props} />}
    >
      <NobodyChosen reader={reader} chosen={props.chosen} />
      <Notices {...props} />
      <UsersFilter frame={frame} seen={seen} narrowing={props.narrowing} waiting={props.waiting} />
      {rows.length === 0 ? (
        <EmptyState title={t('users.none-title')}>{t('users.none')}</EmptyState>
      ) : (
        <Table
          reader={reader}
          caption={t('users.title')}
          dense
          columns={columnsOf(props)}
          rows={rows}
          select={props.mayAdd ? tickable(reader) : undefined}
        />
      )}
      <Pager reader={reader} next={after && hrefOf(props, after)} />
      {props.mayAdd && rows.length > 0 && (
        <Several
          reader={reader}
          identifier={seen.account.identifier}
          query={queryOf(props.narrowing)}
          hasMore={after !== undefined}
        />
      )}
    </AccountFrame>
  )
}

const kept: readonly UsersDone[] = [
  'removal-refused',
  'removal-withdrawn',
  'proposal-refused',
  'proposal-withdrawn',
]

function flashOf({ frame, done }: UsersPageProps): Flash | undefined {
  if (done === null) return undefined
  const t = words.for(frame.reader)
  const text = kept.includes(done) ? t('users.flash-kept') : t('users.flash')
  return { kind: 'success', title: t(`users.flash.${done}`), text }
}

function hrefOf(props: UsersPageProps, after: string): string {
  return withQuery(accountUsersPath.to(props.seen.account.identifier), { ...queryOf(props.narrowing), after })
}

function Actions(props: UsersPageProps) {
  const { frame, seen, waiting, mayAdd } = props
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  return (
    <>
      {mayAdd && (
        <LinkButton variant="primary" icon="plus" href={addUsersPath.to(identifier)}>
          {t('users.add')}
        </LinkButton>
      )}
      {mayAdd && waiting.invitations > 0 && (
        <LinkButton href={invitationsOfPath.to(identifier)}>
          {waiting.invitations > mostInvitations
            ? t('users.invitations-many', { n: mostInvitations })
            : t('users.invitations', { n: waiting.invitations })}
        </LinkButton>
      )}
      <LinkButton
        variant="quiet"
        icon="download"
        download
        href={withQuery(usersCsvPath.to(identifier), queryOf(props.narrowing))}
      >
        {t('users.export')}
      </LinkButton>
    </>
  )
}

function Notices({ frame, seen, waiting, mayAdd }: UsersPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const isWhole = seen.rights.held.some(({ role }) => role === 'SA')
  return (
    <>
      {waiting.proposals.map(({ id, person, by }) => (
        <Notice
          kind="info"
          still
          title={t('users.proposal-title')}
          actions={
            isWhole && (
              <LinkButton small href={administratorProposalPath.to(identifier, id)}>
                {t('users.proposal-open')}
              </LinkButton>
            )
          }
        >
          {t('users.proposal', { by: nameOf(by), name: nameOf(person) })}
        </Notice>
      ))}
      {mayAdd && seen.reachable < 2 && (
        <Notice
          kind="warning"
          still
          title={seen.reachable === 0 ? t('users.nobody-title') : t('users.few-title')}
        >
          {seen.reachable === 0 ? t('users.nobody') : t('users.few')}
        </Notice>
      )}
    </>
  )
}

function columnsOf(props: UsersPageProps): Column<UserRow>[] {
  const t = words.for(props.frame.reader)
  return [
    { label: t('users.person'), heads: true, cell: (row) => <Person {...props} row={row} /> },
    { label: t('users.holds'), cell: (row) => <Holds {...props} row={row} /> },
    {
      label: t('users.activity'),
      fit: true,
      cell: ({ activity }) => <span class="muted">{t(`users.activity.${activity ?? 'never'}`)}</span>,
    },
  ]
}

type RowProps = UsersPageProps & { readonly row: UserRow }

function Person({ frame, seen, row, viewer }: RowProps) {
  const t = words.for(frame.reader)
  return (
    <>
      <Cluster>
        <Link href={userPath.to(seen.account.identifier, row.personId)}>{nameOf(row)}</Link>
        {row.personId === viewer && <Badge tone="accent">{t('users.you')}</Badge>}
        {!row.ofTheHouse && <Badge tone="rust">{t('users.outside')}</Badge>}
        {row.isDisabled && <Badge tone="red">{t('users.disabled')}</Badge>}
        {row.hasBounced && <Badge tone="amber">{t('users.bounced')}</Badge>}
        {row.isAway && <Badge tone="violet">{t('users.away')}</Badge>}
        {row.tags.map((tag) => (
          <Badge>{tag}</Badge>
        ))}
      </Cluster>
      <p class="muted">
        <Id value={row.address} />
      </p>
    </>
  )
}

function Holds(props: RowProps) {
  const { frame, row } = props
  const shown = row.grants.slice(0, mostShown)
  const more = row.grants.length - shown.length
  return (
    <Stack tight>
      {shown.map((grant) => (
        <p>
          <HeldLine {...props} grant={grant} />
        </p>
      ))}
      {more > 0 && <p class="muted">{words.for(frame.reader)('users.more', { n: more })}</p>}
    </Stack>
  )
}

/** Where a grant comes from, as an address; undefined when there is nothing to open. */
export function hrefOfSource(identifier: string, { requestId, groupId }: UserGrant): string | undefined {
  if (requestId) return requestPath.to(requestId)
  return groupId ? groupPath.to(identifier, groupId) : undefined
}

function linked(href: string | undefined, text: string) {
  return href === undefined ? text : <Link href={href}>{text}</Link>
}

function HeldLine({ frame, seen, grant }: RowProps & { readonly grant: UserGrant }) {
  const { reader } = frame
  const t = words.for(reader)
  const role = sayRole(reader, grant.role)
  const place = grant.virtualAccountId === null ? '' : placeName(seen.tree, grant.virtualAccountId)
  const source = saySource(reader, grant)
  return (
    <>
      {place === '' ? role : `${role}, ${place}`}{' '}
      {grant.isSuspended && <Badge tone="amber">{t('users.suspended')}</Badge>}{' '}
      {grant.removalBy && (
        <Link href={removalPath.to(seen.account.identifier, grant.id)}>
          <Badge tone="rust">{t('users.removal', { name: nameOf(grant.removalBy) })}</Badge>
        </Link>
      )}
      <span class="muted">
        {' · '}
        {linked(hrefOfSource(seen.account.identifier, grant), source)}
        {grant.endsAt && ` · ${t('until', { date: sayEnd(reader, grant.endsAt) })}`}
      </span>
    </>
  )
}
