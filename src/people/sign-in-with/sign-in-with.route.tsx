import { Hono } from 'hono'
import { z } from 'zod'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  confirmPasswordPath,
  confirmWithPath,
  signInBackPath,
  signInPath,
  signInWithPath,
  startSignInWithPath,
} from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import {
  countAttempt,
  type Ctx,
  type Env,
  html,
  page,
  readForm,
  seeOther,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { tooMany } from '../answers.tsx'
import { domainOf } from '../domain/address.ts'
import { ownPathOr } from '../domain/next-path.ts'
import { type Claims, providerIdIn } from '../domain/provider.ts'
import { addressField, type Again, nextField, typedIn } from '../form-fields.ts'
import { frameOf } from '../frame.ts'
import {
  dropJourney,
  hashOfState,
  isTooOld,
  type Journey,
  keepJourney,
  readJourney,
} from '../provider-cookie.ts'
import { findProvider, providerFor, spendState, type StoredProvider } from '../providers/providers.store.ts'
import { reachOf } from '../providers/reach.ts'
import { newExpectation, type Reach, readAnswer, type Trouble, wayTo } from '../providers/relying-party.ts'
import { deviceOf, readSession, writeSession } from '../session-cookie.ts'
import type { Viewer } from '../viewer.query.ts'
import { anyone, signedIn } from '../who.ts'
import { type ArrivalRefusal, confirmWith, signInWith } from './sign-in-with.ts'
import {
  FindProviderPage,
  FoundProviderPage,
  NotSignedInPage,
  type NotSignedIn,
} from './sign-in-with.page.tsx'

const statuses = {
  denied: 403,
  unreachable: 503,
  clock: 503,
  'not-anew': 403,
  unfit: 400,
  gone: 410,
  'no-secret': 503,
  'no-mail': 403,
  'mail-unverified': 403,
  'foreign-domain': 403,
  'not-let-in': 403,
  'other-subject': 403,
  'somebody-else': 403,
} as const satisfies Record<NotSignedIn, number>

const form = z.strictObject({ address: addressField, next: nextField })
const looks = { most: 30, seconds: 300 }

type Shown = {
  readonly viewer: Viewer | null
  readonly provider: StoredProvider
  readonly next: string
  readonly confirms: boolean
}

/** Signing in, and showing anew who one is, with an identity provider. */
export function signInWithRoutes(platform: Platform): Hono<Env> {
  const visitors = anyone(platform)
  const finding = { who: visitors }

  return new Hono<Env>()
    .get(
      signInWithPath.pattern,
      page({
        ...finding,
        show: (c, viewer) => {
          const next = ownPathOr(c.req.query('next'))
          return viewer ? seeOther(c, next) : showFinding(c, platform, { next })
        },
      }),
    )
    .post(signInWithPath.pattern, page({ ...finding, show: (c) => find(c, platform) }))
    .get(startSignInWithPath.pattern, page({ who: visitors, show: (c) => start(c, platform, null) }))
    .get(
      confirmWithPath.pattern,
      page({ who: signedIn(platform), show: (c, viewer) => start(c, platform, viewer) }),
    )
    .get(signInBackPath.pattern, page({ who: visitors, show: (c, viewer) => comeBack(c, platform, viewer) }))
}

function showFinding(c: Ctx, platform: Platform, shown: { next: string } & Again): Response {
  const frame = frameOf(c, platform, null)
  return html(c, <FindProviderPage frame={frame} {...shown} />, shown.errors ? 422 : 200)
}

// What is answered hangs on the domain alone: who is known here is not looked at.
async function find(c: Ctx, platform: Platform): Promise<Response> {
  const read = readForm(c, form)
  const next = ownPathOr(typedIn(read.typed, 'next'))
  if (!read.ok) return showFinding(c, platform, { next, ...read })
  const seconds = await countAttempt(platform.db, [
    { name: `providers:network:${c.get('clientNetwork')}`, limit: looks },
  ])
  if (seconds > 0) return tooMany(c, platform, { viewer: null, seconds })
  const domain = domainOf(read.value.address)
  const provider = await providerFor(platform.db, domain)
  return html(c, <FoundProviderPage frame={frameOf(c, platform, null)} {...{ domain, provider, next }} />)
}

function notSignedIn(c: Ctx, platform: Platform, why: NotSignedIn, shown: Shown): Response {
  const { viewer, provider, next, confirms } = shown
  const again = confirms ? confirmPasswordPath.to(next) : startSignInWithPath.to(provider.id, next)
  // Without what the provider added to the address, which leads back here from no form of the page.
  const frame = { ...frameOf(c, platform, viewer), path: again }
  const props = { frame, why, provider: provider.name, again, other: viewer ? '/' : signInPath.to(next) }
  return html(c, <NotSignedInPage {...props} />, statuses[why])
}

async function providerIn(c: Ctx, platform: Platform): Promise<StoredProvider | undefined> {
  const id = providerIdIn(c.req.param('id') ?? '')
  const provider = id && (await findProvider(platform.db, id))
  return provider?.isOn ? provider : undefined
}

/** Sends the browser to the provider, and keeps in it what it must come back with. */
async function start(c: Ctx, platform: Platform, confirms: Viewer | null): Promise<Response> {
  const provider = await providerIn(c, platform)
  if (!provider) return c.notFound()
  const next = ownPathOr(c.req.query('next'))
  const shown = { viewer: confirms, provider, next, confirms: confirms !== null }
  const reach = reachOf(platform, provider)
  if (!reach) return notSignedIn(c, platform, 'no-secret', shown)
  const expected = await newExpectation()
  const back = `${platform.publicUrl}${signInBackPath.to(provider.id)}`
  const way = await wayTo(reach, { expected, back, anew: confirms !== null })
  if (!way.ok) return troubled(c, platform, way.refusal, shown)
  const session = confirms?.sessionId ?? null
  const startedAt = provider.now.getTime()
  keepJourney(c, platform, { provider: provider.id, ...expected, next, session, startedAt })
  return c.redirect(way.value, 302)
}

function troubled(c: Ctx, platform: Platform, trouble: Trouble, shown: Shown): Response {
  if (trouble !== 'denied')
    platform.log.warn('sign-in-with-failed', { error: trouble, request: c.get('requestId') })
  return notSignedIn(c, platform, trouble, shown)
}

/** The way that this answer belongs to, used up; undefined when there is none, or another one, or it is too old. */
async function journeyIn(c: Ctx, platform: Platform): Promise<Journey | undefined> {
  const journey = readJourney(c, platform)
  if (!journey || journey.provider !== c.req.param('id') || journey.state !== c.req.query('state'))
    return undefined
  dropJourney(c, platform)
  const now = await spendState(platform.db, hashOfState(journey.state))
  return now && !isTooOld(journey, now) ? journey : undefined
}

async function comeBack(c: Ctx, platform: Platform, viewer: Viewer | null): Promise<Response> {
  const provider = await providerIn(c, platform)
  if (!provider) return c.notFound()
  const journey = await journeyIn(c, platform)
  const confirms = journey !== undefined && journey.session !== null
  const shown = { viewer, provider, next: journey?.next ?? '/', confirms }
  if (!journey) return notSignedIn(c, platform, 'gone', shown)
  const reach = reachOf(platform, provider)
  if (!reach) return notSignedIn(c, platform, 'no-secret', shown)
  const claims = await answerOf(c, platform, reach, journey)
  if (!claims.ok) return troubled(c, platform, claims.refusal, shown)
  const outcome = await arrive(c, platform, { journey, viewer, claims: claims.value, provider })
  if (!outcome.ok) {
    const { refusal } = outcome
    return refusal === 'no-provider' ? c.notFound() : notSignedIn(c, platform, refusal, shown)
  }
  platform.wake()
  writeSession(c, platform, outcome.value)
  return seeOther(c, journey.next)
}

function answerOf(
  c: Ctx,
  { publicUrl }: Platform,
  reach: Reach,
  journey: Journey,
): Promise<Outcome<Claims, Trouble>> {
  // The address as we are known by, whatever stands in front of us.
  const url = new URL(`${publicUrl}${signInBackPath.to(reach.id)}${new URL(c.req.url).search}`)
  return readAnswer(reach, { url, expected: journey, anew: journey.session !== null })
}

async function arrive(
  c: Ctx,
  platform: Platform,
  came: { journey: Journey; viewer: Viewer | null; claims: Claims; provider: StoredProvider },
): Promise<Outcome<string, ArrivalRefusal | 'somebody-else' | 'gone'>> {
  const { journey, viewer, claims, provider } = came
  if (journey.session === null) {
    const [device, before, reader] = [deviceOf(c), readSession(c, platform), c.get('reader')]
    return transact(platform.db, (tx) =>
      signInWith(tx, { provider: provider.id, claims, device, before, reader }),
    )
  }
  if (viewer?.sessionId !== journey.session) return refuse('gone')
  const { personId, sessionId } = viewer
  const outcome = await transact(platform.db, (tx) =>
    confirmWith(tx, { provider: provider.id, claims, personId, sessionId }),
  )
  return outcome.ok ? done(outcome.value) : outcome
}
