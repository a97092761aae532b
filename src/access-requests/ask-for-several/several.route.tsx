import { Hono } from 'hono'
import { isId, newId } from '../../kernel/id.ts'
import { askForSeveralPath, sentTogetherPath } from '../../paths/on-behalf.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import {
  type Ctx,
  type Env,
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
import { words } from '../messages/index.ts'
import { profileOf } from '../profile.ts'
import { answerTo } from '../refusal-answers.ts'
import { countLookUp } from '../submit/look-up.limit.ts'
import { daysFrom, sayWishErrors } from '../submit/reason.route.tsx'
import { wishFrom, wishLists } from '../submit/submit.form.ts'
import { askForSeveral, type OneOfSeveral } from './ask-for-several.ts'
import { findOutcomes, type KeptOutcome, keepOutcomes } from './sent-together.store.ts'
import { mostAtOnce, severalForm } from './several.form.ts'
import { OutcomesPage, SeveralPage, type SeveralProps } from './several.page.tsx'

/** Asking for several accounts at once, and what became of each. */
export function severalRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(askForSeveralPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer) }))
    .post(
      askForSeveralPath.pattern,
      page<Viewer>({ who: pageless(who), show: (c, viewer) => send(c, platform, viewer) }),
    )
    .get(sentTogetherPath.pattern, page({ who, show: (c, viewer) => showOutcomes(c, platform, viewer) }))
}

async function show(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const held = await takeHeld(platform.db, viewer.personId, askForSeveralPath.to())
  const named = (c.req.queries('account') ?? []).slice(0, mostAtOnce).map((name) => name.slice(0, 253))
  const typed = held ?? { accounts: named.join('\n') }
  return html(c, <SeveralPage {...propsOf(c, platform, viewer, { typed })} />)
}

async function send(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const form = readForm(c, severalForm, wishLists)
  if (!form.ok)
    return again(c, platform, { typed: form.typed, errors: said(viewer, form.typed, form.errors) })
  const { accounts: identifiers, key } = form.value
  for (const _ of identifiers) {
    const seconds = await countLookUp(platform.db, c.get('clientNetwork'))
    if (seconds > 0) return tooMany(c, platform, viewer, { typed: form.typed, seconds })
  }
  const answers = await askForSeveral(platform.db, viewer, { identifiers, key, wish: wishFrom(form.value) })
  platform.wake()
  const outcomes = answers.map((answer) => keptFrom(viewer, answer))
  if (outcomes.every(({ requestId }) => requestId === null)) {
    return again(c, platform, { typed: form.typed, refused: outcomes })
  }
  await keepOutcomes(platform.db, viewer.personId, { id: key, outcomes })
  return seeOther(c, sentTogetherPath.to(key))
}

function tooMany(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { typed, seconds }: { typed: Typed; seconds: number },
): Promise<Response> {
  c.header('Retry-After', String(seconds))
  const wait = words.for(viewer.reader)('several.wait', { minutes: Math.ceil(seconds / 60) })
  return again(c, platform, { typed, errors: { accounts: wait }, status: 429 })
}

function keptFrom(viewer: Viewer, { identifier, outcome }: OneOfSeveral): KeptOutcome {
  if (outcome.ok) return { identifier, requestId: outcome.value.id, said: '' }
  return { identifier, requestId: null, said: sentenceFor(viewer, outcome.refusal) }
}

type Refused = Extract<OneOfSeveral['outcome'], { ok: false }>['refusal']

function sentenceFor(viewer: Viewer, refusal: Refused): string {
  const t = words.for(viewer.reader)
  if (refusal.code === 'not-found') return t('several.unknown')
  if (refusal.code === 'too-many') return t('several.wait', { minutes: Math.ceil(refusal.seconds / 60) })
  if (refusal.code === 'sent-before') return t('why.sent-before.text')
  return answerTo(refusal, viewer.reader).text
}

type Again = {
  readonly typed: Typed
  readonly errors?: FieldErrors
  readonly refused?: readonly KeptOutcome[]
  readonly status?: 422 | 429
}

/** The form as it was sent, with what is wrong. */
function again(c: Ctx, platform: Platform, { status = 422, ...shown }: Again): Promise<Response> {
  return pageAfterAll(c, signedIn(platform), (viewer) =>
    html(c, <SeveralPage {...propsOf(c, platform, viewer, shown)} />, status),
  )
}

const own = ['several.accounts.empty', 'several.accounts.many'] as const

function said(viewer: Viewer, typed: Typed, { accounts, ...wish }: FieldErrors): FieldErrors {
  const rest = sayWishErrors(viewer, typed, wish)
  if (accounts === undefined) return rest
  const key = own.find((name) => name === accounts)
  // A field that our form always sends was not there.
  if (!key) throw new MalformedForm('accounts')
  return { accounts: words.for(viewer.reader)(key, { max: mostAtOnce }), ...rest }
}

function propsOf(c: Ctx, platform: Platform, viewer: Viewer, shown: Omit<Again, 'status'>): SeveralProps {
  const key = textOf(shown.typed, 'key')
  return {
    errors: {},
    refused: [],
    ...shown,
    frame: frameOf(c, platform, viewer),
    profile: profileOf(viewer),
    formKey: isId(key) && !shown.refused ? key : newId<'form'>(),
    ends: daysFrom(viewer.now),
  }
}

async function showOutcomes(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const outcomes = isId(id) ? await findOutcomes(platform.db, viewer.personId, id) : []
  if (outcomes.length === 0) return c.notFound()
  return html(c, <OutcomesPage frame={frameOf(c, platform, viewer)} outcomes={outcomes} />)
}
