import { Hono } from 'hono'
import { accountSightPath, settleSightPath } from '../../paths/accounts.ts'
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
import { words } from '../messages/index.ts'
import { changeSight, settleWish } from './change-sight.ts'
import { doneIn, heldAt, settingsOf, type Shown } from './settings.route.ts'
import { settleForm, sightForm, twoOf } from './sight.form.ts'
import { SightPage } from './sight.page.tsx'
import { sightOfAdministrators, waitingWish } from './sight.store.ts'

/** What is shown of administrators, and how many people one takes: the page, the change, and agreeing to it. */
export function sightRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(accountSightPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer, {}) }))
    .post(accountSightPath.pattern, changing(platform))
    .post(settleSightPath.pattern, settling(platform))
}

const said = {
  saved: 'settings.saved',
  unchanged: 'settings.unchanged',
  waits: 'sight.saved-waits',
  agreed: 'sight.agreed',
  refused: 'sight.refused',
} as const

async function show(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const seen = await settingsOf(c, platform, viewer)
  if (!seen) return c.notFound()
  const { account } = seen
  const [sight, wish] = await Promise.all([
    sightOfAdministrators(platform.db, account.id),
    waitingWish(platform.db, account.id),
  ])
  const held = await heldAt(c, platform, viewer, accountSightPath.to(account.identifier))
  const { status = 200, typed = held, ...rest } = shown
  const what = doneIn(c, said)
  const flash = what && ({ kind: 'success', text: words.for(viewer.reader)(what) } as const)
  const frame = frameOf(c, platform, viewer)
  const props = { frame, seen, viewer: viewer.personId, sight, typed, wish, flash }
  return html(c, <SightPage {...props} {...rest} />, status)
}

const back = (c: Ctx, done: keyof typeof said) =>
  seeOther(c, `${accountSightPath.to(c.req.param('identifier') ?? '')}?done=${done}`)

function changing(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: sightForm,
    async run(tx, viewer, { version, show: showAdministrators, two }, c) {
      const seen = await settingsOf(c, platform, viewer)
      if (!seen) return { ok: false, refusal: { code: 'not-found' } } as const
      const sight = { showAdministrators, twoForAdministrator: twoOf[two] }
      return changeSight(tx, viewer, { account: seen.account.id, sight, version })
    },
    invalid(c, viewer, { typed, errors }) {
      if ('version' in errors) throw new MalformedForm('version')
      const text = words.for(viewer.reader)('sight.error.choice')
      const wrong = Object.fromEntries(Object.keys(errors).map((field) => [field, text]))
      return show(c, platform, viewer, { typed, errors: wrong, status: 422 })
    },
    refused(c, viewer, { refusal, typed }) {
      if (refusal.code === 'not-found') return c.notFound()
      const refused = words.for(viewer.reader)('settings.changed-meanwhile')
      return show(c, platform, viewer, { typed, refused, status: 409 })
    },
    done: (c, _, change) => back(c, change),
  })
}

function settling(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: settleForm,
    async run(tx, viewer, { agree }, c) {
      const seen = await settingsOf(c, platform, viewer)
      if (!seen) return { ok: false, refusal: { code: 'not-found' } } as const
      return settleWish(tx, viewer, { account: seen.account.id, agree: agree === 'yes' })
    },
    invalid: () => {
      throw new MalformedForm('agree')
    },
    refused(c, viewer, { refusal }) {
      if (refusal.code === 'not-found') return c.notFound()
      const refused = words.for(viewer.reader)(`sight.${refusal.code}`)
      return show(c, platform, viewer, { refused, status: 409 })
    },
    done: (c, _, what) => back(c, what),
  })
}
