import { Hono } from 'hono'
import { findAccount, grantsOf, type StoredAccount } from '../../accounts/index.ts'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { isId } from '../../kernel/id.ts'
import { accountRequestsPath } from '../../paths/accounts.ts'
import { queuePath } from '../../paths/decisions.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { InboxPage, type Shown } from './inbox.page.tsx'
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
          const account = await visibleAccount(c, platform, viewer)
          return account ? show(c, platform, viewer, account) : c.notFound()
        },
      }),
    )
}

async function visibleAccount(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
): Promise<StoredAccount | undefined> {
  const identifier = readIdentifier(c.req.param('identifier') ?? '')
  const account = identifier.ok ? await findAccount(platform.db, identifier.value) : undefined
  if (!account || viewer.isSupport || viewer.isOperator) return account
  const held = await grantsOf(platform.db, { accountId: account.id, personId: viewer.personId })
  return held.some(({ role }) => role === 'SA' || role === 'VA') ? account : undefined
}

async function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  account: StoredAccount | undefined,
): Promise<Response> {
  const { db, cursors } = platform
  const shown: Shown = c.req.query('show') === 'decided' ? 'decided' : 'pending'
  const order: InboxOrder = c.req.query('sort') === 'sent' ? 'sent' : 'due'
  const accounts = await decidedAccounts(db, viewer.personId)
  const chosen = account
    ? undefined
    : accounts.find(({ identifier }) => identifier === c.req.query('account'))
  const one = account ?? chosen
  const bound = {
    person: viewer.personId,
    filter: `queue:${shown}:${order}:${one?.id ?? ''}`,
    now: viewer.now,
  }
  const rows = await find(platform, shown, order, {
    person: viewer.personId,
    account: one?.id ?? null,
    seesAll: account !== undefined && (viewer.isSupport || viewer.isOperator),
    after: keysOf(cursors.open(c.req.query('after') ?? '', bound)),
    limit: rowsAPage + 1,
  })
  const last = rows.length > rowsAPage ? rows[rowsAPage - 1] : undefined
  return html(
    c,
    <InboxPage
      frame={frameOf(c, platform, viewer)}
      rows={rows.slice(0, rowsAPage)}
      shown={shown}
      order={order}
      account={account}
      chosen={chosen?.identifier}
      accounts={accounts}
      now={viewer.now}
      after={last && cursors.seal([last.key, last.id], bound)}
      canDecide={viewer.counters.canDecide}
    />,
  )
}

function find(
  { db }: Platform,
  shown: Shown,
  order: InboxOrder,
  filter: InboxFilter,
): Promise<readonly InboxRow[]> {
  return shown === 'decided' ? settledRequests(db, filter) : pendingRequests(db, filter, order)
}

function keysOf(keys: string[] | undefined): InboxFilter['after'] {
  const [at, id] = keys ?? []
  return at !== undefined && id !== undefined && isId(id) ? [at, id] : null
}
