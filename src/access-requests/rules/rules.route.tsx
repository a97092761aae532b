import { Hono } from 'hono'
import { z } from 'zod'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { accountRulesPath } from '../../paths/accounts.ts'
import {
  changeRulesPath,
  manualOnlyPath,
  newRulePath,
  rulePath,
  ruleVersionsPath,
} from '../../paths/rules.ts'
import { transact } from '../../platform/db/index.ts'
import { type Env, html, MalformedForm, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { lockRules, ruleWords as words, versionsOf } from '../../rules/index.ts'
import { changeRule, editRule, newRule, writeRule } from './change.route.tsx'
import { changesAll, ownPlaces } from './frame.page.tsx'
import { type Here, ofRules, ruledPage } from './here.route.ts'
import { showList } from './list.route.tsx'
import { ownNamed } from './written-places.route.ts'
import { VersionsPage } from './versions.page.tsx'

/** The rules of an account: their list, their forms, their rehearsals, their history. */
export function ruleRoutes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  app.get(accountRulesPath.pattern, ruledPage(platform, list))
  app.get(newRulePath.pattern, ruledPage(platform, newRule))
  app.post(newRulePath.pattern, ruledPage(platform, writeRule))
  app.get(ruleVersionsPath.pattern, ruledPage(platform, versions))
  app.get(changeRulesPath.pattern, ruledPage(platform, back))
  app.post(changeRulesPath.pattern, ruledPage(platform, changeRule))
  app.get(manualOnlyPath.pattern, ruledPage(platform, back))
  app.post(manualOnlyPath.pattern, ruledPage(platform, lock))
  app.get(rulePath.pattern, ruledPage(platform, editRule))
  app.post(rulePath.pattern, ruledPage(platform, writeRule))
  return app
}

const back = ({ c, seen }: Here) => seeOther(c, accountRulesPath.to(seen.account.identifier))

const flashes = { saved: 'rules.saved', locked: 'rules.locked', unchanged: 'rules.unchanged' } as const

async function list(here: Here): Promise<Response> {
  const done = here.c.req.query('done') ?? ''
  const said = Object.hasOwn(flashes, done) ? flashes[done as keyof typeof flashes] : undefined
  const t = words.for(here.viewer.reader)
  return showList(here, said ? { flash: { kind: 'success', text: t(said) } } : {})
}

const lockForm = z.strictObject({
  version: z.coerce.number().int().nonnegative(),
  locked: z.array(z.string().refine((one) => one === 'whole' || isId(one))).max(6000),
  names: z.string().max(20_000).default(''),
})

async function lock(here: Here): Promise<Response> {
  const { c, platform, viewer, seen } = here
  const form = readForm(c, lockForm, ['locked'])
  if (!form.ok) throw new MalformedForm('locked')
  const t = words.for(viewer.reader)
  const { ids, unknown } = ownNamed(seen, form.value.names)
  if (unknown.length > 0) {
    const refused = t('error.names', { names: unknown.join(', ') })
    return showList(here, { refused, typed: form.typed }, 422)
  }
  const ticked = form.value.locked.map((one) => (one === 'whole' ? null : (one as VirtualAccountId)))
  const places = [...ticked, ...ids]
  const asked = { accountId: seen.account.id, places, version: form.value.version }
  const saved = await transact(platform.db, (tx) => lockRules(tx, viewer, asked))
  if (saved.ok) {
    platform.wake()
    const done = saved.value === 'saved' ? 'locked' : 'unchanged'
    return seeOther(c, `${accountRulesPath.to(seen.account.identifier)}?done=${done}`)
  }
  if (saved.refusal.code === 'not-found') return c.notFound()
  return showList(here, { refused: t('rules.changed-meanwhile'), typed: form.typed }, 409)
}

const atATime = 30

async function versions(here: Here): Promise<Response> {
  const { c, platform, viewer, seen } = here
  const bound = { person: viewer.personId, filter: `rules:${seen.account.id}`, now: viewer.now }
  const cursor = c.req.query('after')
  const [after = null] = cursor ? (platform.cursors.open(cursor, bound) ?? []) : []
  const places = changesAll(seen) ? 'ALL' : ownPlaces(seen).map(({ id }) => id)
  const part = { places, after, limit: atATime + 1 } as const
  const found = await versionsOf(platform.db, seen.account.id, part)
  const shown = found.slice(0, atATime)
  const last = found.length > atATime ? shown.at(-1) : undefined
  const next = last && platform.cursors.seal([last.id], bound)
  return html(c, <VersionsPage {...ofRules(here)} versions={shown} next={next} />)
}
