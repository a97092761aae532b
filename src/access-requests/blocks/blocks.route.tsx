import { Hono } from 'hono'
import { z } from 'zod'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { blocksPath, liftBlockPath } from '../../paths/rules.ts'
import { transact } from '../../platform/db/index.ts'
import { type Env, fieldsOf, html, MalformedForm, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { ruleWords as words } from '../../rules/index.ts'
import { blocksWithin } from '../domain/blocking.ts'
import { blocks } from '../domain/request.ts'
import { mostPlaces } from '../rules/frame.page.tsx'
import { type Here, ofRules, ruledPage } from '../rules/here.route.ts'
import { ownNamed } from '../rules/written-places.route.ts'
import { blockPerson, type BlockRefusal, liftBlock } from './block.ts'
import { BlocksPage, type BlocksPageProps } from './blocks.page.tsx'
import { type BlockId, openedBlocks, type StandingBlock, standingBlocks } from './blocks.store.ts'

/** Those from whom an account or a part of it takes no request, for who administers it. */
export function blockRoutes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.get(blocksPath.pattern, ruledPage(platform, list))
  app.post(blocksPath.pattern, ruledPage(platform, add))
  app.post(liftBlockPath.pattern, ruledPage(platform, lift))
  return app
}

const flashes = { added: 'blocks.added', lifted: 'blocks.lifted' } as const

async function list(here: Here): Promise<Response> {
  const { c, platform, viewer, seen } = here
  const done = c.req.query('done') ?? ''
  const said = Object.hasOwn(flashes, done) ? flashes[done as keyof typeof flashes] : undefined
  const flash = said && ({ kind: 'success', text: words.for(viewer.reader)(said) } as const)
  const path = blocksPath.to(seen.account.identifier)
  const of = { ...partOf(here), person: viewer.personId, path }
  const { blocks: found, held } = await openedBlocks(platform.db, seen.account.id, of)
  return shown(here, found, { flash, ...(held ? { typed: held } : {}) })
}

const atATime = 30

const boundOf = ({ viewer, seen }: Here) => ({
  person: viewer.personId,
  filter: `blocks:${seen.account.id}`,
  now: viewer.now,
})

// Which of them the page shows.
function partOf(here: Here) {
  const { c, platform, seen } = here
  const cursor = c.req.query('after')
  const [after = null] = cursor ? (platform.cursors.open(cursor, boundOf(here)) ?? []) : []
  return { after, limit: atATime + 1, within: blocksWithin(seen.rights) }
}

type More = Pick<BlocksPageProps, 'typed' | 'errors' | 'flash'>

async function refused(here: Here, more: More, status: 409 | 422): Promise<Response> {
  const { platform, seen } = here
  return shown(here, await standingBlocks(platform.db, seen.account.id, partOf(here)), more, status)
}

function shown(
  here: Here,
  found: readonly StandingBlock[],
  more: More,
  status: 200 | 409 | 422 = 200,
): Response | Promise<Response> {
  const { c, platform } = here
  const bound = boundOf(here)
  const standing = found.slice(0, atATime)
  const last = found.length > atATime ? standing.at(-1) : undefined
  const next = last && platform.cursors.seal([last.id], bound)
  return html(c, <BlocksPage {...ofRules(here)} {...{ standing, next }} {...more} />, status)
}

const blockForm = z.strictObject({
  address: z.string().max(320),
  howLong: z.enum(blocks),
  reason: z.string().max(8000),
  va: z.array(z.string().refine(isId)).max(mostPlaces),
  names: z.string().max(20_000).default(''),
})

const fields: Record<Exclude<BlockRefusal['code'], 'not-found'>, string> = {
  unknown: 'address',
  own: 'address',
  already: 'address',
  reason: 'reason',
  places: 'va',
}

async function add(here: Here): Promise<Response> {
  const { c, platform, viewer, seen } = here
  const t = words.for(viewer.reader)
  const form = readForm(c, blockForm, ['va'])
  if (!form.ok) {
    const wrong = Object.keys(form.errors)
    if (wrong.some((field) => field !== 'howLong')) throw new MalformedForm(wrong[0] ?? '')
    return refused(here, { typed: form.typed, errors: { howLong: t('error.choice') } }, 422)
  }
  const { va, names, ...rest } = form.value
  const { ids, unknown } = ownNamed(seen, names)
  if (unknown.length > 0) {
    const text = t('error.names', { names: unknown.join(', ') })
    return refused(here, { typed: form.typed, errors: { names: text } }, 422)
  }
  const asked = { accountId: seen.account.id, ...rest, places: [...(va as VirtualAccountId[]), ...ids] }
  const blocked = await transact(platform.db, (tx) => blockPerson(tx, viewer, asked))
  if (blocked.ok) return seeOther(c, `${blocksPath.to(seen.account.identifier)}?done=added`)
  const { code } = blocked.refusal
  if (code === 'not-found') return c.notFound()
  const errors = { [fields[code]]: t(`blocks.error.${code}`) }
  return refused(here, { typed: form.typed, errors }, code === 'already' ? 409 : 422)
}

async function lift({ c, platform, viewer, seen }: Here): Promise<Response> {
  if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
  const id = c.req.param('id') ?? ''
  if (!isId(id)) return c.notFound()
  const which = { accountId: seen.account.id, id: id as BlockId }
  const lifted = await transact(platform.db, (tx) => liftBlock(tx, viewer, which))
  return lifted.ok ? seeOther(c, `${blocksPath.to(seen.account.identifier)}?done=lifted`) : c.notFound()
}
