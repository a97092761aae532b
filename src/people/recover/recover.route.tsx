import { Hono } from 'hono'
import { forgottenPasswordPath, forgottenPasswordSentPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { tooMany } from '../answers.tsx'
import { countMail } from '../attempts.store.ts'
import { frameOf } from '../frame.ts'
import type { Viewer } from '../viewer.query.ts'
import { anyone } from '../who.ts'
import { recover } from './recover.ts'
import { recoverForm } from './recover.form.ts'
import { RecoverPage, RecoverSentPage } from './recover.page.tsx'

/** Asking for a link, when the password is forgotten or the first mail never came. */
export function recoverRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)

  async function ask(c: Ctx, viewer: Viewer | null): Promise<Response> {
    const frame = frameOf(c, platform, viewer)
    const form = readForm(c, recoverForm)
    if (!form.ok) return html(c, <RecoverPage frame={frame} {...form} />, 422)
    const { address } = form.value
    const seconds = await countMail(c, platform, address)
    if (seconds > 0) return tooMany(c, platform, { viewer, seconds })
    await transact(platform.db, (tx) => recover(tx, { address, reader: c.get('reader') }))
    platform.wake()
    return seeOther(c, forgottenPasswordSentPath.to())
  }

  return new Hono<Env>()
    .get(
      forgottenPasswordPath.pattern,
      page({ who, show: (c, viewer) => html(c, <RecoverPage frame={frameOf(c, platform, viewer)} />) }),
    )
    .post(forgottenPasswordPath.pattern, page({ who, show: ask }))
    .get(
      forgottenPasswordSentPath.pattern,
      page({ who, show: (c, viewer) => html(c, <RecoverSentPage frame={frameOf(c, platform, viewer)} />) }),
    )
}
