import { Hono } from 'hono'
import { isAwayAt, mostDaysAway } from '../../people/domain/away.ts'
import { awayOf, beAway, beBack, frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { awayPath, backPath, chooseDelegatePath, stopStandingInPath } from '../../paths/people.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { transact } from '../../platform/db/index.ts'
import { command, type Ctx, type Env, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Flash } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { type ChooseRefusal, chooseDelegate, endDelegation } from './choose-delegate.ts'
import { awayForm, delegateForm, stopForm } from './delegates.form.ts'
import { AwayPage, type AwayPageProps } from './delegates.page.tsx'
import { decidingIn } from './delegates.query.ts'
import { standingInFor } from './delegates.store.ts'

type Again = Pick<AwayPageProps, 'typed' | 'errors' | 'flash'> & { readonly status?: 200 | 404 | 409 | 422 }

async function show(c: Ctx, platform: Platform, viewer: Viewer, { status = 200, ...again }: Again) {
  const [away, deciding, standingIn] = await Promise.all([
    awayOf(platform.db, viewer.personId),
    decidingIn(platform.db, viewer.personId, viewer.now),
    standingInFor(platform.db, viewer.personId),
  ])
  const frame = frameOf(c, platform, viewer)
  const isAwayNow = away !== undefined && isAwayAt(away, viewer.now)
  const shown = { frame, away, isAwayNow, deciding, standingIn, mostDays: mostDaysAway }
  return html(c, <AwayPage {...shown} {...again} />, status)
}

const said = ['set', 'back', 'chosen', 'ended'] as const

function flashIn(c: Ctx, viewer: Viewer): Flash | undefined {
  const what = said.find((name) => name === c.req.query('done'))
  return what && { kind: 'success', text: words.for(viewer.reader)(`away.done.${what}`) }
}

const doneWith = (c: Ctx, what: (typeof said)[number]) => seeOther(c, `${awayPath.to()}?done=${what}`)

function refused(c: Ctx, platform: Platform, viewer: Viewer, { code }: ChooseRefusal) {
  const text = words.for(viewer.reader)(`away.refused.${code}`)
  const status = code === 'not-found' ? 404 : 409
  return show(c, platform, viewer, { flash: { kind: 'danger', text }, status })
}

function daysRoute(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: awayForm,
    run: (tx, viewer, form) => beAway(tx, viewer, form),
    invalid: (c, viewer, wrong) => show(c, platform, viewer, { ...wrong, status: 422 }),
    refused: (c, viewer, { refusal, typed }) => {
      const errors = { [refusal.field]: `away.error.${refusal.code}` }
      return show(c, platform, viewer, { typed, errors, status: 422 })
    },
    done: (c) => doneWith(c, 'set'),
  })
}

function chooseRoute(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: delegateForm,
    run: async (tx, viewer, form) => {
      const accountId = form.account as AccountId
      if (form.delegate !== '')
        return chooseDelegate(tx, viewer, { accountId, delegateId: form.delegate as PersonId })
      return endDelegation(tx, viewer, { accountId })
    },
    invalid: (c) => seeOther(c, awayPath.to()),
    refused: (c, viewer, { refusal }) => refused(c, platform, viewer, refusal),
    done: (c) => doneWith(c, 'chosen'),
  })
}

function stopRoute(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: stopForm,
    run: (tx, viewer, form) =>
      endDelegation(tx, viewer, { accountId: form.account as AccountId, of: form.person as PersonId }),
    invalid: (c) => seeOther(c, awayPath.to()),
    refused: (c, viewer, { refusal }) => refused(c, platform, viewer, refusal),
    done: (c) => doneWith(c, 'ended'),
  })
}

function backRoute(platform: Platform) {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      await transact(platform.db, (tx) => beBack(tx, viewer))
      return doneWith(c, 'back')
    },
  })
}

/** Being away: the days, and who stands in. */
export function delegatesRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const home = page({ who, show: (c: Ctx) => seeOther(c, awayPath.to()) })
  return new Hono<Env>()
    .get(
      awayPath.pattern,
      page({ who, show: (c, viewer) => show(c, platform, viewer, { flash: flashIn(c, viewer) }) }),
    )
    .post(awayPath.pattern, daysRoute(platform))
    .get(backPath.pattern, home)
    .post(backPath.pattern, backRoute(platform))
    .get(chooseDelegatePath.pattern, home)
    .post(chooseDelegatePath.pattern, chooseRoute(platform))
    .get(stopStandingInPath.pattern, home)
    .post(stopStandingInPath.pattern, stopRoute(platform))
}
