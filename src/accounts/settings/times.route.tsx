import { Hono } from 'hono'
import { accountTimesPath } from '../../paths/accounts.ts'
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
import { effectivePatience } from '../domain/patience-settings.ts'
import { words } from '../messages/index.ts'
import { changeAccountPatience } from './change-patience.ts'
import { patienceForm, patienceTyped, readPatience } from './patience.form.ts'
import { installationPatience, accountPatience } from './patience.store.ts'
import { sayProblems } from './say-patience.ts'
import { doneIn, heldAt, settingsOf, type Shown } from './settings.route.ts'
import { TimesPage } from './times.page.tsx'
import { timingOf } from './timing.query.ts'

/** How long requests for an account wait: the page, and the change. */
export function timesRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(accountTimesPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer, {}) }))
    .post(accountTimesPath.pattern, changing(platform))
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const seen = await settingsOf(c, platform, viewer)
  if (!seen) return c.notFound()
  const { account } = seen
  const { db } = platform
  const [own, above, timing] = await Promise.all([
    accountPatience(db, account.id),
    installationPatience(db),
    timingOf(db, account.id),
  ])
  const held = await heldAt(c, platform, viewer, accountTimesPath.to(account.identifier))
  const { status = 200, typed = held ?? patienceTyped(own.own), ...rest } = shown
  const said = doneIn(c, { saved: 'settings.saved', unchanged: 'settings.unchanged' } as const)
  return html(
    c,
    <TimesPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      above={effectivePatience(above.own)}
      timing={{ ...timing, now: viewer.now }}
      typed={typed}
      version={own.version}
      flash={said && { kind: 'success', text: words.for(viewer.reader)(said) }}
      {...rest}
    />,
    status,
  )
}

function changing(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: patienceForm,
    async run(tx, viewer, { version, ...typed }, c) {
      const seen = await settingsOf(c, platform, viewer)
      if (!seen) return { ok: false, refusal: { code: 'not-found' } } as const
      const { own, problems } = readPatience(typed)
      if (Object.keys(problems).length > 0)
        return { ok: false, refusal: { code: 'unfit', problems } } as const
      return changeAccountPatience(tx, viewer, { account: seen.account.id, own, version })
    },
    invalid: () => {
      throw new MalformedForm('numbers')
    },
    refused(c, viewer, { refusal, typed }) {
      if (refusal.code === 'not-found') return c.notFound()
      if (refusal.code === 'unfit') {
        return show(c, platform, viewer, {
          typed,
          errors: sayProblems(viewer.reader, refusal.problems),
          status: 422,
        })
      }
      const refused = words.for(viewer.reader)('settings.changed-meanwhile')
      return show(c, platform, viewer, { typed, refused, status: 409 })
    },
    done: (c, _, changed) =>
      seeOther(
        c,
        `${accountTimesPath.to(c.req.param('identifier') ?? '')}?done=${changed.length > 0 ? 'saved' : 'unchanged'}`,
      ),
  })
}
