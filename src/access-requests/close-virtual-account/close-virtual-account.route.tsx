import { Hono } from 'hono'
import { z } from 'zod'
import { withChildren } from '../../accounts/domain/rights.ts'
import { possibleWith } from '../../accounts/domain/virtual-accounts.ts'
import { holdersIn, placeInPath, requestsFor } from '../../accounts/index.ts'
import { accountVirtualAccountsPath, closeVirtualAccountPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import {
  command,
  type Ctx,
  type Env,
  html,
  MalformedForm,
  page,
  seeOther,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { closeVirtualAccount, markOf } from './close-virtual-account.ts'
import { CloseVirtualAccountPage } from './close-virtual-account.page.tsx'

const form = z.strictObject({ mark: z.string().max(100) })

/** Closing a virtual account: what that ends, and the act. */
export function closeVirtualAccountRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(
      closeVirtualAccountPath.pattern,
      page({ who, show: (c, viewer) => show(c, platform, viewer, false) }),
    )
    .post(closeVirtualAccountPath.pattern, closing(platform))
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, hasChanged: boolean): Promise<Response> {
  const found = await placeInPath(c, platform, viewer)
  if (!found || !possibleWith(found.seen.rights, found.place).close) return c.notFound()
  const { seen, place } = found
  const places = [...withChildren(place.id, seen.tree)]
  const [all, requests] = await Promise.all([
    holdersIn(platform.db, seen.account.id, places),
    requestsFor(platform.db, seen.account.id, places),
  ])
  const holders = all.filter(({ virtualAccountId: at }) => at !== null && places.includes(at))
  const mark = markOf({
    places,
    grants: holders.map(({ grantId }) => grantId),
    requests: requests.map(({ id }) => id),
  })
  return html(
    c,
    <CloseVirtualAccountPage
      frame={frameOf(c, platform, viewer)}
      {...found}
      places={places}
      holders={holders}
      requests={requests}
      mark={mark}
      hasChanged={hasChanged}
    />,
    hasChanged ? 409 : 200,
  )
}

function closing(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form,
    async run(tx, viewer, { mark }, c) {
      const found = await placeInPath(c, platform, viewer)
      if (!found) return { ok: false, refusal: { code: 'not-found' } } as const
      return closeVirtualAccount(tx, viewer, { account: found.seen.account.id, id: found.place.id, mark })
    },
    invalid: () => {
      throw new MalformedForm('mark')
    },
    refused: (c, viewer, { refusal }) =>
      refusal.code === 'changed-meanwhile' ? show(c, platform, viewer, true) : c.notFound(),
    done: (c) =>
      seeOther(
        c,
        withQuery(accountVirtualAccountsPath.to(c.req.param('identifier') ?? ''), { done: 'closed' }),
      ),
  })
}
