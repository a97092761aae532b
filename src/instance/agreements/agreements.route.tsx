import { Hono } from 'hono'
import type { AgreementId } from '../../agreements/domain/agreement.ts'
import {
  acceptedCounts,
  agreementWords,
  allVersions,
  findVersion,
  type ListedVersion,
  publish,
  retireAgreement,
  type StoredVersion,
} from '../../agreements/index.ts'
import { isId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import {
  newAgreementPath,
  newVersionPath,
  operatorAgreementPath,
  operatorAgreementsPath,
  retireAgreementPath,
} from '../../paths/agreements.ts'
import { frameOf, operator, takeHeld, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
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
import type { Flash } from '../../ui/index.ts'
import { buttonForm, type VersionForm, versionForm } from './agreements.form.ts'
import {
  OperatorAgreementPage,
  OperatorAgreementsPage,
  VersionFormPage,
  type VersionFormProps,
} from './agreements.page.tsx'

const daysToAccept = 30

function flashIn(c: Ctx, viewer: Viewer): Flash | undefined {
  const what = (['published', 'retired'] as const).find((name) => name === c.req.query('done'))
  return what && { kind: 'success', text: agreementWords.for(viewer.reader)(`agreements.done.${what}`) }
}

function newestOfEach(versions: readonly ListedVersion[]): ListedVersion[] {
  const ids = new Set<string>()
  return versions.filter(({ agreementId }) => !ids.has(agreementId) && ids.add(agreementId))
}

function idIn(c: Ctx): AgreementId | undefined {
  const id = c.req.param('id') ?? ''
  return isId(id) ? (id as AgreementId) : undefined
}

async function versionsIn(c: Ctx, platform: Platform): Promise<ListedVersion[]> {
  const id = idIn(c)
  return id ? (await allVersions(platform.db)).filter(({ agreementId }) => agreementId === id) : []
}

async function showOne(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const versions = await versionsIn(c, platform)
  const [first] = versions
  const newest = first && (await findVersion(platform.db, first))
  if (!newest) return c.notFound()
  const counts = await acceptedCounts(platform.db)
  const countOf = (one: ListedVersion) =>
    counts.find(({ agreementId, version }) => agreementId === one.agreementId && version === one.version)
      ?.accounts ?? 0
  const rows = versions.map((one) => ({ ...one, accounts: countOf(one) }))
  const frame = frameOf(c, platform, viewer)
  const flash = flashIn(c, viewer)
  return html(c, <OperatorAgreementPage frame={frame} newest={newest} versions={rows} flash={flash} />)
}

type Writing = Omit<VersionFormProps, 'frame' | 'today'>

function form(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { status = 200, ...shown }: Writing & { status?: number },
) {
  const today = viewer.now.toISOString().slice(0, 10)
  const frame = frameOf(c, platform, viewer)
  return html(c, <VersionFormPage frame={frame} today={today} {...shown} />, status as 200)
}

/** The form of a version: empty, or with the words of the version before. */
function writing(platform: Platform, isNew: boolean) {
  return page({
    who: operator(platform),
    async show(c: Ctx, viewer) {
      const newest = isNew ? undefined : await newestIn(c, platform)
      if (!isNew && !newest) return c.notFound()
      const requiredFrom = daysAfter(viewer.now, daysToAccept).toISOString().slice(0, 10)
      const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
      return form(c, platform, viewer, {
        agreementId: newest?.agreementId ?? null,
        after: newest?.version ?? 0,
        typed: { requiredFrom, ...(newest ? wordsOf(newest) : {}), ...held },
      })
    },
  })
}

// The version that the next one follows; none of an agreement that nobody is asked for any more.
async function newestIn(c: Ctx, platform: Platform): Promise<StoredVersion | undefined> {
  const [first] = await versionsIn(c, platform)
  return first && first.retiredAt === null ? findVersion(platform.db, first) : undefined
}

function wordsOf({ title, text }: StoredVersion): Typed {
  return { titleEn: title.en, textEn: text.en, titleFr: title.fr, textFr: text.fr }
}

function previewOf(value: VersionForm): VersionFormProps['preview'] {
  return [
    { title: value.titleEn, text: value.textEn, lang: 'en' },
    { title: value.titleFr, text: value.textFr, lang: 'fr' },
  ]
}

function publishing(platform: Platform, isNew: boolean) {
  return page({
    who: operator(platform),
    show(c: Ctx, viewer) {
      const id = isNew ? null : idIn(c)
      if (id === undefined) return c.notFound()
      const read = readForm(c, versionForm)
      const { what: _, after, ...typed } = read.typed
      const shown = { agreementId: id, after: Number(after ?? 0) || 0, typed }
      if (!read.ok) return again(c, platform, viewer, { ...shown, errors: read.errors })
      const { value } = read
      const isPast = value.requiredFrom < daysAfter(viewer.now, -1)
      if (isPast) {
        const errors = { requiredFrom: 'agreements.error.day' }
        return again(c, platform, viewer, { ...shown, errors })
      }
      if (value.what === 'preview') return form(c, platform, viewer, { ...shown, preview: previewOf(value) })
      return publishIt(c, platform, viewer, { shown, value })
    },
  })
}

function again(c: Ctx, platform: Platform, viewer: Viewer, shown: Writing & { errors: FieldErrors }) {
  if ('after' in shown.errors || 'what' in shown.errors) throw new MalformedForm('after')
  return form(c, platform, viewer, { ...shown, status: 422 })
}

async function publishIt(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { shown, value }: { readonly shown: Writing; readonly value: VersionForm },
): Promise<Response> {
  const outcome = await transact(platform.db, (tx) =>
    publish(tx, viewer.personId, {
      agreementId: shown.agreementId as AgreementId | null,
      after: value.after,
      title: { en: value.titleEn, fr: value.titleFr },
      text: { en: value.textEn, fr: value.textFr },
      requiredFrom: value.requiredFrom,
    }),
  )
  if (outcome.ok) {
    platform.wake()
    return seeOther(c, `${operatorAgreementPath.to(outcome.value.agreementId)}?done=published`)
  }
  const { code } = outcome.refusal
  if (code === 'not-found') return c.notFound()
  const after = (await versionsIn(c, platform))[0]?.version ?? 0
  const text = agreementWords.for(viewer.reader)(`agreements.refused.${code}`)
  return form(c, platform, viewer, { ...shown, after, flash: { kind: 'warning', text }, status: 409 })
}

function retiring(platform: Platform) {
  return command(platform, {
    who: operator(platform),
    form: buttonForm,
    run: async (tx, viewer, _, c) => {
      const id = idIn(c)
      return id
        ? retireAgreement(tx, viewer.personId, id)
        : ({ ok: false, refusal: { code: 'not-found' } } as const)
    },
    invalid: (c) => c.notFound(),
    refused: (c, _, { refusal }) =>
      refusal.code === 'not-found'
        ? c.notFound()
        : seeOther(c, operatorAgreementPath.to(c.req.param('id') ?? '')),
    done: (c) => seeOther(c, `${operatorAgreementPath.to(c.req.param('id') ?? '')}?done=retired`),
  })
}

/** The operator's agreements: the list, each with its versions, writing, publishing and retiring. */
export function operatorAgreementsRoutes(platform: Platform): Hono<Env> {
  const who = operator(platform)
  return new Hono<Env>()
    .get(
      operatorAgreementsPath.pattern,
      page({
        who,
        async show(c: Ctx, viewer) {
          const newest = newestOfEach(await allVersions(platform.db))
          const frame = frameOf(c, platform, viewer)
          return html(c, <OperatorAgreementsPage frame={frame} newest={newest} flash={flashIn(c, viewer)} />)
        },
      }),
    )
    .get(newAgreementPath.pattern, writing(platform, true))
    .post(newAgreementPath.pattern, publishing(platform, true))
    .get(operatorAgreementPath.pattern, page({ who, show: (c, viewer) => showOne(c, platform, viewer) }))
    .get(newVersionPath.pattern, writing(platform, false))
    .post(newVersionPath.pattern, publishing(platform, false))
    .post(retireAgreementPath.pattern, retiring(platform))
}
