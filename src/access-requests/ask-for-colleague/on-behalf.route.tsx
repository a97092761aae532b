import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  askForColleaguePath,
  confirmOnBehalfPath,
  onBehalfListPath,
  onBehalfPath,
  refuseOnBehalfPath,
  takeBackOnBehalfPath,
} from '../../paths/on-behalf.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, command, type Env, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Flash } from '../../ui/index.ts'
import { isFor, type OnBehalfRefusal } from '../domain/on-behalf.ts'
import { words } from '../messages/index.ts'
import { profileOf } from '../profile.ts'
import type { SubmitRefusal } from '../submit/submit.ts'
import { showForm, sendForm } from './form.route.tsx'
import { confirmOnBehalf } from './confirm-on-behalf.ts'
import { OnBehalfListPage, OnBehalfPage } from './on-behalf.page.tsx'
import { findOnBehalf, listOnBehalf, type OnBehalfId, type StoredOnBehalf } from './on-behalf.store.ts'
import { nameKnownTo } from './name-known.ts'
import { sayOnBehalf } from './say-refusal.ts'
import { refuseOnBehalf, takeBackOnBehalf } from './settle-on-behalf.ts'

const rowsAPage = 50

/** Asking for colleagues: the form, the list, and the page where they confirm. */
export function onBehalfRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(askForColleaguePath.pattern, showForm(platform))
    .post(askForColleaguePath.pattern, sendForm(platform))
    .get(onBehalfListPath.pattern, page({ who, show: (c, viewer) => list(c, platform, viewer) }))
    .get(onBehalfPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer) }))
    .post(confirmOnBehalfPath.pattern, button(platform, 'confirmed', confirmOnBehalf))
    .post(refuseOnBehalfPath.pattern, button(platform, 'refused', refuseOnBehalf))
    .post(takeBackOnBehalfPath.pattern, button(platform, 'taken-back', takeBackOnBehalf))
}

type Notice = 'sent' | 'confirmed' | 'refused' | 'taken-back'
type Act = (
  tx: Tx,
  viewer: Viewer,
  id: string,
) => Promise<Outcome<OnBehalfId, OnBehalfRefusal | SubmitRefusal>>

function button(platform: Platform, notice: Notice, act: Act): (c: Ctx) => Promise<Response> {
  const id = (c: Ctx) => c.req.param('id') ?? ''
  return command(platform, {
    who: signedIn(platform),
    form: z.strictObject({}),
    run: async (tx, viewer, _, c) =>
      isId(id(c)) ? act(tx, viewer, id(c)) : refuse<OnBehalfRefusal>({ code: 'not-found' }),
    invalid: (c) => c.notFound(),
    refused: async (c, viewer, { refusal }) => {
      const { text, status } = sayOnBehalf(viewer.reader, refusal)
      return show(c, platform, viewer, { problem: text, status })
    },
    done: (c, _, settled) => seeOther(c, `${onBehalfPath.to(settled)}?notice=${notice}`),
  })
}

type Shown = { readonly problem?: string; readonly status?: 200 | 403 | 404 | 409 | 422 | 429 }

async function show(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown = {}): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const one = isId(id) ? await findOnBehalf(platform.db, id) : undefined
  const isForViewer =
    one !== undefined && isFor(one, { address: viewer.address, isVerified: viewer.verified })
  if (!one || (!isForViewer && one.askedBy !== viewer.personId)) return c.notFound()
  const { status = 200, problem } = shown
  return html(
    c,
    <OnBehalfPage
      frame={frameOf(c, platform, viewer)}
      one={one}
      isForViewer={isForViewer}
      account={nameKnownTo(viewer, one)}
      profile={profileOf(viewer)}
      flash={problem === undefined ? flashIn(c, viewer, one) : undefined}
      problem={problem}
    />,
    status,
  )
}

function flashIn(c: Ctx, viewer: Viewer, one: StoredOnBehalf): Flash | undefined {
  const t = words.for(viewer.reader)
  const texts: Partial<Record<string, string>> = {
    sent: t('behalf.sent'),
    refused: t('behalf.refused.done', { who: one.askedByName }),
    'taken-back': t('behalf.taken-back'),
    confirmed: t('sent.title'),
  }
  const text = texts[c.req.query('notice') ?? '']
  return text === undefined ? undefined : { kind: 'success', text }
}

async function list(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const bound = { person: viewer.personId, filter: 'on-behalf', now: viewer.now }
  const [after] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
  const rows = await listOnBehalf(platform.db, viewer, {
    after: after !== undefined && isId(after) ? after : null,
    most: rowsAPage + 1,
  })
  const last = rows.length > rowsAPage ? rows[rowsAPage - 1] : undefined
  return html(
    c,
    <OnBehalfListPage
      frame={frameOf(c, platform, viewer)}
      viewer={viewer.personId}
      rows={rows.slice(0, rowsAPage)}
      next={last && onBehalfListPath.to(platform.cursors.seal([last.id], bound))}
    />,
  )
}
