import { Hono } from 'hono'
import type { z } from 'zod'
import type { Outcome } from '../../kernel/outcome.ts'
import { newId } from '../../kernel/id.ts'
import {
  newProviderPath,
  providerPath,
  providersPath,
  removeProviderPath,
  tryProviderPath,
} from '../../paths/operator.ts'
import { signInBackPath } from '../../paths/people.ts'
import { providerIdIn } from '../../people/domain/provider.ts'
import {
  addProvider,
  allProviders,
  askForPassword,
  findProvider,
  frameOf,
  operator,
  type ProviderRefusal,
  reachOf,
  type StoredProvider,
  takeHeld,
  tryProvider,
  typedPasswordRecently,
  type Unfit,
  type Viewer,
  type WantedProvider,
} from '../../people/index.ts'
import {
  command,
  type Ctx,
  type Env,
  type FieldErrors,
  html,
  MalformedForm,
  page,
  readForm,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { changeProviderWhole, removeProviderWhole } from '../keep-provider/keep-provider.ts'
import { words } from '../messages/index.ts'
import { pressForm, providerForm, removeProviderForm } from './providers.form.ts'
import { ProviderPage, type ProviderPageProps, ProvidersPage } from './providers.page.tsx'
import { linkedWith } from './providers.query.ts'

/** The identity providers of the installation: all, one to add, change or remove, and whether it answers. */
export function providersRoutes(platform: Platform): Hono<Env> {
  const who = operator(platform)
  return new Hono<Env>()
    .get(providersPath.pattern, page({ who, show: (c, viewer) => list(c, platform, viewer) }))
    .get(newProviderPath.pattern, page({ who, show: (c, viewer) => showNew(c, platform, viewer) }))
    .post(newProviderPath.pattern, adding(platform))
    .get(providerPath.pattern, page({ who, show: (c, viewer) => showOne(c, platform, viewer, {}) }))
    .post(providerPath.pattern, changing(platform))
    .post(tryProviderPath.pattern, page({ who, show: (c, viewer) => trying(c, platform, viewer) }))
    .post(removeProviderPath.pattern, removing(platform))
}

const changerIs = (viewer: Viewer) => ({
  personId: viewer.personId,
  typedPassword: typedPasswordRecently(viewer),
})

const flashes = ['saved', 'removed'] as const

function flashOf(c: Ctx, viewer: Viewer) {
  const t = words.for(viewer.reader)
  if (c.req.query('tried') === 'ok') return { kind: 'success', text: t('providers.tried.ok') } as const
  const what = flashes.find((one) => one === c.req.query('done'))
  return what && ({ kind: 'success', text: t(`providers.${what}`) } as const)
}

async function list(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const [all, linked] = await Promise.all([allProviders(platform.db), linkedWith(platform.db)])
  const providers = all.map((one) => ({ ...one, people: linked.get(one.id) ?? 0 }))
  const props = { frame: frameOf(c, platform, viewer), providers, flash: flashOf(c, viewer) }
  return html(c, <ProvidersPage {...props} />)
}

function wantedIn(form: z.output<typeof providerForm>): WantedProvider {
  const { name, issuer, clientId, clientSecret, domains, on } = form
  return { name, issuer, clientId, clientSecret, domains, isOn: on === 'yes' }
}

type Shown = Partial<Pick<ProviderPageProps, 'typed' | 'errors' | 'refused'>> & {
  readonly id?: string
  readonly status?: 200 | 409 | 422
}

const backTo = ({ publicUrl }: Platform, id: string) => `${publicUrl}${signInBackPath.to(id)}`

// The password first: a secret that was typed is not kept while one is asked for it.
async function showNew(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  if (!typedPasswordRecently(viewer)) return askForPassword(c, platform, viewer)
  const held = await takeHeld(platform.db, viewer.personId, newProviderPath.to())
  return answerNew(c, platform, viewer, held ? { typed: held, id: String(held['id'] ?? '') } : {})
}

function answerNew(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Response {
  const id = providerIdIn(shown.id ?? '') ?? newId<'provider'>()
  const { typed = { on: 'yes' }, errors, refused, status = 200 } = shown
  const frame = frameOf(c, platform, viewer)
  const props = { frame, id, version: 0, typed, back: backTo(platform, id), people: 0, errors, refused }
  return html(c, <ProviderPage {...props} />, status)
}

function typedOf(provider: StoredProvider): Typed {
  const { name, issuer, clientId, domains, isOn } = provider
  return { name, issuer, clientId, domains: domains.join('\n'), on: isOn ? 'yes' : 'no' }
}

// What was typed before one had to show who one is, else how it is.
async function typedAt({ db }: Platform, viewer: Viewer, provider: StoredProvider): Promise<Typed> {
  return (await takeHeld(db, viewer.personId, providerPath.to(provider.id))) ?? typedOf(provider)
}

async function providerAt(c: Ctx, platform: Platform): Promise<StoredProvider | undefined> {
  const id = providerIdIn(c.req.param('id') ?? '')
  return id && findProvider(platform.db, id)
}

async function showOne(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const provider = await providerAt(c, platform)
  if (!provider) return c.notFound()
  const { id, version } = provider
  const isRead = c.req.method === 'GET'
  if (isRead && !typedPasswordRecently(viewer)) return askForPassword(c, platform, viewer)
  const typed = shown.typed ?? (await typedAt(platform, viewer, provider))
  const { errors, refused = sayTried(c, viewer), status = 200 } = shown
  const people = (await linkedWith(platform.db)).get(id) ?? 0
  const frame = frameOf(c, platform, viewer)
  const flash = isRead ? flashOf(c, viewer) : undefined
  const props = { frame, id, version, typed, back: backTo(platform, id), people, errors, refused, flash }
  return html(c, <ProviderPage {...props} />, status)
}

const unfit: readonly (Unfit | 'no-secret')[] = [
  'unreachable',
  'no-description',
  'other-issuer',
  'no-addresses',
  'unsafe-address',
  'no-signatures',
  'no-secret',
]

function sayTried(c: Ctx, viewer: Viewer) {
  const t = words.for(viewer.reader)
  const why = unfit.find((one) => one === c.req.query('tried'))
  return why && { title: t('providers.tried.title'), text: t(`providers.tried.${why}`) }
}

async function trying(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  if (!readForm(c, pressForm).ok) throw new MalformedForm('press')
  const provider = await providerAt(c, platform)
  if (!provider) return c.notFound()
  if (!typedPasswordRecently(viewer)) return askForPassword(c, platform, viewer, providerPath.to(provider.id))
  const reach = reachOf(platform, provider)
  const tried = reach ? await tryProvider(reach) : ({ ok: false, refusal: 'no-secret' } as const)
  return seeOther(c, `${providerPath.to(provider.id)}?tried=${tried.ok ? 'ok' : tried.refusal}`)
}

const places: Readonly<Partial<Record<ProviderRefusal['code'], string>>> = {
  'name-unfit': 'name',
  'issuer-wrong': 'issuer',
  'issuer-not-https': 'issuer',
  'issuer-taken': 'issuer',
  'client-unfit': 'clientId',
  'secret-missing': 'clientSecret',
  'domain-unfit': 'domains',
  'too-many-domains': 'domains',
  'no-domain': 'domains',
  'domain-taken': 'domains',
}

/** What is wrong with what was typed, at its field, or with the whole. */
function sayRefusal(viewer: Viewer, refusal: ProviderRefusal): Pick<Shown, 'errors' | 'refused' | 'status'> {
  const t = words.for(viewer.reader)
  const text = t(`providers.error.${refusal.code}`, { domain: 'domain' in refusal ? refusal.domain : '' })
  const place = places[refusal.code]
  if (place === undefined) return { refused: { title: t('operator.settings.problem'), text }, status: 409 }
  const errors: FieldErrors = { [place]: text }
  return { errors, status: 422 }
}

const malformed = () => {
  throw new MalformedForm('provider')
}

function adding(platform: Platform) {
  return command(platform, {
    who: operator(platform),
    form: providerForm,
    run(tx, viewer, form) {
      const id = providerIdIn(form.id)
      return addProvider(tx, changerIs(viewer), { ...wantedIn(form), ...(id ? { id } : {}) }, platform)
    },
    invalid: malformed,
    refused(c, viewer, { refusal, typed }) {
      if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
      return answerNew(c, platform, viewer, {
        typed,
        id: String(typed['id'] ?? ''),
        ...sayRefusal(viewer, refusal),
      })
    },
    done: (c, _, id) => seeOther(c, `${providerPath.to(id)}?done=saved`),
  })
}

function changing(platform: Platform) {
  return command(platform, {
    who: operator(platform),
    form: providerForm,
    async run(tx, viewer, form, c) {
      const id = providerIdIn(c.req.param('id') ?? '')
      if (!id) return { ok: false, refusal: { code: 'not-found' } } as const
      const asked = { id, version: form.version, wanted: wantedIn(form) }
      return changeProviderWhole(tx, changerIs(viewer), asked, platform)
    },
    invalid: malformed,
    refused(c, viewer, { refusal, typed }) {
      if (refusal.code === 'not-found') return c.notFound()
      if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
      return showOne(c, platform, viewer, { typed, ...sayRefusal(viewer, refusal) })
    },
    done: (c) => seeOther(c, `${providerPath.to(c.req.param('id') ?? '')}?done=saved`),
  })
}

function removing(platform: Platform) {
  return command(platform, {
    who: operator(platform),
    form: removeProviderForm,
    async run(
      tx,
      viewer,
      { version, sure },
      c,
    ): Promise<Outcome<null, ProviderRefusal | { readonly code: 'unticked' }>> {
      const id = providerIdIn(c.req.param('id') ?? '')
      if (!id) return { ok: false, refusal: { code: 'not-found' } } as const
      if (sure === undefined) return { ok: false, refusal: { code: 'unticked' } } as const
      return removeProviderWhole(tx, changerIs(viewer), { id, version })
    },
    invalid: malformed,
    refused(c, viewer, { refusal }) {
      if (refusal.code === 'not-found') return c.notFound()
      const id = c.req.param('id') ?? ''
      if (refusal.code === 'recent-sign-in-needed')
        return askForPassword(c, platform, viewer, providerPath.to(id))
      if (refusal.code !== 'unticked') return showOne(c, platform, viewer, sayRefusal(viewer, refusal))
      const errors = { sure: words.for(viewer.reader)('providers.error.unticked') }
      return showOne(c, platform, viewer, { errors, status: 422 })
    },
    done: (c) => seeOther(c, `${providersPath.to()}?done=removed`),
  })
}
