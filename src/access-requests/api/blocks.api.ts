import { z } from 'zod'
import { seenAccount } from '../../accounts/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import { apiBlocksPath, apiLiftBlockPath } from '../../paths/rules.ts'
import { type ApiCaller, nameOf } from '../../people/index.ts'
import {
  afterId,
  cursorRefused,
  nextPage,
  type Operation,
  pageOf,
  pageQuery,
  type Problem,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { ruleWords } from '../../rules/index.ts'
import { blockPerson, type BlockRefusal, liftBlock } from '../blocks/block.ts'
import { type BlockId, type StandingBlock, standingBlocks } from '../blocks/blocks.store.ts'
import { blocksWithin } from '../domain/blocking.ts'
import { blocks } from '../domain/request.ts'
import { notFound } from './problem.api.ts'

const size = 50
const tag = 'Blocks'
const instant = z.iso.datetime({ offset: true })
const inAccount = { identifier: 'The identifier of the account.' }
const nothing = z.strictObject({})

const blockSchema = z
  .strictObject({
    id: z.uuid(),
    person: z.strictObject({ personId: z.uuid(), name: z.string(), address: z.string() }),
    blockedBy: z.string().meta({ description: 'The name of whoever blocked them.' }),
    reason: z.string(),
    blockedAt: instant,
    until: instant.nullable().meta({ description: 'Null: for ever.' }),
    virtualAccountIds: z
      .array(z.uuid())
      .nullable()
      .meta({ description: 'Only in these virtual accounts; null: in the whole account.' }),
    requestId: z.uuid().nullable().meta({ description: 'The request that was declined with it.' }),
  })
  .meta({ id: 'Block' })
const listSchema = z.strictObject({ items: z.array(blockSchema), after: nextPage }).meta({ id: 'BlockList' })
const changedSchema = z.strictObject({ id: z.uuid() }).meta({ id: 'ChangedBlock' })

const example: z.input<typeof blockSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f78',
  person: {
    personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f79',
    name: 'Zoé Martin',
    address: 'zoe@elsewhere.example',
  },
  blockedBy: 'Ana Costa',
  reason: 'They sent the same request nine times.',
  blockedAt: '2026-11-24T10:00:00.000Z',
  until: '2026-12-24T10:00:00.000Z',
  virtualAccountIds: null,
  requestId: null,
}

const body = z.strictObject({
  address: z.string().min(1).max(320).meta({
    description: 'Of somebody who has asked this account, or holds something in it.',
  }),
  howLong: z.enum(blocks),
  reason: z.string().max(8000).meta({ description: '10 to 1,000 characters; administrators read it.' }),
  virtualAccountIds: z.array(z.uuid()).max(200).optional().meta({
    description: 'Only for these virtual accounts, with what stands below them; left out: the whole account.',
  }),
})

/** The account of this identifier, and the parts of it for which they block people; null for all of it. */
async function blockedIn(db: Database | Tx, caller: ApiCaller, params: Readonly<Record<string, string>>) {
  const seen = await seenAccount(db, caller, params['identifier'] ?? '')
  const within = seen && blocksWithin(seen.rights)
  return seen && within?.length !== 0 ? { accountId: seen.account.id, within: within ?? null } : undefined
}

function shown(block: StandingBlock): z.output<typeof blockSchema> {
  const { id, personId, person, by, reason, blockedAt, until, request, virtualAccountIds } = block
  return {
    id,
    person: { personId, name: nameOf(person), address: person.address },
    blockedBy: nameOf(by),
    reason,
    blockedAt: blockedAt.toISOString(),
    until: until?.toISOString() ?? null,
    virtualAccountIds: virtualAccountIds && [...virtualAccountIds],
    requestId: request?.id ?? null,
  }
}

const codes = {
  unknown: 'unknown-person',
  own: 'own-address',
  already: 'blocked-already',
  reason: 'reason-unfit',
  places: 'not-yours',
} as const

const statuses = { unknown: 422, own: 422, already: 409, reason: 422, places: 403 } as const
const pointers = {
  unknown: '/address',
  own: '/address',
  already: '/address',
  reason: '/reason',
  places: '/virtualAccountIds',
} as const

function problemOf({ code }: BlockRefusal, { reader }: ApiCaller): Problem {
  if (code === 'not-found') return notFound
  const detail = ruleWords.for(reader)(`blocks.error.${code}`)
  const errors = [{ pointer: pointers[code], detail }]
  return { status: statuses[code], code: codes[code], detail, errors }
}

function listing({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof pageQuery>({
    id: 'listBlocks',
    tag,
    path: apiBlocksPath.pattern,
    params: inAccount,
    scope: 'requests:read',
    summary: 'List whom an account takes no request from',
    description:
      'Those that stand now, the last first, fifty at a time; for whoever administers all of it or a part.',
    query: pageQuery,
    answer: {
      description: 'A page of blocks.',
      schema: listSchema,
      example: { items: [example], after: null },
    },
    problems: [404, 422],
    async run(db, { caller, params, query }) {
      const here = await blockedIn(db, caller, params)
      if (!here) return refuse(notFound)
      const { accountId, within } = here
      const bound = { person: caller.personId, filter: `api:blocks:${accountId}`, now: caller.now }
      const after = afterId({ cursors, bound }, query.after)
      if (after === undefined) return cursorRefused(caller)
      const rows = await standingBlocks(db, accountId, { after, limit: size + 1, within })
      const page = pageOf({ cursors, bound }, rows, { size, keys: ({ id }: StandingBlock) => [id] })
      return done({ body: { items: page.rows.map(shown), after: page.after } })
    },
  })
}

const shared = { tag, scope: 'decisions:write', versioned: false } as const
const answer = { description: 'The block.', schema: changedSchema, example: { id: example.id } } as const

const adding = writing<ApiCaller, typeof body>({
  ...shared,
  id: 'blockPerson',
  path: apiBlocksPath.pattern,
  params: inAccount,
  summary: 'Take no request from somebody',
  description: 'For a time or for ever; what they hold stays as it is.',
  body,
  exampleBody: { address: example.person.address, howLong: '30_DAYS', reason: example.reason },
  status: 201,
  answer,
  problems: [403, 404, 409, 422],
  async run(tx, { caller, params, body: asked }) {
    const here = await blockedIn(tx, caller, params)
    if (!here) return refuse(notFound)
    const { accountId } = here
    const { virtualAccountIds = [], ...rest } = asked
    const places = virtualAccountIds as VirtualAccountId[]
    const blocked = await blockPerson(tx, caller, { accountId, ...rest, places })
    if (!blocked.ok) return refuse(problemOf(blocked.refusal, caller))
    return done({ body: { id: blocked.value }, object: { accountId, id: blocked.value } })
  },
})

const lifting = writing<ApiCaller, typeof nothing>({
  ...shared,
  id: 'liftBlock',
  path: apiLiftBlockPath.pattern,
  params: { ...inAccount, id: 'The id of the block.' },
  summary: 'Take requests from somebody again',
  description: 'Ends a block before its time.',
  body: null,
  status: 200,
  answer,
  problems: [404],
  async run(tx, { caller, params }) {
    const here = await blockedIn(tx, caller, params)
    if (!here) return refuse(notFound)
    const which = { accountId: here.accountId, id: (params['id'] ?? '') as BlockId }
    const lifted = await liftBlock(tx, caller, which)
    return lifted.ok ? done({ body: { id: which.id }, object: which }) : refuse(notFound)
  },
})

/** From whom an account takes no request: the same use cases as the pages. */
export function blocking(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [listing(platform), adding, lifting]
}
