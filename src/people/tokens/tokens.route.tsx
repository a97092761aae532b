import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import { newTokenPath, revokeTokenPath, tokensPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { command, type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Again } from '../form-fields.ts'
import { frameOf } from '../frame.ts'
import { takeHeld } from '../held.store.ts'
import { makeToken, takeTokenBack } from '../make-token/make-token.ts'
import { makeTokenForm } from '../make-token/make-token.form.ts'
import { MakeTokenPage, TokenMadePage } from '../make-token/make-token.page.tsx'
import { words } from '../messages/index.ts'
import { tokensOf } from '../tokens.store.ts'
import type { Viewer } from '../viewer.query.ts'
import { askForPassword, signedIn, typedPasswordRecently } from '../who.ts'
import { TokensPage } from './tokens.page.tsx'

/** Personal access tokens: seeing, making and taking back. */
export function tokensRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const form = (c: Ctx, viewer: Viewer, typed: Again) =>
    html(c, <MakeTokenPage frame={frameOf(c, platform, viewer)} {...typed} />, typed.errors ? 422 : 200)

  async function list(c: Ctx, viewer: Viewer): Promise<Response> {
    const tokens = await tokensOf(platform.db, viewer.personId)
    const text = words.for(viewer.reader)('tokens.revoked')
    const flash = c.req.query('done') === 'revoked' ? ({ kind: 'success', text } as const) : undefined
    return html(c, <TokensPage frame={frameOf(c, platform, viewer)} tokens={tokens} flash={flash} />)
  }

  async function ask(c: Ctx, viewer: Viewer): Promise<Response> {
    if (!typedPasswordRecently(viewer)) return askForPassword(c, platform, viewer)
    return form(c, viewer, { typed: await takeHeld(platform.db, viewer.personId, newTokenPath.to()) })
  }

  async function make(c: Ctx, viewer: Viewer): Promise<Response> {
    if (!typedPasswordRecently(viewer)) return askForPassword(c, platform, viewer)
    const read = readForm(c, makeTokenForm, ['scopes'])
    if (!read.ok) return form(c, viewer, read)
    const outcome = await transact(platform.db, (tx) => makeToken(tx, viewer.personId, read.value))
    if (!outcome.ok) return list(c, viewer)
    platform.wake()
    return html(c, <TokenMadePage frame={frameOf(c, platform, viewer)} token={outcome.value} />)
  }

  const takeBack = command(platform, {
    who,
    form: z.strictObject({}),
    run: (tx, viewer, _form, c) => {
      const id = c.req.param('id') ?? ''
      return takeTokenBack(tx, viewer.personId, isId(id) ? id : viewer.sessionId)
    },
    invalid: (c) => seeOther(c, tokensPath.to()),
    refused: (c) => c.notFound(),
    done: (c) => seeOther(c, `${tokensPath.to()}?done=revoked`),
  })

  return new Hono<Env>()
    .get(tokensPath.pattern, page({ who, show: list }))
    .get(newTokenPath.pattern, page({ who, show: ask }))
    .post(newTokenPath.pattern, page({ who, show: make }))
    .get(revokeTokenPath.pattern, page({ who, show: (c) => seeOther(c, tokensPath.to()) }))
    .post(revokeTokenPath.pattern, takeBack)
}
