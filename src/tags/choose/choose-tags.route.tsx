import { Hono } from 'hono'
import { z } from 'zod'
import { managedAccount, placeName, type SeenAccount } from '../../accounts/index.ts'
import { isId, type PersonId, type VirtualAccountId } from '../../kernel/id.ts'
import { virtualAccountPath } from '../../paths/accounts.ts'
import { userPath } from '../../paths/members.ts'
import { placeTagsPath, userTagsPath } from '../../paths/tags.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { mayMakeTags, mayTagPlace, mostTags } from '../domain/tags.ts'
import { peopleWithin } from '../put/put-tag.ts'
import { sayRefusal } from '../say.ts'
import { tagsOf, tagsOnPlace, userWithTags } from '../tags.store.ts'
import { ChooseTagsPage, type ChooseTagsPageProps } from './choose-tags.page.tsx'
import type { Carrier } from '../change-tag/change-tag.ts'
import { chooseTags } from './choose-tags.ts'

const ids = z.array(z.string().refine(isId)).max(mostTags)
const form = z.strictObject({ before: ids, tag: ids, name: z.string().max(400) })

type About = Pick<ChooseTagsPageProps, 'seen' | 'of' | 'name' | 'under' | 'back' | 'action'> & {
  readonly viewer: Viewer
  readonly carrier: Carrier
  readonly carried: readonly string[]
}
type Find = (platform: Platform, seen: SeenAccount, id: string) => Promise<Omit<About, 'viewer'> | undefined>

/** The tags of one virtual account, and of one user: a page each, and the change. */
export function chooseTagsRoutes(platform: Platform): Hono<Env> {
  const about = (find: Find, then: (c: Ctx, about: About) => Promise<Response>) =>
    page({
      who: signedIn(platform),
      async show(c, viewer) {
        const seen = await managedAccount(platform.db, viewer, c.req.param('identifier') ?? '')
        const id = c.req.param('id') ?? ''
        const found = seen && mayMakeTags(seen.rights) && isId(id) && (await find(platform, seen, id))
        return found ? then(c, { ...found, viewer }) : c.notFound()
      },
    })
  const routes = new Hono<Env>()
  for (const [{ pattern }, find] of [
    [placeTagsPath, findPlace],
    [userTagsPath, findPerson],
  ] as const) {
    routes.get(
      pattern,
      about(find, (c, one) => show(c, platform, one)),
    )
    routes.post(
      pattern,
      about(find, (c, one) => act(c, platform, one)),
    )
  }
  return routes
}

const findPlace: Find = async ({ db }, seen, id) => {
  const place = seen.tree.virtualAccounts.find((one) => one.id === id)
  if (!place || !mayTagPlace(seen.rights, place.id)) return undefined
  const { identifier } = seen.account
  const back = virtualAccountPath.to(identifier, place.id)
  return {
    seen,
    of: 'virtual-accounts',
    name: place.name,
    under: [{ label: placeName(seen.tree, place.id), href: back }],
    back,
    action: placeTagsPath.to(identifier, id),
    carrier: { place: id as VirtualAccountId },
    carried: await tagsOnPlace(db, seen.account.id, place.id),
  }
}

const findPerson: Find = async ({ db }, seen, id) => {
  const of = { person: id as PersonId, places: peopleWithin(seen.rights) }
  const user = await userWithTags(db, seen.account.id, of)
  if (!user) return undefined
  const { identifier } = seen.account
  const back = userPath.to(identifier, id)
  return {
    seen,
    of: 'users',
    name: user.name,
    under: [{ label: user.name, href: back }],
    back,
    action: userTagsPath.to(identifier, id),
    carrier: { person: user.personId },
    carried: user.tags,
  }
}

type Again = Partial<Pick<ChooseTagsPageProps, 'typed' | 'error' | 'problem' | 'before' | 'chosen'>>

async function show(
  c: Ctx,
  platform: Platform,
  about: About,
  { status = 200, ...again }: Again & { readonly status?: 200 | 403 | 404 | 409 | 422 } = {},
): Promise<Response> {
  const { viewer, carried, seen, of, name, under, back, action } = about
  const tags = await tagsOf(platform.db, seen.account.id)
  const frame = frameOf(c, platform, viewer)
  const shown = { frame, seen, tags, of, name, under, back, action, before: carried, chosen: carried }
  return html(c, <ChooseTagsPage {...shown} {...again} />, status)
}

async function act(c: Ctx, platform: Platform, about: About): Promise<Response> {
  const { viewer, seen, carrier } = about
  const read = readForm(c, form, ['before', 'tag'])
  if (!read.ok) return show(c, platform, about, { status: 422 })
  const { before, tag: chosen, name: typed } = read.value
  const name = typed.trim()
  const accountId = seen.account.id
  const outcome = await transact(platform.db, (tx) =>
    chooseTags(tx, viewer, { accountId, carrier, before, chosen, name }),
  )
  if (outcome.ok) return seeOther(c, `${about.back}?done=tagged`)
  const { text, status, field } = sayRefusal(viewer.reader, outcome.refusal)
  const said = field ? { error: text } : { problem: text }
  return show(c, platform, about, { before, chosen, typed, ...said, status })
}
