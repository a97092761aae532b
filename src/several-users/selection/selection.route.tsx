import { Hono } from 'hono'
import { customRolesOf, type SeenAccount } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import { placesSeen } from '../../members/index.ts'
import { carriedOutCsvPath, chosenUsersPath } from '../../paths/members.ts'
import { frameOf, type Viewer } from '../../people/index.ts'
import {
  type Ctx,
  csv,
  type Env,
  type FieldErrors,
  html,
  readForm,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { peopleToTag, tagsOf } from '../../tags/index.ts'
import { actForm } from '../choose-act/choose-act.form.ts'
import { ChooseActPage } from '../choose-act/choose-act.page.tsx'
import { chooseAct, roleIn } from '../choose-act/choose-act.ts'
import { chosenPeople, grantsByIds, grantsHeldBy } from '../chosen.query.ts'
import { words } from '../messages/index.ts'
import { findSelection, type Item, type KeptAct, type Selection } from '../selections.store.ts'
import { changingSeveral } from '../seeing.ts'
import { type Line, sayHeldIn, sayOutcome } from './line.ts'
import { SelectionPage } from './selection.page.tsx'
import { isLeft, stageOf } from './stages.ts'

const linesAPage = 100

type Found = { readonly viewer: Viewer; readonly seen: SeenAccount; readonly selection: Selection }

/** Several users who were chosen: what is to happen, what becomes of each, how far it is, and the result as a file. */
export function selectionRoutes(platform: Platform): Hono<Env> {
  const found = (then: (c: Ctx, found: Found) => Promise<Response>) =>
    changingSeveral(platform, async (c, viewer, seen) => {
      const id = c.req.param('id') ?? ''
      const selection = isId(id) ? await findSelection(platform.db, { by: viewer.personId, id }) : undefined
      if (selection?.accountId !== seen.account.id) return c.notFound()
      return then(c, { viewer, seen, selection })
    })
  return new Hono<Env>()
    .get(
      chosenUsersPath.pattern,
      found((c, one) => show(c, platform, one)),
    )
    .post(
      chosenUsersPath.pattern,
      found((c, one) => plan(c, platform, one)),
    )
    .get(
      carriedOutCsvPath.pattern,
      found((c, one) => give(c, platform, one)),
    )
}

function show(c: Ctx, platform: Platform, found: Found): Promise<Response> {
  const stage = stageOf(found.selection)
  const isAsked = stage === 'choose' || (stage === 'plan' && c.req.query('other') !== undefined)
  return isAsked ? ask(c, platform, found) : showLines(c, platform, found)
}

const sightOf = ({ seen }: Found) => ({
  tree: seen.tree,
  within: placesSeen(seen),
  tagging: peopleToTag(seen.rights),
})

async function ask(
  c: Ctx,
  platform: Platform,
  found: Found,
  again: { typed?: Typed; errors?: FieldErrors; problem?: string; status?: number } = {},
): Promise<Response> {
  const { db } = platform
  const { viewer, seen, selection } = found
  const { accountId, people } = selection
  const { within, tagging } = sightOf(found)
  const rows = await chosenPeople(db, { accountId, people, within, tagging })
  const grants = (await grantsHeldBy(db, accountId, people)).filter(
    ({ virtualAccountId: id }) => within === null || (id !== null && within.includes(id)),
  )
  const { status = 200, ...rest } = again
  return html(
    c,
    <ChooseActPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      id={selection.id}
      people={rows.filter(({ isInSight }) => isInSight)}
      grants={grants}
      ownRoles={await customRolesOf(db, accountId)}
      tags={await tagsOf(db, accountId)}
      {...rest}
    />,
    status as 200,
  )
}

async function plan(c: Ctx, platform: Platform, found: Found): Promise<Response> {
  const { viewer, seen, selection } = found
  const path = chosenUsersPath.to(seen.account.identifier, selection.id)
  const form = readForm(c, actForm(seen.account.timeZone))
  const { typed } = form
  // Whatever is typed now comes too late; the page shows how far it is.
  if (selection.startedAt !== null) return seeOther(c, path)
  if (!form.ok) return ask(c, platform, found, { typed, errors: form.errors, status: 422 })
  const sight = sightOf(found)
  const planned = await chooseAct(platform.db, viewer, { selection, act: form.value, sight })
  if (planned.ok) return seeOther(c, path)
  const problem = words.for(viewer.reader)(`act.refused.${planned.refusal.code}`)
  return ask(c, platform, found, { typed, problem, status: 409 })
}

async function linesOf({ db }: Platform, found: Found, items: readonly Item[]): Promise<Line[]> {
  const { accountId } = found.selection
  const { within, tagging } = sightOf(found)
  const people = [...new Set(items.map(({ personId }) => personId))]
  const rows = await chosenPeople(db, { accountId, people, within, tagging })
  const byId = new Map(rows.map((row) => [row.personId, row]))
  const ids = items.flatMap(({ grantId, seen }) => (grantId === null ? seen : [grantId]))
  const grants = await grantsByIds(db, accountId, ids)
  return items.map((item) => {
    const mine = item.grantId === null ? item.seen : [item.grantId]
    const held = mine.flatMap((id) => grants.get(id) ?? [])
    const visible = held.filter(
      ({ virtualAccountId: id }) => within === null || (id !== null && within.includes(id)),
    )
    return { item, person: byId.get(item.personId), held: visible }
  })
}

/** The role that is given, and what the tag that it is about is called. */
async function namesIn({ db }: Platform, { accountId }: Selection, act: KeptAct) {
  if (act.kind === 'ROLE') return { to: roleIn(act.to, await customRolesOf(db, accountId)), tag: '' }
  if (act.kind !== 'TAG' && act.kind !== 'UNTAG') return { to: undefined, tag: '' }
  const tag = (await tagsOf(db, accountId)).find(({ id }) => id === act.tag)
  return { to: undefined, tag: tag?.name ?? '' }
}

function startOf(c: Ctx): number {
  return Math.max(0, Number.parseInt(c.req.query('from') ?? '0', 10) || 0)
}

async function showLines(c: Ctx, platform: Platform, found: Found): Promise<Response> {
  const { viewer, seen, selection } = found
  const { act, items } = selection
  if (!act) return c.notFound()
  const onlyLeft = c.req.query('show') === 'left'
  const from = startOf(c)
  const wanted = onlyLeft ? items.filter(isLeft) : items
  const lines = await linesOf(platform, found, wanted.slice(from, from + linesAPage))
  const named = await namesIn(platform, selection, act)
  return html(
    c,
    <SelectionPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      selection={selection}
      shown={{ act, to: named.to }}
      tag={named.tag}
      lines={lines}
      onlyLeft={onlyLeft}
      next={from + linesAPage < wanted.length ? from + linesAPage : undefined}
    />,
  )
}

async function give(c: Ctx, platform: Platform, found: Found): Promise<Response> {
  const { viewer, seen, selection } = found
  if (selection.startedAt === null) return c.notFound()
  const { reader } = viewer
  const t = words.for(reader)
  const heading = [t('csv.name'), t('csv.address'), t('csv.held'), t('csv.result'), t('csv.why')]
  const lines = (await linesOf(platform, found, selection.items)).map((line) => {
    const { result, why } = sayOutcome(reader, line)
    const { name = '', address = '' } = line.person ?? {}
    return [name, address, sayHeldIn({ reader, seen }, line).join('; '), result, why]
  })
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="result.csv"')
  return c.body(csv([heading, ...lines]))
}
