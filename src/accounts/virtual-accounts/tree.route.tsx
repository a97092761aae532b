import { Hono } from 'hono'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { accountVirtualAccountsPath, virtualAccountPath } from '../../paths/accounts.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { NamedVirtualAccount } from '../domain/tree.ts'
import { childrenIn, mayArrangeBelow, placeIn, possibleWith } from '../domain/virtual-accounts.ts'
import { words } from '../messages/index.ts'
import { doneIn } from '../settings/settings.route.ts'
import { type SeenAccount, seenAccount } from '../sight.ts'
import { opensTab } from '../tabs.ts'
import { type OfPlace, PlacePage } from './place.page.tsx'
import { foundIn, treeSeen } from './seen-tree.ts'
import { TreePage } from './tree.page.tsx'
import { roleCountsIn, roleCountsTagged } from './tree.query.ts'

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
} as const

function flashOf(c: Ctx, viewer: Viewer) {
  const said = doneIn(c, done)
  return said && ({ kind: 'success', text: words.for(viewer.reader)(said) } as const)
}

async function showTree(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const seen = await accountWithTree(c, platform, viewer)
  if (!seen) return c.notFound()
  const tag = c.req.query('tag') ?? ''
  if (isId(tag)) return showTagged(c, platform, viewer, { seen, tag })
  const find = (c.req.query('find') ?? '').slice(0, 100).replaceAll('\u0000', '').trim()
  const tree = treeSeen(seen)
  const isWhole = find === '' && tree.virtualAccounts.length <= wholeTree
  const filter = `virtual-accounts:${seen.account.id}:${find}`
  const all = find === '' ? childrenIn(tree, null) : foundIn(tree, find)
  const { rows, after } = isWhole
    ? { rows: null, after: undefined }
    : pageOf(c, platform, viewer, { all, filter })
  const shown = (rows ?? tree.virtualAccounts).map(({ id }) => id)
  return html(
    c,
    <TreePage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      tree={tree}
      find={find}
      rows={rows}
      after={after}
      counts={await roleCountsIn(platform.db, seen.account.id, shown)}
      mayAdd={mayArrangeBelow(seen.rights, null)}
      flash={flashOf(c, viewer)}
    />,
  )
}

/** Those that carry a tag, as a list. */
async function showTagged(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { seen, tag }: { readonly seen: SeenAccount; readonly tag: string },
): Promise<Response> {
  const tree = treeSeen(seen)
  const counts = await roleCountsTagged(platform.db, seen.account.id, tag)
  const all = tree.virtualAccounts.filter(({ id }) => counts.has(id))
  const filter = `virtual-accounts:${seen.account.id}:tag:${tag}`
  const { rows, after } = pageOf(c, platform, viewer, { all, filter })
  return html(
    c,
    <TreePage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      tree={tree}
      find=""
      tag={tag}
      rows={rows}
      after={after}
      counts={counts}
      mayAdd={mayArrangeBelow(seen.rights, null)}
      flash={undefined}
    />,
  )
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
      children={rows}
      counts={await roleCountsIn(platform.db, seen.account.id, ids)}
      after={after}
      flash={flashOf(c, viewer)}
    />,
  )
}
