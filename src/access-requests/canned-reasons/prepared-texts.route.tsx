import { Hono } from 'hono'
import { z } from 'zod'
import type { SeenAccount } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import {
  newPreparedTextPath,
  preparedTextPath,
  preparedTextsPath,
  removePreparedTextPath,
} from '../../paths/conversation.ts'
import { withQuery } from '../../paths/decisions.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  type Ctx,
  type Env,
  fieldsOf,
  html,
  MalformedForm,
  page,
  readForm,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Flash } from '../../ui/index.ts'
import { administeredAccount } from '../administered-account.ts'
import { type PreparedText, type PreparedTextProblems, purposes } from '../domain/prepared-text.ts'
import { words } from '../messages/index.ts'
import { PreparedTextPage, type PreparedTextPageProps } from './prepared-text.page.tsx'
import { PreparedTextsPage, RemovePreparedTextPage } from './prepared-texts.page.tsx'
import { preparedText, preparedTextsOf, type StoredText } from './prepared-texts.store.ts'
import { removePreparedText, type SaveRefusal, savePreparedText } from './save-prepared-text.ts'

const line = z.string().max(4000)
const form = z.strictObject({
  purpose: z.enum(purposes),
  titleEn: line,
  textEn: line,
  titleFr: line,
  textFr: line,
})

type Shown = Pick<PreparedTextPageProps, 'id' | 'typed' | 'errors' | 'problem'>
/** What every page of this part goes by. */
type Here = {
  readonly c: Ctx
  readonly platform: Platform
  readonly viewer: Viewer
  readonly seen: SeenAccount
}

/** The texts that an account keeps ready, for who administers all of it. */
export function preparedTextRoutes(platform: Platform): Hono<Env> {
  const inAccount = (show: (here: Here) => Response | Promise<Response>) =>
    page({
      who: signedIn(platform),
      async show(c, viewer) {
        const seen = await administeredAccount(platform.db, viewer, c.req.param('identifier') ?? '')
        return seen ? show({ c, platform, viewer, seen }) : c.notFound()
      },
    })
  const app = new Hono<Env>()
  app.get(preparedTextsPath.pattern, inAccount(list))
  app.get(newPreparedTextPath.pattern, inAccount(blank))
  app.post(newPreparedTextPath.pattern, inAccount(save))
  app.get(preparedTextPath.pattern, inAccount(edit))
  app.post(preparedTextPath.pattern, inAccount(save))
  app.get(removePreparedTextPath.pattern, inAccount(ask))
  app.post(removePreparedTextPath.pattern, inAccount(remove))
  return app
}

async function list(here: Here): Promise<Response> {
  const { c, platform, viewer, seen } = here
  const texts = await preparedTextsOf(platform.db, seen.account.id)
  const t = words.for(viewer.reader)
  const done = c.req.query('done')
  const flash: Flash | undefined =
    done === 'saved' || done === 'removed' ? { kind: 'success', text: t(`prepared.${done}`) } : undefined
  const frame = frameOf(c, platform, viewer)
  return html(c, <PreparedTextsPage frame={frame} seen={seen} texts={texts} flash={flash} />)
}

async function blank(here: Here): Promise<Response> {
  const { c, platform, viewer } = here
  const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
  return show(here, { id: null, typed: held ?? {} })
}

async function edit(here: Here): Promise<Response> {
  const { c, platform, viewer } = here
  const text = await textIn(here)
  if (!text) return c.notFound()
  const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
  return show(here, { id: text.id, typed: held ?? typedFrom(text) })
}

async function save(here: Here): Promise<Response> {
  const { c, platform, viewer, seen } = here
  const id = c.req.param('id') ?? null
  if (id !== null && !isId(id)) return c.notFound()
  const t = words.for(viewer.reader)
  const read = readForm(c, form)
  if (!read.ok) {
    const errors = read.errors['purpose'] ? { purpose: t('prepared.error.purpose') } : tooLong(t, read.errors)
    return show(here, { id, typed: read.typed, errors }, 422)
  }
  const place = { accountId: seen.account.id, id }
  const saved = await transact(platform.db, (tx) =>
    savePreparedText(tx, viewer, place, preparedFrom(read.value)),
  )
  if (saved.ok)
    return seeOther(c, withQuery(preparedTextsPath.to(seen.account.identifier), { done: 'saved' }))
  return refused(here, { id, typed: read.typed, refusal: saved.refusal })
}

function refused(
  here: Here,
  { id, typed, refusal }: { id: string | null; typed: Typed; refusal: SaveRefusal },
): Response | Promise<Response> {
  const { c, viewer } = here
  const t = words.for(viewer.reader)
  if (refusal.code === 'not-found') return c.notFound()
  if (refusal.code === 'too-many') {
    const problem = t('prepared.full', { max: refusal.max })
    return show(here, { id, typed, problem }, 409)
  }
  const errors = said(viewer, refusal.problems)
  return show(here, { id, typed, errors }, 422)
}

async function ask(here: Here): Promise<Response> {
  const { c, platform, viewer, seen } = here
  const text = await textIn(here)
  if (!text) return c.notFound()
  const frame = frameOf(c, platform, viewer)
  return html(c, <RemovePreparedTextPage frame={frame} seen={seen} text={text} />)
}

async function remove(here: Here): Promise<Response> {
  const { c, platform, viewer, seen } = here
  if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
  const id = c.req.param('id') ?? ''
  if (!isId(id)) return c.notFound()
  const place = { accountId: seen.account.id, id }
  const removed = await transact(platform.db, (tx) => removePreparedText(tx, viewer, place))
  if (!removed.ok) return c.notFound()
  return seeOther(c, withQuery(preparedTextsPath.to(seen.account.identifier), { done: 'removed' }))
}

async function textIn({ c, platform, seen }: Here): Promise<StoredText | undefined> {
  const id = c.req.param('id') ?? ''
  return isId(id) ? preparedText(platform.db, seen.account.id, id) : undefined
}

function typedFrom({ purpose, en, fr }: StoredText): Typed {
  return { purpose, titleEn: en.title, textEn: en.text, titleFr: fr.title, textFr: fr.text }
}

function preparedFrom({ purpose, titleEn, textEn, titleFr, textFr }: z.output<typeof form>): PreparedText {
  return { purpose, en: { title: titleEn, text: textEn }, fr: { title: titleFr, text: textFr } }
}

function said(viewer: Viewer, problems: PreparedTextProblems): Record<string, string> {
  const t = words.for(viewer.reader)
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, t(`prepared.error.${problem}`)]),
  )
}

function tooLong(t: ReturnType<typeof words.for>, errors: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.keys(errors).map((field) => [
      field,
      field.startsWith('title') ? t('prepared.error.title') : t('prepared.error.text'),
    ]),
  )
}

function show({ c, platform, viewer, seen }: Here, shown: Shown, status: 200 | 409 | 422 = 200): Response {
  const frame = frameOf(c, platform, viewer)
  return html(c, <PreparedTextPage frame={frame} seen={seen} {...shown} />, status)
}
