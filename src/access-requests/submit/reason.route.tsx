import { newId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import { askPath, askReasonPath, requestPath, requestSentPath } from '../../paths/access-requests.ts'
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
import type { Platform } from '../../platform/platform.ts'
import { reminderPossibleFrom, timesOf } from '../domain/patience.ts'
import { againFrom } from '../domain/asking.ts'
import { mayAsk } from '../domain/policy.ts'
import { readReason } from '../domain/reason.ts'
import type { Refusal } from '../domain/refusals.ts'
import { words } from '../messages/index.ts'
import { answerTo } from '../refusal-answers.ts'
import { type AskedAccount, type Asking, readAsking } from './asking.query.ts'
import { shownDeciders } from './deciders.ts'
import { keepDraft, readDraft } from './drafts.store.ts'
import { ReasonPage, type ReasonPageProps } from './reason.page.tsx'
import { wishForm, wishFrom, wishLists } from './submit.form.ts'
import { askableRoles } from './wished-role.ts'
import { factsOf, type SubmitRefusal, submit } from './submit.ts'
import { withWrittenPlaces } from './written-places.ts'
import { typedFrom } from './typed.form.ts'

/** Step 2: shows the account and the form; without a looked-up account it leads back to step 1. */
export function showReason(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const typed = await typedBefore(platform, viewer)
      const asking = await readAsking(platform.db, viewer, {
        identifier: textOf(typed, 'account') || textOf(typed, 'identifier'),
      })
      const allowed = mayAsk(factsOf(viewer, asking), asking.now)
      if (asking.account === null || isNotFound(allowed)) return seeOther(c, askPath.to())
      const refused = allowed.ok ? undefined : refusedIn(viewer, allowed.refusal)
      const again = textOf(typed, 'reason') === '' ? repeated(asking, asking.account) : undefined
      const shown = {
        typed: again?.typed ?? typed,
        repeats: again?.reference ?? repeatedIn(typed, asking),
        soon: tooSoonFor(asking),
        errors: {},
        refused,
        formKey: newId<'form'>(),
      }
      return html(
        c,
        <ReasonPage
          {...(await propsOf(c, platform, viewer, { ...asking, account: asking.account }))}
          {...shown}
        />,
      )
    },
  })
}

/** Step 2: sends the request. */
export function sendRequest(platform: Platform): (c: Ctx) => Promise<Response> {
  const who = signedIn(platform)
  return page<Viewer>({
    who: pageless(who),
    async show(c, viewer) {
      const form = readForm(c, wishForm, wishLists)
      if (!form.ok) {
        const wrong = { typed: form.typed, errors: said(viewer, form) }
        return pageAfterAll(c, who, (seen) => again(c, platform, seen, wrong))
      }
      const { account, key } = form.value
      const written = { form: form.value, identifier: account }
      const sent = await withWrittenPlaces(platform.lane, viewer, written)
      if (!sent) {
        const wrong = { typed: form.typed, errors: placesUnknown(viewer) }
        return pageAfterAll(c, who, (seen) => again(c, platform, seen, wrong))
      }
      const sending = { identifier: account, key, wish: wishFrom(sent) }
      const outcome = await submit(platform.db, viewer, sending, platform.lane)
      if (outcome.ok) {
        platform.wake()
        return seeOther(c, requestSentPath.to(outcome.value.id))
      }
      const why = { refusal: outcome.refusal, typed: form.typed }
      return pageAfterAll(c, who, (seen) => refuse(c, platform, seen, why))
    },
  })
}

type Again = {
  readonly typed: Typed
  readonly errors?: FieldErrors
  readonly refused?: ReasonPageProps['refused']
  readonly status?: 403 | 409 | 422 | 429
  /** A new key: the old one belongs to what was sent. */
  readonly formKey?: string
}

async function refuse(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { refusal, typed }: { refusal: SubmitRefusal; typed: Typed },
): Promise<Response> {
  if (refusal.code === 'sent-before') {
    const t = words.for(viewer.reader)
    const refused = { title: t('why.sent-before'), text: t('why.sent-before.text') }
    return again(c, platform, viewer, { typed, refused, status: 409, formKey: newId<'form'>() })
  }
  if (refusal.code === 'duplicate-open-request') return seeOther(c, requestPath.to(refusal.id, 'duplicate'))
  const { status, text } = answerTo(refusal, viewer.reader)
  const field = fieldOf(refusal)
  if (status === 404) return again(c, platform, viewer, { typed })
  if (field) return again(c, platform, viewer, { typed, errors: { [field]: text }, status })
  return again(c, platform, viewer, { typed, refused: refusedIn(viewer, refusal), status })
}

/** Shows the form as it was sent, and keeps the draft; a form for no account leads back to step 1. */
async function again(c: Ctx, platform: Platform, viewer: Viewer, parts: Again): Promise<Response> {
  const { typed, errors = {}, refused, status = 422 } = parts
  const identifier = textOf(typed, 'account')
  const { key, account: _, ...kept } = typed
  await keepDraft(platform.db, viewer.personId, { ...kept, ...(identifier ? { identifier } : {}) })
  const asking = await readAsking(platform.db, viewer, { identifier })
  if (asking.account === null || isNotFound(mayAsk(factsOf(viewer, asking), asking.now))) {
    return seeOther(c, askPath.to())
  }
  const formKey = parts.formKey ?? (typeof key === 'string' ? key : newId<'form'>())
  const props = await propsOf(c, platform, viewer, { ...asking, account: asking.account })
  return html(c, <ReasonPage {...props} {...{ typed, errors, refused, formKey }} />, status)
}

function isNotFound(allowed: ReturnType<typeof mayAsk>): boolean {
  return !allowed.ok && allowed.refusal.code === 'not-found'
}

function said(viewer: Viewer, form: { readonly typed: Typed; readonly errors: FieldErrors }): FieldErrors {
  return sayWishErrors(viewer, form.typed, form.errors)
}

/** That a virtual account which was written by its name is not known. */
export function placesUnknown({ reader }: Pick<Viewer, 'reader'>): FieldErrors {
  return { places: words.for(reader)('why.places.unknown') }
}

/** The sentences for what is wrong with the fields of a wish. */
export function sayWishErrors(
  viewer: Pick<Viewer, 'reader'>,
  typed: Typed,
  errors: FieldErrors,
): FieldErrors {
  const t = words.for(viewer.reader)
  const entries = Object.entries(errors).map(([field, key]) => {
    const reason = field === 'reason' ? readReason(textOf(typed, 'reason')) : undefined
    if (reason && !reason.ok) {
      const refusal = { code: 'reason-unfit', problem: reason.refusal } as const
      return [field, answerTo(refusal, viewer.reader).text]
    }
    // A field that our forms always send was not there.
    if (!(key in words.languages.en)) throw new MalformedForm(field)
    return [field, t(key as 'why.named.empty')]
  })
  return Object.fromEntries(entries) as FieldErrors
}

const fields: Partial<Record<Refusal['code'], string>> = {
  'reason-unfit': 'reason',
  'end-out-of-range': 'ends',
  'role-scope-mismatch': 'role',
  'role-gone': 'role',
  'role-changed': 'role',
  'unknown-virtual-account': 'scope',
}

/** The field that a refusal is about; none when it is about the whole. */
export function fieldOf(refusal: Refusal): string | undefined {
  return fields[refusal.code]
}

function refusedIn(viewer: Viewer, refusal: Refusal): NonNullable<ReasonPageProps['refused']> {
  const t = words.for(viewer.reader)
  const { text } = answerTo(refusal, viewer.reader)
  return refusal.code === 'duplicate-open-request'
    ? { title: t('why.open'), text, openId: refusal.id }
    : { title: t('why.refused'), text }
}

/** The words of the last request when it came to nothing, to be sent again or changed. */
function repeated(
  { previous }: Asking,
  account: AskedAccount,
): { typed: Typed; reference: string } | undefined {
  if (!previous || !['DECLINED', 'WITHDRAWN', 'EXPIRED'].includes(previous.status)) return undefined
  return { typed: typedFrom(previous, account.timeZone), reference: previous.reference }
}

/** The reference of the earlier request that the draft was filled from on its own page. */
function repeatedIn(typed: Typed, { previous }: Asking): string | undefined {
  return previous !== null && textOf(typed, 'repeats') === previous.reference ? previous.reference : undefined
}

/** From when the same as last time can be asked again; undefined when it can be now. */
function tooSoonFor({ previous, declined, now }: Asking): Date | undefined {
  const from = previous && againFrom(declined, previous.ask)
  return from !== null && now < from ? from : undefined
}

async function typedBefore(platform: Platform, viewer: Viewer): Promise<Typed> {
  const path = askReasonPath.to()
  const { draft, held } = await readDraft(platform.db, viewer.personId, path)
  const kept = held ? await takeHeld(platform.db, viewer.personId, path) : null
  return { ...draft, ...kept }
}

async function propsOf(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  asking: Asking & { account: AskedAccount },
) {
  const { account, now, approvers, tree } = asking
  const { choosable } = factsOf(viewer, asking)
  return {
    frame: frameOf(c, platform, viewer),
    account,
    deciders: shownDeciders(approvers, account.showAdministrators),
    places: tree.filter(({ id }) => choosable.has(id)),
    ownRoles: await askableRoles(platform.db, asking),
    ends: daysFrom(now),
    dueAt: timesOf(now, account.setting).dueAt,
    reminderFrom: reminderPossibleFrom({
      submittedAt: now,
      lastRemindedAt: null,
      lastRemindedByHandAt: null,
      patience: account.setting.patience,
    }),
  }
}

/** The days that can be chosen as the last one: today to ten years on. */
export function daysFrom(now: Date): { min: string; max: string } {
  return { min: now.toISOString().slice(0, 10), max: daysAfter(now, 3650).toISOString().slice(0, 10) }
}
