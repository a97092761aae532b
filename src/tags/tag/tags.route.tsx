import { Hono } from 'hono'
import { z } from 'zod'
import { managedAccount, placesNamed, type SeenAccount } from '../../accounts/index.ts'
import { isId, type PersonId, type VirtualAccountId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { addressesIn, distinct } from '../../members/domain/sheet.ts'
import { accountTagsPath } from '../../paths/accounts.ts'
import { deleteTagPath, tagPath, tagPeoplePath, tagPlacesPath, untagPersonPath } from '../../paths/tags.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Tx, transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Platform } from '../../platform/platform.ts'
import { makeTag, removeTag, renameTag } from '../change-tag/change-tag.ts'
import { mayMakeTags, mayTagPlace, type TagRefusal } from '../domain/tags.ts'
import { words } from '../messages/index.ts'
import { sayRefusal } from '../say.ts'
import { peopleWithin, tagPeople, tagPlaces, untagPerson } from '../put/put-tag.ts'
import { findTag, peopleOfTag, placesOfTag, type StoredTag, tagsOf } from '../tags.store.ts'
import { TagPage, type TagPageProps } from './tag.page.tsx'
import { TagsPage, type TypedAgain } from './tags.page.tsx'

const rowsAPage = 50
const nameForm = z.strictObject({ name: z.string().max(400) })
const placesForm = z.strictObject({
  place: z.array(z.string().refine(isId)).max(200),
  places: z.string().max(60_000).default(''),
})
const peopleForm = z.strictObject({ addresses: z.string().max(20_000) })

type About = { readonly viewer: Viewer; readonly seen: SeenAccount }
type AboutOne = About & { readonly tag: StoredTag }
type Status = 200 | 403 | 404 | 409 | 422

/** Custom tags: the list, one of them, and every change. */
export function tagRoutes(platform: Platform): Hono<Env> {
  const with_ = (then: (c: Ctx, about: About) => Promise<Response>) =>
    page({
      who: signedIn(platform),
      async show(c, viewer) {
        const seen = await managedAccount(platform.db, viewer, c.req.param('identifier') ?? '')
        return seen && mayMakeTags(seen.rights) ? then(c, { viewer, seen }) : c.notFound()
      },
    })
  const one = (then: (c: Ctx, about: AboutOne) => Promise<Response>) =>
    with_(async (c, about) => {
      const id = c.req.param('id') ?? ''
      const tag = isId(id) ? await findTag(platform.db, { accountId: about.seen.account.id, id }) : undefined
      return tag ? then(c, { ...about, tag }) : c.notFound()
    })
  return new Hono<Env>()
    .get(
      accountTagsPath.pattern,
      with_((c, about) => showAll(c, platform, about)),
    )
    .post(
      accountTagsPath.pattern,
      with_((c, about) => make(c, platform, about)),
    )
    .get(
      tagPath.pattern,
      one((c, about) => show(c, platform, about)),
    )
    .post(
      tagPath.pattern,
      one((c, about) => rename(c, platform, about)),
    )
    .post(
      tagPlacesPath.pattern,
      one((c, about) => place(c, platform, about)),
    )
    .post(
      tagPeoplePath.pattern,
      one((c, about) => tagThem(c, platform, about)),
    )
    .post(
      untagPersonPath.pattern,
      one((c, about) => untag(c, platform, about)),
    )
    .post(
      deleteTagPath.pattern,
      one((c, about) => drop(c, platform, about)),
    )
}

async function showAll(
  c: Ctx,
  platform: Platform,
  { viewer, seen }: About,
  { status = 200, ...again }: TypedAgain & { status?: Status } = {},
): Promise<Response> {
  const tags = await tagsOf(platform.db, seen.account.id)
  const frame = frameOf(c, platform, viewer)
  return html(c, <TagsPage {...{ frame, seen, tags }} flash={flashIn(c, viewer.reader)} {...again} />, status)
}

type Shown = Pick<TagPageProps, 'typed' | 'error' | 'problem' | 'field' | 'unknown'> & {
  readonly status?: Status
}

async function show(c: Ctx, platform: Platform, about: AboutOne, shown: Shown = {}): Promise<Response> {
  const { viewer, seen, tag } = about
  const { status = 200, ...again } = shown
  const which = { accountId: seen.account.id, id: tag.id }
  const bound = { person: viewer.personId, filter: `tag:${tag.id}`, now: viewer.now }
  const [after] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
  const [carriers, people] = await Promise.all([
    placesOfTag(platform.db, which),
    peopleOfTag(platform.db, {
      ...which,
      within: peopleWithin(seen.rights),
      after: after !== undefined && isId(after) ? after : null,
      most: rowsAPage + 1,
    }),
  ])
  const last = people.length > rowsAPage ? people[rowsAPage - 1] : undefined
  const next = last && platform.cursors.seal([last.personId], bound)
  return html(
    c,
    <TagPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      tag={tag}
      carriers={carriers}
      people={people.slice(0, rowsAPage)}
      next={next && `${tagPath.to(seen.account.identifier, tag.id)}?after=${next}`}
      flash={flashIn(c, viewer.reader)}
      {...again}
    />,
    status,
  )
}

function said(reader: Reader, refusal: TagRefusal) {
  const { text, status, field } = sayRefusal(reader, refusal)
  return { ...(field ? { error: text } : { problem: text }), status }
}

function flashIn(c: Ctx, reader: Reader): TagPageProps['flash'] {
  const done = (['made', 'saved', 'deleted'] as const).find((one) => one === c.req.query('done'))
  return done && { kind: 'success', text: words.for(reader)(`tags.${done}`) }
}

const textIn = (typed: unknown): string => (typeof typed === 'string' ? typed : '')

async function make(c: Ctx, platform: Platform, about: About): Promise<Response> {
  const { viewer, seen } = about
  const form = readForm(c, nameForm)
  const typed = textIn(form.typed['name'])
  if (!form.ok) return showAll(c, platform, about, { typed, ...said(viewer.reader, { code: 'name-unfit' }) })
  const accountId = seen.account.id
  const outcome = await transact(platform.db, (tx) => makeTag(tx, viewer, { accountId, name: typed }))
  if (outcome.ok) return seeOther(c, `${tagPath.to(seen.account.identifier, outcome.value)}?done=made`)
  return showAll(c, platform, about, { typed, ...said(viewer.reader, outcome.refusal) })
}

async function rename(c: Ctx, platform: Platform, about: AboutOne): Promise<Response> {
  const form = readForm(c, nameForm)
  const typed = textIn(form.typed['name'])
  if (!form.ok) {
    return show(c, platform, about, {
      field: 'name',
      typed,
      ...said(about.viewer.reader, { code: 'name-unfit' }),
    })
  }
  const which = { accountId: about.seen.account.id, id: about.tag.id }
  return act(c, platform, about, {
    run: (tx) => renameTag(tx, about.viewer, { ...which, name: typed }),
    shown: { field: 'name', typed },
  })
}

async function place(c: Ctx, platform: Platform, about: AboutOne): Promise<Response> {
  const form = readForm(c, placesForm, ['place'])
  if (!form.ok) return show(c, platform, about, { status: 422 })
  const which = { accountId: about.seen.account.id, id: about.tag.id }
  const { tree, rights } = about.seen
  const { ids, unknown } = placesNamed(tree, form.value.places, (id) => mayTagPlace(rights, id))
  if (unknown.length > 0) {
    const error = words.for(about.viewer.reader)('tags.error.places', { names: unknown.join(', ') })
    return show(c, platform, about, { field: 'places', typed: form.value.places, error, status: 422 })
  }
  const chosen = [...ids, ...(form.value.place as VirtualAccountId[])]
  return act(c, platform, about, { run: (tx) => tagPlaces(tx, about.viewer, { ...which, chosen }) })
}

async function untag(c: Ctx, platform: Platform, about: AboutOne): Promise<Response> {
  const person = c.req.param('person') ?? ''
  if (!isId(person)) return c.notFound()
  const which = { accountId: about.seen.account.id, id: about.tag.id }
  const run = (tx: Tx) => untagPerson(tx, about.viewer, { ...which, person: person as PersonId })
  return act(c, platform, about, { run })
}

async function drop(c: Ctx, platform: Platform, about: AboutOne): Promise<Response> {
  const which = { accountId: about.seen.account.id, id: about.tag.id }
  const to = `${accountTagsPath.to(about.seen.account.identifier)}?done=deleted`
  return act(c, platform, about, { run: (tx) => removeTag(tx, about.viewer, which), to })
}

type Act = {
  readonly run: (tx: Tx) => Promise<Outcome<unknown, TagRefusal>>
  readonly to?: string
  readonly shown?: Shown
}

async function act(c: Ctx, platform: Platform, about: AboutOne, { run, to, shown }: Act): Promise<Response> {
  const outcome = await transact(platform.db, run)
  if (outcome.ok)
    return seeOther(c, to ?? `${tagPath.to(about.seen.account.identifier, about.tag.id)}?done=saved`)
  return show(c, platform, about, { ...shown, ...said(about.viewer.reader, outcome.refusal) })
}

async function tagThem(c: Ctx, platform: Platform, about: AboutOne): Promise<Response> {
  const { viewer, seen, tag } = about
  const form = readForm(c, peopleForm)
  const typed = textIn(form.typed['addresses'])
  const text = form.ok ? form.value.addresses : ''
  const addresses = distinct(addressesIn(text).map(({ address }) => address))
  if (addresses.length === 0) {
    const error = words.for(viewer.reader)('tags.error.addresses')
    return show(c, platform, about, { field: 'addresses', typed, error, status: 422 })
  }
  const which = { accountId: seen.account.id, id: tag.id }
  const outcome = await transact(platform.db, (tx) => tagPeople(tx, viewer, { ...which, addresses }))
  if (!outcome.ok)
    return show(c, platform, about, { field: 'addresses', typed, ...said(viewer.reader, outcome.refusal) })
  const { unknown } = outcome.value
  if (unknown.length === 0) return seeOther(c, `${tagPath.to(seen.account.identifier, tag.id)}?done=saved`)
  return show(c, platform, about, { field: 'addresses', typed: unknown.join('\n'), unknown, status: 422 })
}
