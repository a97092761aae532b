import { z } from 'zod'
import { managedAccount, type SeenAccount } from '../../accounts/index.ts'
import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { distinct } from '../../members/domain/sheet.ts'
import {
  apiDeleteTagPath,
  apiRenameTagPath,
  apiTagPath,
  apiTagPeoplePath,
  apiTagPlacesPath,
  apiTagsPath,
  apiUntagPersonPath,
} from '../../paths/tags.ts'
import type { ApiCaller } from '../../people/index.ts'
import {
  afterId,
  cursorRefused,
  type Given,
  type Operation,
  pageOf,
  pageQuery,
  type Problem,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { makeTag, removeTag, renameTag } from '../change-tag/change-tag.ts'
import { mayMakeTags, type TagId, type TagRefusal } from '../domain/tags.ts'
import { peopleWithin, tagPeople, tagPlaces, untagPerson } from '../put/put-tag.ts'
import { sayRefusal } from '../say.ts'
import {
  findTag,
  peopleOfTag,
  placesOfTag,
  type StoredTag,
  type Tagged,
  tagsOf,
  type WhichTag,
} from '../tags.store.ts'
import {
  changedSchema,
  exampleTag,
  exampleTagPage,
  nameBody,
  peopleBody,
  placesBody,
  taggedPeopleSchema,
  tagListSchema,
  tagPageSchema,
  untagBody,
} from './tag.schema.ts'

const size = 50
const notFound: Problem = { status: 404, code: 'not-found' }
const inAccount = { identifier: 'The identifier of the account.' }
const ofTag = { ...inAccount, id: 'The id of the tag.' }
const nothing = z.strictObject({})

type Asked = { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> }
type Nothing = typeof nothing

async function seenBy(db: Database | Tx, { caller, params }: Asked): Promise<SeenAccount | undefined> {
  const seen = await managedAccount(db, caller, params['identifier'] ?? '')
  return seen && mayMakeTags(seen.rights) ? seen : undefined
}

const shown = ({ id, name, places, people }: StoredTag) => ({ id, name, virtualAccounts: places, people })

function problemOf(refusal: TagRefusal, { reader }: ApiCaller): Problem {
  if (refusal.code === 'not-found') return notFound
  const { status, text, field } = sayRefusal(reader, refusal)
  const code = refusal.code === 'too-many' ? 'too-many-tags' : refusal.code
  const errors = field === undefined ? undefined : [{ pointer: '/name', detail: text }]
  return { status, code, detail: text, errors }
}

const listing = reading<ApiCaller, Nothing>({
  id: 'listTags',
  tag: 'Tags',
  path: apiTagsPath.pattern,
  params: inAccount,
  scope: 'requests:read',
  summary: 'List the custom tags of an account',
  description: 'All of them by name, with how many virtual accounts and people carry each.',
  query: nothing,
  answer: { description: 'The tags.', schema: tagListSchema, example: { items: [exampleTag] } },
  problems: [404],
  async run(db, asked) {
    const seen = await seenBy(db, asked)
    if (!seen) return refuse(notFound)
    return done({ body: { items: (await tagsOf(db, seen.account.id)).map(shown) } })
  },
})

function readingOne({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof pageQuery>({
    id: 'readTag',
    tag: 'Tags',
    path: apiTagPath.pattern,
    params: ofTag,
    scope: 'requests:read',
    summary: 'Read a custom tag',
    description: 'The virtual accounts that carry it, and the people who do, fifty at a time.',
    query: pageQuery,
    answer: { description: 'The tag.', schema: tagPageSchema, example: exampleTagPage },
    problems: [404, 422],
    async run(db, { caller, params, query }) {
      const seen = await seenBy(db, { caller, params })
      const which = seen && { accountId: seen.account.id, id: params['id'] ?? '' }
      const tag = which && (await findTag(db, which))
      if (!seen || !which || !tag) return refuse(notFound)
      const bound = { person: caller.personId, filter: `api:tag:${tag.id}`, now: caller.now }
      const after = afterId({ cursors, bound }, query.after)
      if (after === undefined) return cursorRefused(caller)
      const within = peopleWithin(seen.rights)
      const places = await placesOfTag(db, which)
      const rows = await peopleOfTag(db, { ...which, within, after, most: size + 1 })
      const keys = ({ personId }: Tagged) => [personId]
      const page = pageOf({ cursors, bound }, rows, { size, keys })
      const items = page.rows.map(({ personId, name, address }) => ({ personId, name, address }))
      return done({ body: { tag: shown(tag), virtualAccountIds: places, items, after: page.after } })
    },
  })
}

const shared = {
  tag: 'Tags',
  scope: 'decisions:write',
  params: ofTag,
  status: 200,
  versioned: false,
} as const
const changed = { description: 'The tag.', schema: changedSchema, example: { id: exampleTag.id } } as const

const making = writing<ApiCaller, typeof nameBody>({
  ...shared,
  params: inAccount,
  id: 'createTag',
  path: apiTagsPath.pattern,
  summary: 'Make a custom tag',
  description: 'A word of the account’s own for virtual accounts and people. It gives nobody any right.',
  body: nameBody,
  exampleBody: { name: 'contractor' },
  status: 201,
  answer: changed,
  problems: [404, 409, 422],
  async run(tx, { caller, params, body }) {
    const seen = await seenBy(tx, { caller, params })
    if (!seen) return refuse(notFound)
    const accountId = seen.account.id
    const made = await makeTag(tx, caller, { accountId, name: body.name })
    if (!made.ok) return refuse(problemOf(made.refusal, caller))
    return done({ body: { id: made.value }, object: { accountId, id: made.value } })
  },
})

/** Does something to the tag in the address, when the caller sees the account's tags. */
async function act(
  tx: Tx,
  asked: Asked,
  run: (which: WhichTag) => Promise<Outcome<TagId, TagRefusal>>,
): Promise<Outcome<Given, Problem>> {
  const seen = await seenBy(tx, asked)
  if (!seen) return refuse(notFound)
  const which = { accountId: seen.account.id, id: asked.params['id'] ?? '' }
  const outcome = await run(which)
  if (!outcome.ok) return refuse(problemOf(outcome.refusal, asked.caller))
  return done({ body: { id: outcome.value }, object: which })
}

const renaming = writing<ApiCaller, typeof nameBody>({
  ...shared,
  id: 'renameTag',
  path: apiRenameTagPath.pattern,
  summary: 'Rename a custom tag',
  description: 'For who may change tags of the whole account.',
  body: nameBody,
  exampleBody: { name: 'contractor' },
  answer: changed,
  problems: [403, 404, 422],
  run: (tx, { body: { name }, ...asked }) =>
    act(tx, asked, (which) => renameTag(tx, asked.caller, { ...which, name })),
})

const deleting = writing<ApiCaller, Nothing>({
  ...shared,
  id: 'deleteTag',
  path: apiDeleteTagPath.pattern,
  summary: 'Delete a custom tag',
  description: 'Takes it off everything at once. Nobody’s rights change.',
  body: null,
  answer: changed,
  problems: [403, 404],
  run: (tx, asked) => act(tx, asked, (which) => removeTag(tx, asked.caller, which)),
})

const placing = writing<ApiCaller, typeof placesBody>({
  ...shared,
  id: 'tagVirtualAccounts',
  path: apiTagPlacesPath.pattern,
  summary: 'Put a tag on virtual accounts',
  description: 'Says which ones carry it from now on.',
  body: placesBody,
  exampleBody: { virtualAccountIds: exampleTagPage.virtualAccountIds },
  answer: changed,
  problems: [403, 404],
  run: (tx, { body, ...asked }) =>
    act(tx, asked, (which) =>
      tagPlaces(tx, asked.caller, { ...which, chosen: body.virtualAccountIds as VirtualAccountId[] }),
    ),
})

const tagging = writing<ApiCaller, typeof peopleBody>({
  ...shared,
  id: 'tagPeople',
  path: apiTagPeoplePath.pattern,
  summary: 'Put a tag on people',
  description: 'Users of the account, by their addresses; whoever carries it already keeps it.',
  body: peopleBody,
  exampleBody: { addresses: ['luc@acme.example'] },
  answer: {
    description: 'How many carry it now who did not, and who is no user.',
    schema: taggedPeopleSchema,
    example: { tagged: 1, unknown: [] },
  },
  problems: [403, 404],
  async run(tx, { caller, params, body }) {
    const seen = await seenBy(tx, { caller, params })
    if (!seen) return refuse(notFound)
    const which = { accountId: seen.account.id, id: params['id'] ?? '' }
    const outcome = await tagPeople(tx, caller, { ...which, addresses: distinct(body.addresses) })
    if (!outcome.ok) return refuse(problemOf(outcome.refusal, caller))
    return done({ body: outcome.value, object: which })
  },
})

const untagging = writing<ApiCaller, typeof untagBody>({
  ...shared,
  id: 'untagPerson',
  path: apiUntagPersonPath.pattern,
  summary: 'Take a tag off somebody',
  description: 'Nothing happens when they do not carry it.',
  body: untagBody,
  exampleBody: { personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73' },
  answer: changed,
  problems: [403, 404],
  run: (tx, { body, ...asked }) =>
    act(tx, asked, (which) => untagPerson(tx, asked.caller, { ...which, person: body.personId as PersonId })),
})

/** What the API offers about custom tags: the same use cases as the pages. */
export function operations(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [listing, readingOne(platform), making, renaming, deleting, placing, tagging, untagging]
}
