import { z } from 'zod'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiAccountPath,
  apiMoveVirtualAccountPath,
  apiRenameVirtualAccountPath,
  apiRestrictVirtualAccountPath,
  apiVirtualAccountsPath,
} from '../../paths/accounts.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Given, type Operation, type Problem, reading, writing } from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { createVirtualAccount } from '../add-virtual-account/create-virtual-account.ts'
import { mayArrangeBelow, placeIn, possibleWith } from '../domain/virtual-accounts.ts'
import { words } from '../messages/index.ts'
import { type SeenAccount, seenAccount } from '../sight.ts'
import { opensTab } from '../tabs.ts'
import { renameVirtualAccount, restrictVirtualAccount } from '../virtual-accounts/change-virtual-account.ts'
import { effectsOfMove, mayMove, moveVirtualAccount } from '../virtual-accounts/move-virtual-account.ts'
import { foundIn, treeSeen } from '../virtual-accounts/seen-tree.ts'
import {
  accountSchema,
  changedSchema,
  effectsSchema,
  exampleAccount,
  exampleChanged,
  exampleEffects,
  examplePlace,
  placesSchema,
  shownAccount,
  shownEffects,
  shownPlace,
} from './virtual-accounts.schema.ts'

const rowsAPage = 100
const notFound: Problem = { status: 404, code: 'not-found' }
const inAccount = { identifier: 'The identifier of the account.' }
const ofPlace = { ...inAccount, place: 'The id of the virtual account.' }

type Asked = { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> }
type Refused = { readonly code: string; readonly max?: number; readonly other?: string }

async function seenBy(db: Database | Tx, { caller, params }: Asked): Promise<SeenAccount | undefined> {
  const seen = await seenAccount(db, caller, params['identifier'] ?? '')
  return seen && opensTab(seen, 'virtual-accounts') ? seen : undefined
}

/** The virtual account in the address, with its account, when the caller sees both. */
async function placeSeenBy(db: Database | Tx, asked: Asked) {
  const seen = await seenBy(db, asked)
  const id = asked.params['place'] ?? ''
  if (!seen || !isId(id)) return undefined
  const place = placeIn(treeSeen(seen), id as VirtualAccountId) && placeIn(seen.tree, id as VirtualAccountId)
  return place && { seen, place, which: { account: seen.account.id, id: place.id } }
}

const naming = ['name-unfit', 'name-taken', 'looks-like'] as const
const placed = ['unknown-parent', 'below-itself', 'too-many', 'too-deep', 'changed-meanwhile'] as const

/** A refusal as a problem, in the sentence of the pages. */
function problemOf(refusal: Refused, { reader }: ApiCaller): Problem {
  const t = words.for(reader) as (key: string, values?: Record<string, unknown>) => string
  const { code, max = 0, other = '' } = refusal
  if (naming.some((one) => one === code)) {
    const detail = code === 'looks-like' ? t('va.looks-like-title', { name: other }) : t(`va.error.${code}`)
    return { status: code === 'looks-like' ? 409 : 422, code, detail, errors: [{ pointer: '/name', detail }] }
  }
  if (placed.some((one) => one === code)) {
    const key = code === 'changed-meanwhile' ? 'va.move-changed' : `va.error.${code}`
    return {
      status: 409,
      code: code === 'too-many' ? 'too-many-virtual-accounts' : code,
      detail: t(key, { max }),
    }
  }
  return notFound
}

const account = reading<ApiCaller, z.ZodObject<Record<never, never>>>({
  id: 'readAccount',
  tag: 'Accounts',
  path: apiAccountPath.pattern,
  params: inAccount,
  scope: 'requests:read',
  summary: 'Read the properties of an account',
  description: 'What an account that you belong to says of itself.',
  query: z.strictObject({}),
  answer: { description: 'The account.', schema: accountSchema, example: exampleAccount },
  problems: [404],
  async run(db, { caller, params }) {
    const seen = await seenAccount(db, caller, params['identifier'] ?? '')
    return seen ? done({ body: shownAccount(seen.account) }) : refuse(notFound)
  },
})

const query = z.strictObject({
  find: z.string().max(100).optional().meta({ description: 'A part of a name.' }),
  after: z.uuid().optional().meta({ description: 'Where the page before ended: its `after`.' }),
})

const listing = reading<ApiCaller, typeof query>({
  id: 'listVirtualAccounts',
  tag: 'Accounts',
  path: apiVirtualAccountsPath.pattern,
  params: inAccount,
  scope: 'requests:read',
  summary: 'List virtual accounts',
  description:
    'The virtual accounts that you see, a hundred at a time, in the order of the tree: each before those below it.',
  query,
  answer: {
    description: 'A page of virtual accounts.',
    schema: placesSchema,
    example: { items: [examplePlace], after: null },
  },
  problems: [404, 422],
  async run(db, call) {
    const seen = await seenBy(db, call)
    if (!seen) return refuse(notFound)
    const tree = treeSeen(seen)
    const { find = '', after } = call.query
    const all = foundIn(tree, find.trim())
    const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
    const rows = all.slice(from, from + rowsAPage)
    const more = from + rowsAPage < all.length
    return done({
      body: {
        items: rows.map((one) => shownPlace(tree, one)),
        after: more ? (rows.at(-1)?.id ?? null) : null,
      },
    })
  },
})

const despite = z.string().max(100).optional().meta({
  description: 'The name that a refusal said it looks like, to take it all the same.',
})
const newBody = z.strictObject({
  name: z.string().max(1_000),
  parentId: z.uuid().nullable().meta({ description: 'The one it stands under; null for the top.' }),
  restricted: z.boolean().optional(),
  despite,
})

const creating = writing<ApiCaller, typeof newBody>({
  id: 'createVirtualAccount',
  tag: 'Accounts',
  path: apiVirtualAccountsPath.pattern,
  params: inAccount,
  scope: 'decisions:write',
  summary: 'Add a virtual account',
  description:
    'At the top for account administrators, below their own for administrators of a virtual account.',
  body: newBody,
  exampleBody: { name: 'Paris Nord', parentId: exampleChanged.id },
  status: 201,
  versioned: false,
  answer: { description: 'The id of the new one.', schema: changedSchema, example: exampleChanged },
  problems: [404, 409, 422],
  async run(tx, call): Promise<Outcome<Given, Problem>> {
    const seen = await seenBy(tx, call)
    if (!seen) return refuse(notFound)
    const { name, parentId, restricted = false, despite: known = null } = call.body
    const asked = { account: seen.account.id, name, restricted, despite: known }
    const parent = parentId as VirtualAccountId | null
    const made = await createVirtualAccount(tx, call.caller, { ...asked, parentId: parent })
    if (!made.ok) return refuse(problemOf(made.refusal, call.caller))
    return done({ body: { id: made.value }, object: { accountId: seen.account.id, id: made.value } })
  },
})

const renameBody = z.strictObject({ name: z.string().max(1_000), despite })

const renaming = writing<ApiCaller, typeof renameBody>({
  id: 'renameVirtualAccount',
  tag: 'Accounts',
  path: apiRenameVirtualAccountPath.pattern,
  params: ofPlace,
  scope: 'decisions:write',
  summary: 'Rename a virtual account',
  description: 'Gives it another name; roles and open requests stay as they are. DEFAULT keeps its name.',
  body: renameBody,
  exampleBody: { name: 'Paris Sud' },
  status: 200,
  versioned: false,
  answer: { description: 'Which was renamed.', schema: changedSchema, example: exampleChanged },
  problems: [404, 409, 422],
  async run(tx, call): Promise<Outcome<Given, Problem>> {
    const found = await placeSeenBy(tx, call)
    if (!found) return refuse(notFound)
    const { name, despite: known = null } = call.body
    const asked = { ...found.which, name, before: null, despite: known }
    const renamed = await renameVirtualAccount(tx, call.caller, asked)
    return renamed.ok
      ? done({ body: { id: found.place.id } })
      : refuse(problemOf(renamed.refusal, call.caller))
  },
})

const restrictBody = z.strictObject({ restricted: z.boolean() })

const restricting = writing<ApiCaller, typeof restrictBody>({
  id: 'restrictVirtualAccount',
  tag: 'Accounts',
  path: apiRestrictVirtualAccountPath.pattern,
  params: ofPlace,
  scope: 'decisions:write',
  summary: 'Restrict a virtual account, or no longer',
  description: 'A restricted one is found only by its exact name.',
  body: restrictBody,
  exampleBody: { restricted: true },
  status: 200,
  versioned: false,
  answer: { description: 'Which was changed.', schema: changedSchema, example: exampleChanged },
  problems: [404],
  async run(tx, call): Promise<Outcome<Given, Problem>> {
    const found = await placeSeenBy(tx, call)
    if (!found) return refuse(notFound)
    const asked = { ...found.which, restricted: call.body.restricted }
    const changed = await restrictVirtualAccount(tx, call.caller, asked)
    return changed.ok ? done({ body: { id: found.place.id } }) : refuse(notFound)
  },
})

const to = z
  .union([z.uuid(), z.literal('top')])
  .meta({ description: 'The id of the one above, or `top`, also where nothing is said.' })
const moveQuery = z.strictObject({ to: to.optional() })
const parentOf = (where = 'top') => (where === 'top' ? null : (where as VirtualAccountId))

const previewing = reading<ApiCaller, typeof moveQuery>({
  id: 'previewMove',
  tag: 'Accounts',
  path: apiMoveVirtualAccountPath.pattern,
  params: ofPlace,
  scope: 'requests:read',
  summary: 'See what a move would change',
  description:
    'Who would gain or lose what, and which open requests other people would decide. Nothing changes.',
  query: moveQuery,
  answer: { description: 'The effects.', schema: effectsSchema, example: exampleEffects },
  problems: [404, 409, 422],
  async run(db, call) {
    const found = await placeSeenBy(db, call)
    const parentId = parentOf(call.query.to)
    if (!found || !possibleWith(found.seen.rights, found.place).move) return refuse(notFound)
    if (!mayArrangeBelow(found.seen.rights, parentId)) return refuse(notFound)
    const { seen, place } = found
    const allowed = mayMove(seen.tree, place, parentId)
    if (!allowed.ok) return refuse(problemOf(allowed.refusal, call.caller))
    const effects = await effectsOfMove(db, seen.tree, { place, parent: allowed.value })
    return done({ body: shownEffects(place.id, effects) })
  },
})

const moveBody = z.strictObject({ to, mark: z.string().max(100).optional() })

const moving = writing<ApiCaller, typeof moveBody>({
  id: 'moveVirtualAccount',
  tag: 'Accounts',
  path: apiMoveVirtualAccountPath.pattern,
  params: ofPlace,
  scope: 'decisions:write',
  summary: 'Move a virtual account',
  description:
    'Moves it with all below it. With the `mark` of a preview it moves only if its effects are still the same.',
  body: moveBody,
  exampleBody: { to: 'top', mark: exampleEffects.mark },
  status: 200,
  versioned: false,
  answer: { description: 'What it changed.', schema: effectsSchema, example: exampleEffects },
  problems: [404, 409],
  async run(tx, call): Promise<Outcome<Given, Problem>> {
    const found = await placeSeenBy(tx, call)
    if (!found) return refuse(notFound)
    const asked = { ...found.which, parentId: parentOf(call.body.to), mark: call.body.mark ?? null }
    const moved = await moveVirtualAccount(tx, call.caller, asked)
    if (!moved.ok) return refuse(problemOf(moved.refusal, call.caller))
    return done({ body: shownEffects(found.place.id, moved.value) })
  },
})

/** What the API offers about an account and its virtual accounts. */
export const virtualAccountOperations: readonly Operation<ApiCaller>[] = [
  account,
  listing,
  creating,
  renaming,
  restricting,
  previewing,
  moving,
]
