import { Hono } from 'hono'
import { seenAccount, opensTab, type SeenAccount } from '../../accounts/index.ts'
import { accountRequestsPath } from '../../paths/accounts.ts'
import { queuePath } from '../../paths/decisions.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, keyAndId, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Shown } from './columns.page.tsx'
import { InboxPage } from './inbox.page.tsx'
import {
  decidedAccounts,
  type InboxFilter,
  type InboxOrder,
  type InboxRow,
  pendingRequests,
  settledRequests,
} from './inbox.query.ts'

const rowsAPage = 50

/** The queue of all accounts one decides for, and that of one account. */
export function inboxRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(queuePath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer, undefined) }))
    .get(
      accountRequestsPath.pattern,
      page({
        who,
        async show(c, viewer) {
          const seen = await seenAccount(platform.lane, viewer, c.req.param('identifier') ?? '')
          return seen && opensTab(seen, 'requests') ? show(c, platform, viewer, seen) : c.notFound()
        },
      }),
    )
}

async function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  seen: SeenAccount | undefined,
): Promise<Response> {
  const accounts = seen ? [] : await decidedAccounts(platform.lane, viewer.personId)
  const chosen = accounts.find(({ identifier }) => identifier === c.req.query('account'))
  const list = await listFor(c, platform, viewer, {
    account: (seen?.account ?? chosen)?.id ?? null,
    seesAll: seen?.byOffice ?? false,
  })
  return html(
    c,
    <InboxPage
      frame={frameOf(c, platform, viewer)}
      {...list}
      seen={seen}
      chosen={chosen?.identifier}
      accounts={accounts}
      now={viewer.now}
      canDecide={viewer.counters.canDecide}
    />,
  )
}

async function listFor(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  narrowed: Pick<InboxFilter, 'account' | 'seesAll'>,
) {
  const { personId: person, now } = viewer
  const shown: Shown = c.req.query('show') === 'decided' ? 'decided' : 'pending'
  const order: InboxOrder = c.req.query('sort') === 'sent' ? 'sent' : 'due'
  const bound = { person, filter: `queue:${shown}:${order}:${narrowed.account ?? ''}`, now }
  const after = keyAndId(platform.cursors.open(c.req.query('after') ?? '', bound)) ?? null
  const rows = await find(platform, shown, order, { person, ...narrowed, after, limit: rowsAPage + 1 })
  const last = rows.length > rowsAPage ? rows[rowsAPage - 1] : undefined
  const sealed = last && platform.cursors.seal([last.key, last.id], bound)
  return { shown, order, rows: rows.slice(0, rowsAPage), after: sealed }
}

function find(
  { lane }: Platform,
  shown: Shown,
  order: InboxOrder,
  filter: InboxFilter,
): Promise<readonly InboxRow[]> {
  return shown === 'decided' ? settledRequests(lane, filter) : pendingRequests(lane, filter, order)
}
