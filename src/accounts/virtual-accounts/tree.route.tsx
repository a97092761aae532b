import { Hono } from 'hono'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { accountVirtualAccountsPath, virtualAccountPath } from '../../paths/accounts.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { may } from '../domain/rights.ts'
import type { NamedTree, NamedVirtualAccount } from '../domain/tree.ts'
import { childrenIn, mayArrangeBelow, placeIn, possibleWith } from '../domain/virtual-accounts.ts'
import { words } from '../messages/index.ts'
import { doneIn } from '../settings/settings.route.ts'
import { type SeenAccount, seenAccount } from '../sight.ts'
import { opensTab } from '../tabs.ts'
import { type OfPlace, PlacePage } from './place.page.tsx'
import { foundIn, treeSeen } from './seen-tree.ts'
import { TreePage } from './tree.page.tsx'
import { type PlaceFacts, placeFacts } from './tree.query.ts'

/** So many are shown as one tree; a larger one is walked level by level. */
const wholeTree = 200
const rowsAPage = 100

/** The virtual accounts of an account: the tree, and one of them. */
export function treeRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(
      accountVirtualAccountsPath.pattern,
      page({ who, show: (c, viewer) => showTree(c, platform, viewer) }),
    )
    .get(virtualAccountPath.pattern, page({ who, show: (c, viewer) => showPlace(c, platform, viewer) }))
}

/** The account in the address for whoever sees virtual accounts of it. */
export async function accountWithTree(
  c: Ctx,
  { db }: Platform,
  viewer: Viewer,
): Promise<SeenAccount | undefined> {
  const seen = await seenAccount(db, viewer, c.req.param('identifier') ?? '')
  return seen && opensTab(seen, 'virtual-accounts') ? seen : undefined
}

/** The virtual account in the address, when the viewer sees it. */
export async function placeInPath(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
): Promise<Omit<OfPlace, 'frame'> | undefined> {
  const seen = await accountWithTree(c, platform, viewer)
  const id = c.req.param('place') ?? ''
  if (!seen || !isId(id)) return undefined
  const tree = treeSeen(seen)
  const place = placeIn(tree, id as VirtualAccountId) && placeIn(seen.tree, id as VirtualAccountId)
  return place && { seen, tree, place }
}

type Paged = { readonly rows: readonly NamedVirtualAccount[]; readonly after: string | undefined }

// The rows stand in the order of the tree; the last one says where the next page goes on.
function pageOf(
  c: Ctx,
  { cursors }: Platform,
  viewer: Viewer,
  list: { readonly all: readonly NamedVirtualAccount[]; readonly filter: string },
): Paged {
  const bound = { person: viewer.personId, filter: list.filter, now: viewer.now }
  const [last] = cursors.open(c.req.query('after') ?? '', bound) ?? []
  const from = last === undefined ? 0 : list.all.findIndex(({ id }) => id === last) + 1
  const rows = list.all.slice(from, from + rowsAPage)
  const end = rows.at(-1)
  const isMore = from + rowsAPage < list.all.length
  return { rows, after: isMore && end ? cursors.seal([end.id], bound) : undefined }
}

const done = {
  moved: 'va.flash.moved',
  closed: 'va.flash.closed',
  made: 'va.flash.made',
  renamed: 'va.flash.renamed',
  restricted: 'va.flash.restricted',
  unrestricted: 'va.flash.unrestricted',
  tagged: 'va.flash.tagged',
} as const

function flashOf(c: Ctx, viewer: Viewer) {
  const said = doneIn(c, done)
  return said && ({ kind: 'success', text: words.for(viewer.reader)(said) } as const)
}

async function showTree(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const seen = await accountWithTree(c, platform, viewer)
  if (!seen) return c.notFound()
  const sought = soughtIn(c, seen)
  const { find, tag } = sought
  const tree = treeSeen(seen)
  const tagged = tag === undefined ? undefined : await placeFacts(platform.db, seen.account.id, { tag })
  const all = matching(tree, sought, tagged)
  const isWhole = find === '' && tag === undefined && tree.virtualAccounts.length <= wholeTree
  const filter = `virtual-accounts:${seen.account.id}:${find}${tag === undefined ? '' : `:tag:${tag}`}`
  const { rows, after } = isWhole
    ? { rows: null, after: undefined }
    : pageOf(c, platform, viewer, { all, filter })
  const ids = (rows ?? tree.virtualAccounts).map(({ id }) => id)
  const facts = tagged ?? (await placeFacts(platform.db, seen.account.id, { ids }))
  return html(
    c,
    <TreePage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      tree={tree}
      {...sought}
      rows={rows}
      after={after}
      facts={asSeen(seen, facts)}
      mayAdd={mayArrangeBelow(seen.rights, null)}
      flash={flashOf(c, viewer)}
    />,
  )
}

type Sought = { readonly find: string; readonly tag: string | undefined }

function soughtIn(c: Ctx, seen: SeenAccount): Sought {
  const tag = c.req.query('tag') ?? ''
  const find = (c.req.query('find') ?? '').slice(0, 100).replaceAll('\u0000', '').trim()
  return { find, tag: isId(tag) && seesTags(seen) ? tag : undefined }
}

function matching(
  tree: NamedTree,
  { find }: Sought,
  tagged: PlaceFacts | undefined,
): readonly NamedVirtualAccount[] {
  if (find === '' && !tagged) return childrenIn(tree, null)
  const found = find === '' ? tree.virtualAccounts : foundIn(tree, find)
  if (!tagged) return found
  const carriers = new Set(tagged.ids)
  return found.filter(({ id }) => carriers.has(id))
}

// An account's own words are for those who run it: whoever sees its users, or puts tags on something.
function seesTags(seen: SeenAccount): boolean {
  return opensTab(seen, 'users') || opensTab(seen, 'tags')
}

function asSeen(seen: SeenAccount, facts: PlaceFacts): PlaceFacts {
  return seesTags(seen) ? facts : { ...facts, tags: [], tagsOn: new Map() }
}

async function showPlace(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const found = await placeInPath(c, platform, viewer)
  if (!found) return c.notFound()
  const { seen, tree, place } = found
  const filter = `virtual-account:${place.id}`
  const { rows, after } = pageOf(c, platform, viewer, { all: childrenIn(tree, place.id), filter })
  const ids = [place.id, ...rows.map(({ id }) => id)]
  return html(
    c,
    <PlacePage
      frame={frameOf(c, platform, viewer)}
      {...found}
      possible={possibleWith(seen.rights, place)}
      mayTag={may(seen.rights, 'change-groups', { kind: 'VIRTUAL', virtualAccountIds: [place.id] })}
      children={rows}
      facts={asSeen(seen, await placeFacts(platform.db, seen.account.id, { ids }))}
      after={after}
      flash={flashOf(c, viewer)}
    />,
  )
}
