import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import { groupPath, newGroupPath } from '../../paths/groups.ts'
import {
  type Column,
  EmptyState,
  type Flash,
  type Frame,
  Link,
  LinkButton,
  Pager,
  Table,
} from '../../ui/index.ts'
import type { StoredGroup } from '../groups.store.ts'
import { words } from '../messages/index.ts'
import { sayGiven } from '../say.ts'

/** What the list of groups shows. */
export type GroupsPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly groups: readonly StoredGroup[]
  readonly next: string | undefined
  readonly flash: Flash | undefined
}

/** The groups of an account, with what each gives and how many are in it. */
export function GroupsPage({ frame, seen, groups, next, flash }: GroupsPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const columns: Column<StoredGroup>[] = [
    {
      label: t('groups.name'),
      heads: true,
      cell: ({ id, name }) => <Link href={groupPath.to(identifier, id)}>{name}</Link>,
    },
    { label: t('groups.gives'), cell: (group) => sayGiven(reader, group, seen.tree) },
    { label: t('groups.people'), numeric: true, fit: true, cell: ({ members }) => String(members) },
  ]
  const make = (
    <LinkButton variant="primary" icon="plus" href={newGroupPath.to(identifier)}>
      {t('groups.new')}
    </LinkButton>
  )
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="groups"
      title={t('groups.title')}
      lead={t('groups.lead')}
      flash={flash}
      actions={groups.length > 0 ? make : undefined}
    >
      {groups.length === 0 ? (
        <EmptyState icon="users" title={t('groups.none')} action={make}>
          {t('groups.none-text')}
        </EmptyState>
      ) : (
        <>
          <Table reader={reader} caption={t('groups.title')} columns={columns} rows={groups} />
          <Pager reader={reader} next={next} />
        </>
      )}
    </AccountFrame>
  )
}
