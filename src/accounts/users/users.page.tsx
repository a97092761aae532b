import type { PersonId } from '../../kernel/id.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { accountUsersPath, removalPath, takeBackPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  Badge,
  Button,
  type Column,
  EmptyState,
  Field,
  type Flash,
  Form,
  type Frame,
  Id,
  Link,
  LinkButton,
  Pager,
  Select,
  Table,
  Time,
} from '../../ui/index.ts'
import { AccountFrame } from '../account-frame.page.tsx'
import { coverage } from '../domain/rights.ts'
import { accountRoles, type Role, virtualRoles } from '../domain/roles.ts'
import { placeName } from '../held.ts'
import { words } from '../messages/index.ts'
import type { SeenAccount } from '../sight.ts'
import type { UserRow } from './users.query.ts'

/** What was just done about somebody's access. */
export type UsersDone = 'taken-back' | 'removal-refused' | 'removal-withdrawn'

/** What the list of users shows. */
export type UsersPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly viewer: PersonId
  readonly rows: readonly UserRow[]
  readonly find: string
  readonly role: Role | null
  /** The sealed end of this page, when there is another. */
  readonly after: string | undefined
  readonly done: UsersDone | null
}

/** Who holds what in an account, until when, and where it comes from. */
export function UsersPage(props: UsersPageProps) {
  const { frame, seen, rows, after } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('account.users')
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="users"
      title={title}
      lead={t('users.lead')}
      flash={flashOf(props)}
    >
      <Filter {...props} />
      {rows.length === 0 ? (
        <EmptyState title={t('users.none-title')}>{t('users.none')}</EmptyState>
      ) : (
        <Table reader={reader} caption={title} dense columns={columnsOf(props)} rows={rows} />
      )}
      <Pager reader={reader} next={after && hrefOf(props, after)} />
    </AccountFrame>
  )
}

function flashOf({ frame, done }: UsersPageProps): Flash | undefined {
  if (done === null) return undefined
  const t = words.for(frame.reader)
  const title = t(`users.flash.${done}`)
  return { kind: 'success', title, text: done === 'taken-back' ? t('users.flash') : t('users.flash-kept') }
}

function hrefOf({ seen, find, role }: UsersPageProps, after: string): string {
  return withQuery(accountUsersPath.to(seen.account.identifier), { find, role: role ?? undefined, after })
}

function Filter({ frame, seen, find, role }: UsersPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const path = accountUsersPath.to(seen.account.identifier)
  return (
    <Form action={path} method="get" wide label={t('users.find')}>
      <div class="toolbar">
        <Field
          reader={reader}
          name="find"
          type="search"
          label={t('users.find-label')}
          required
          width="medium"
          value={find}
        />
        <Select
          reader={reader}
          name="role"
          label={t('users.role-label')}
          required
          placeholder={t('users.all-roles')}
          value={role ?? undefined}
          width="medium"
          options={[...accountRoles, ...virtualRoles].map((one) => ({ value: one, label: t(`role.${one}`) }))}
        />
        <Button>{t('users.find')}</Button>
        {(find !== '' || role !== null) && (
          <LinkButton variant="quiet" href={path}>
            {t('existing.clear')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}

function columnsOf(props: UsersPageProps): Column<UserRow>[] {
  const { frame, seen } = props
  const { reader } = frame
  const t = words.for(reader)
  return [
    { label: t('users.person'), heads: true, cell: (row) => <Person {...props} row={row} /> },
    { label: t('users.role'), cell: (row) => t(`role.${row.role}`) },
    {
      label: t('users.place'),
      cell: (row) =>
        row.virtualAccountId === null ? t('existing.whole') : placeName(seen.tree, row.virtualAccountId),
    },
    {
      label: t('users.source'),
      cell: (row) =>
        row.requestId ? (
          <Link href={requestPath.to(row.requestId)}>{row.reference ?? t(`source.${row.source}`)}</Link>
        ) : (
          t(`source.${row.source}`)
        ),
    },
    {
      label: t('users.until'),
      fit: true,
      cell: ({ endsAt }) =>
        endsAt ? <Time reader={reader} at={endsAt} /> : <span class="muted">{t('existing.no-end')}</span>,
    },
    { label: t('users.actions'), actions: true, cell: (row) => <TakeBack {...props} row={row} /> },
  ]
}

type RowProps = UsersPageProps & { readonly row: UserRow }

function Person({ frame, row, viewer }: RowProps) {
  const t = words.for(frame.reader)
  return (
    <>
      {nameOf(row)} {row.personId === viewer && <Badge tone="accent">{t('users.you')}</Badge>}{' '}
      {!row.ofTheHouse && <Badge tone="rust">{t('users.outside')}</Badge>}{' '}
      {row.isDisabled && <Badge tone="red">{t('users.disabled')}</Badge>}{' '}
      {row.removalBy && <Badge tone="rust">{t('users.removal', { name: nameOf(row.removalBy) })}</Badge>}
      <p class="muted">
        <Id value={row.address} />
      </p>
    </>
  )
}

function TakeBack({ frame, seen, row, viewer }: RowProps) {
  const t = words.for(frame.reader)
  const isOwn = row.personId === viewer
  if (!isOwn && !couldGive(seen, row)) return null
  const role = t(`role.${row.role}`)
  if (row.removalBy) {
    return (
      <LinkButton
        small
        href={removalPath.to(seen.account.identifier, row.id)}
        label={t('users.removal-label', { name: nameOf(row) })}
      >
        {t('users.removal-open')}
      </LinkButton>
    )
  }
  return (
    <LinkButton
      small
      variant="quiet"
      href={takeBackPath.to(seen.account.identifier, row.id)}
      label={
        isOwn ? t('users.give-up-label', { role }) : t('users.take-back-label', { role, name: nameOf(row) })
      }
    >
      {isOwn ? t('users.give-up') : t('users.take-back')}
    </LinkButton>
  )
}

// Whoever could give it can take it back.
function couldGive({ rights }: SeenAccount, { role, virtualAccountId }: UserRow): boolean {
  if (virtualAccountId === null) return coverage(rights, role, { kind: 'ACCOUNT' }).covered
  return coverage(rights, role, { kind: 'VIRTUAL', virtualAccountIds: [virtualAccountId] }).covered
}
