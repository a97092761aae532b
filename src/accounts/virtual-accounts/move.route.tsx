import { Hono } from 'hono'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { moveVirtualAccountPath, virtualAccountPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import {
  command,
  type Ctx,
  type Env,
  html,
  MalformedForm,
  page,
  seeOther,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { withChildren } from '../domain/rights.ts'
import type { NamedVirtualAccount } from '../domain/tree.ts'
import { mayArrangeBelow, mayStandBelow, placing, possibleWith } from '../domain/virtual-accounts.ts'
import { words } from '../messages/index.ts'
import { MovePage, MovePreviewPage } from './move.page.tsx'
import { effectsOfMove, mayMove, moveVirtualAccount, type MoveRefusal } from './move-virtual-account.ts'
import type { OfPlace } from './place.page.tsx'
import { foundIn } from './seen-tree.ts'
import { placeInPath } from './tree.route.tsx'
import { moveForm } from './virtual-accounts.form.ts'

const mostCandidates = 50

/** Moving a virtual account: where to, what that would change, and the act. */
export function moveRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(moveVirtualAccountPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer) }))
    .post(moveVirtualAccountPath.pattern, moving(platform))
}

type Movable = Omit<OfPlace, 'frame'>

async function movable(c: Ctx, platform: Platform, viewer: Viewer): Promise<Movable | undefined> {
  const found = await placeInPath(c, platform, viewer)
  return found && possibleWith(found.seen.rights, found.place).move ? found : undefined
}

function destination(text: string): VirtualAccountId | null | undefined {
  if (text === 'top') return null
  return isId(text) ? (text as VirtualAccountId) : undefined
}

async function show(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const found = await movable(c, platform, viewer)
  if (!found) return c.notFound()
  const to = c.req.query('to')
  if (to === undefined) return ask(c, platform, viewer, found)
  const parentId = destination(to)
  if (parentId === undefined || !mayArrangeBelow(found.seen.rights, parentId)) return c.notFound()
  return preview(c, platform, viewer, { ...found, parentId, hasChanged: false })
}

// Thousands may stand there to choose from: no more is looked at than is shown.
function fittingFor({ seen, tree, place }: Movable, find: string): NamedVirtualAccount[] {
  const below = withChildren(place.id, seen.tree)
  const found: NamedVirtualAccount[] = []
  for (const one of foundIn(tree, find)) {
    if (below.has(one.id) || one.id === place.parentId || !mayArrangeBelow(seen.rights, one.id)) continue
    if (!placing(seen.tree, { name: place.name, parentId: one.id, except: place.id }).ok) continue
    if (found.push(one) > mostCandidates) break
  }
  return found
}

function ask(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { seen, tree, place, problem }: Movable & { readonly problem?: string },
): Response {
  const find = (c.req.query('find') ?? '').slice(0, 100).replaceAll('\u0000', '').trim()
  const fitting = fittingFor({ seen, tree, place }, find)
  const mayTop =
    mayStandBelow(seen.tree, place, null) &&
    mayArrangeBelow(seen.rights, null) &&
    placing(seen.tree, { name: place.name, parentId: null, except: place.id }).ok
  return html(
    c,
    <MovePage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      tree={tree}
      place={place}
      find={find}
      candidates={fitting.slice(0, mostCandidates)}
      hasMore={fitting.length > mostCandidates}
      mayTop={mayTop && find === ''}
      problem={problem}
    />,
    problem === undefined ? 200 : 409,
  )
}

async function preview(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  asked: Movable & { readonly parentId: VirtualAccountId | null; readonly hasChanged: boolean },
): Promise<Response> {
  const { seen, tree, place, parentId, hasChanged } = asked
  const allowed = mayMove(seen.tree, place, parentId)
  if (!allowed.ok) {
    return ask(c, platform, viewer, { seen, tree, place, problem: sayMoving(viewer, allowed.refusal) })
  }
  const parent = allowed.value
  const effects = await effectsOfMove(platform.db, seen.tree, { place, parent })
  return html(
    c,
    <MovePreviewPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      tree={tree}
      place={place}
      parent={parent}
      effects={effects}
      hasChanged={hasChanged}
    />,
    hasChanged ? 409 : 200,
  )
}

function sayMoving(
  viewer: Viewer,
  refusal: Exclude<MoveRefusal, { code: 'not-found' | 'is-default' }>,
): string {
  const t = words.for(viewer.reader)
  if (refusal.code === 'too-many' || refusal.code === 'too-deep')
    return t(`va.error.${refusal.code}`, { max: refusal.max })
  return t(`va.error.${refusal.code}`)
}

function moving(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: moveForm,
    async run(tx, viewer, { to, mark }, c) {
      const found = await placeInPath(c, platform, viewer)
      const parentId = destination(to)
      if (!found || parentId === undefined) return { ok: false, refusal: { code: 'not-found' } } as const
      const which = { account: found.seen.account.id, id: found.place.id }
      return moveVirtualAccount(tx, viewer, { ...which, parentId, mark })
    },
    invalid: () => {
      throw new MalformedForm('move')
    },
    async refused(c, viewer, { refusal, typed }) {
      const found = await movable(c, platform, viewer)
      const parentId = destination(String(typed['to'] ?? ''))
      if (!found || parentId === undefined) return c.notFound()
      if (refusal.code === 'not-found' || refusal.code === 'is-default') return c.notFound()
      if (refusal.code === 'changed-meanwhile')
        return preview(c, platform, viewer, { ...found, parentId, hasChanged: true })
      return ask(c, platform, viewer, { ...found, problem: sayMoving(viewer, refusal) })
    },
    done: (c) =>
      seeOther(
        c,
        withQuery(virtualAccountPath.to(c.req.param('identifier') ?? '', c.req.param('place') ?? ''), {
          done: 'moved',
        }),
      ),
  })
}
