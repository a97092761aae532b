import type { VirtualAccountId } from '../../kernel/id.ts'
import {
  accountVirtualAccountsPath,
  newVirtualAccountPath,
  virtualAccountPath,
} from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Badge,
  Button,
  type Column,
  EmptyState,
  Field,
  type Flash,
  Form,
  type Frame,
  Icon,
  Link,
  LinkButton,
  Muted,
  Pager,
  Select,
  Table,
} from '../../ui/index.ts'
import { AccountFrame } from '../account-frame.page.tsx'
import type { NamedTree, NamedVirtualAccount } from '../domain/tree.ts'
import { childrenIn } from '../domain/virtual-accounts.ts'
import { placeName } from '../held.ts'
import { words } from '../messages/index.ts'
import type { SeenAccount } from '../sight.ts'
import type { PlaceFacts, RoleCounts, TagName } from './tree.query.ts'

/** What the page of an account's virtual accounts shows. */
export type TreePageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  /** What this viewer sees of it. */
  readonly tree: NamedTree
  readonly find: string
  /** The custom tag that all of them carry. */
  readonly tag: string | undefined
  /** Those of this page: found, or the topmost of a large tree; null when the whole tree is shown. */
  readonly rows: readonly NamedVirtualAccount[] | null
  readonly facts: PlaceFacts
  readonly after: string | undefined
  readonly mayAdd: boolean
  readonly flash?: Flash | undefined
}

const worthFinding = 8

/** The virtual accounts of an account: a tree that opens branch by branch, or one page of a large one. */
export function TreePage(props: TreePageProps) {
  const { frame, seen, tree, find, rows, after } = props
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  const total = tree.virtualAccounts.length
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="virtual-accounts"
      title={t('tab.virtual-accounts')}
      lead={t('va.lead', { n: total })}
      flash={props.flash}
      actions={
        props.mayAdd && (
          <LinkButton variant="primary" icon="plus" href={newVirtualAccountPath.to(identifier)}>
            {t('va.add')}
          </LinkButton>
        )
      }
    >
      {(total >= worthFinding || props.facts.tags.length > 0 || isNarrowed(props)) && <Find {...props} />}
      {rows === null ? (
        <Branches {...props} parentId={null} />
      ) : (
        <>
          {rows.length === 0 ? (
            <EmptyState title={t('va.none-title')}>{t('va.none')}</EmptyState>
          ) : (
            <Rows {...props} rows={rows} />
          )}
          <Pager
            reader={frame.reader}
            next={
              after &&
              withQuery(accountVirtualAccountsPath.to(identifier), {
                find: find === '' ? undefined : find,
                tag: props.tag,
                after,
              })
            }
          />
        </>
      )}
    </AccountFrame>
  )
}

function isNarrowed({ find, tag }: TreePageProps): boolean {
  return find !== '' || tag !== undefined
}

function Find(props: TreePageProps) {
  const { frame, seen, find, tag, facts } = props
  const { reader } = frame
  const t = words.for(reader)
  const path = accountVirtualAccountsPath.to(seen.account.identifier)
  return (
    <Form action={path} method="get" wide label={t('va.find')}>
      <div class="toolbar">
        <Field
          reader={reader}
          name="find"
          type="search"
          label={t('va.find-label')}
          required
          width="medium"
          value={find}
        />
        {facts.tags.length > 0 && (
          <Select
            reader={reader}
            name="tag"
            label={t('va.tag')}
            required
            width="medium"
            placeholder={t('va.all-tags')}
            value={tag}
            options={facts.tags.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Button>{t('va.find')}</Button>
        {isNarrowed(props) && (
          <LinkButton variant="quiet" href={path}>
            {t('manage.all')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}

function Branches(props: TreePageProps & { readonly parentId: VirtualAccountId | null }) {
  const { frame, tree, parentId } = props
  const t = words.for(frame.reader)
  return (
    <ul class={parentId === null ? 'tree' : undefined}>
      {childrenIn(tree, parentId).map((one) => {
        const isParent = tree.virtualAccounts.some((other) => other.parentId === one.id)
        return (
          <li>
            <Node {...props} one={one} />
            {isParent && (
              <details open>
                <summary>
                  <Icon name="chevron-right" size={16} />
                  <span class="unseen">{t('va.branch', { name: one.name })}</span>
                </summary>
                <Branches {...props} parentId={one.id} />
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Node({ frame, seen, facts, one }: TreePageProps & { one: NamedVirtualAccount }) {
  return (
    <div class="tree-node">
      <span>
        <Link href={virtualAccountPath.to(seen.account.identifier, one.id)}>{one.name}</Link>{' '}
        <Marks reader={frame.reader} one={one} tags={facts.tagsOn.get(one.id)} />
      </span>
      <Counts reader={frame.reader} counts={facts.counts.get(one.id)} />
    </div>
  )
}

/** What tells a virtual account apart: that it is DEFAULT, that it is restricted, its custom tags. */
export function Marks(props: {
  reader: Reader
  one: NamedVirtualAccount
  tags?: readonly TagName[] | undefined
}) {
  const { reader, one, tags = [] } = props
  const t = words.for(reader)
  return (
    <>
      {one.isDefault && <Badge>{t('va.default')}</Badge>}
      {one.restricted && <Badge tone="amber">{t('account.restricted')}</Badge>}
      {tags.map(({ name }) => (
        <>
          {' '}
          <Badge>{name}</Badge>
        </>
      ))}
    </>
  )
}

function Counts({ reader, counts }: { reader: Reader; counts: RoleCounts | undefined }) {
  const t = words.for(reader)
  const said = counts
    ? (['VA', 'VU', 'VV', 'CV'] as const)
        .filter((role) => counts[role] > 0)
        .map((role) => t(`va.count.${role}`, { n: counts[role] }))
    : []
  return <span class="muted tree-counts">{said.length === 0 ? t('va.count.none') : said.join(' · ')}</span>
}

/** Virtual accounts as a table: a page of a large tree, or those below one. */
export function Rows(
  props: Pick<TreePageProps, 'frame' | 'seen' | 'tree' | 'facts' | 'find' | 'tag'> & {
    readonly rows: readonly NamedVirtualAccount[]
    readonly caption?: string
  },
) {
  const { frame, seen, tree, facts, rows, find, tag } = props
  const { reader } = frame
  const t = words.for(reader)
  const columns: Column<NamedVirtualAccount>[] = [
    {
      label: t('users.place'),
      heads: true,
      cell: (one) => (
        <>
          <Link href={virtualAccountPath.to(seen.account.identifier, one.id)}>
            {find === '' && tag === undefined ? one.name : placeName(seen.tree, one.id)}
          </Link>{' '}
          <Marks reader={reader} one={one} tags={facts.tagsOn.get(one.id)} />
        </>
      ),
    },
    {
      label: t('va.below'),
      fit: true,
      cell: (one) => {
        const n = tree.virtualAccounts.filter(({ path }) => path.includes(one.id)).length - 1
        return n > 0 ? String(n) : <Muted>–</Muted>
      },
    },
    { label: t('account.users'), cell: ({ id }) => <Counts reader={reader} counts={facts.counts.get(id)} /> },
  ]
  return (
    <Table
      reader={reader}
      caption={props.caption ?? t('tab.virtual-accounts')}
      dense
      columns={columns}
      rows={rows}
    />
  )
}
