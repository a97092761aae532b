import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { askForColleaguePath, onBehalfPath } from '../../paths/on-behalf.ts'
import { domainOf } from '../../people/domain/address.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import {
  type Ctx,
  type FieldErrors,
  html,
  MalformedForm,
  page,
  pageAfterAll,
  pageless,
  readForm,
  seeOther,
  textOf,
  type Typed,
} from '../../platform/http/index.ts'
import { transact } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { countLookUp } from '../submit/look-up.limit.ts'
import { type LookUpRefusal, lookUp } from '../submit/look-up.ts'
import { daysFrom, sayWishErrors } from '../submit/reason.route.tsx'
import { wishFrom, wishLists } from '../submit/submit.form.ts'
import { askForColleague } from './ask-for-colleague.ts'
import { ForColleaguePage, type ForColleagueProps } from './form.page.tsx'
import { forColleagueForm } from './on-behalf.form.ts'
import { sayOnBehalf } from './say-refusal.ts'

type Shown = Pick<ForColleagueProps, 'typed'> & Partial<Pick<ForColleagueProps, 'errors' | 'problem'>>

/** The empty form, or what was typed into it before the session ended. */
export function showForm(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const held = await takeHeld(platform.db, viewer.personId, askForColleaguePath.to())
      const typed = held ?? { account: c.req.query('account') ?? '' }
      return html(c, <ForColleaguePage {...propsOf(c, platform, viewer, { typed })} />)
    },
  })
}

/** Asks the colleague to confirm. */
export function sendForm(platform: Platform): (c: Ctx) => Promise<Response> {
  const who = signedIn(platform)
  return page<Viewer>({
    who: pageless(who),
    async show(c, viewer) {
      const form = readForm(c, forColleagueForm, wishLists)
      const again = (shown: Omit<Shown, 'typed'>, status: 403 | 404 | 409 | 422 | 429 = 422) =>
        pageAfterAll(c, who, (seen) =>
          html(
            c,
            <ForColleaguePage {...propsOf(c, platform, seen, { ...shown, typed: form.typed })} />,
            status,
          ),
        )
      if (!form.ok) return again({ errors: said(viewer, form.typed, form.errors) })
      const { account, colleague } = form.value
      const missed = await find(c, platform, viewer, account)
      if (missed) {
        const { text, status } = sayMissed(viewer, missed)
        if (missed.code === 'too-many') c.header('Retry-After', String(missed.seconds))
        return again({ errors: { account: text } }, status)
      }
      const read = readIdentifier(account)
      const asked = { identifier: read.ok ? read.value : '', colleague, wish: wishFrom(form.value) }
      const outcome = await transact(platform.db, (tx) => askForColleague(tx, viewer, asked))
      if (outcome.ok) {
        platform.wake()
        return seeOther(c, `${onBehalfPath.to(outcome.value)}?notice=sent`)
      }
      const { text, status, field } = sayOnBehalf(viewer.reader, outcome.refusal)
      return again(field ? { errors: { [field]: text } } : { problem: text }, status)
    },
  })
}

async function find(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  typed: string,
): Promise<LookUpRefusal | undefined> {
  const seconds = await countLookUp(platform.db, c.get('clientNetwork'))
  if (seconds > 0) return { code: 'too-many', seconds }
  const found = await lookUp(platform.db, viewer, typed)
  return found.ok ? undefined : found.refusal
}

function sayMissed(viewer: Viewer, missed: LookUpRefusal): { text: string; status: 422 | 429 } {
  const t = words.for(viewer.reader)
  if (missed.code === 'not-found') return { text: t('ask.identifier.unknown'), status: 422 }
  return { text: t('several.wait', { minutes: Math.ceil(missed.seconds / 60) }), status: 429 }
}

const own = ['behalf.colleague.wrong', 'ask.identifier.unknown', 'ask.identifier.empty'] as const

function said(viewer: Viewer, typed: Typed, errors: FieldErrors): FieldErrors {
  const t = words.for(viewer.reader)
  const { colleague, account, ...wish } = errors
  const mine = Object.entries({ colleague, account }).flatMap(([field, key]) => {
    if (key === undefined) return []
    const sentence = own.find((name) => name === key)
    // A field that our form always sends was not there.
    if (!sentence) throw new MalformedForm(field)
    return [[field, t(sentence)]]
  })
  return { ...Object.fromEntries(mine), ...sayWishErrors(viewer, typed, wish) }
}

function propsOf(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): ForColleagueProps {
  return {
    errors: {},
    ...shown,
    typed: { ...shown.typed, colleague: textOf(shown.typed, 'colleague') },
    frame: frameOf(c, platform, viewer),
    domain: domainOf(viewer.address),
    ends: daysFrom(viewer.now),
  }
}
