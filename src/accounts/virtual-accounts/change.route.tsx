import { Hono } from 'hono'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import {
  newVirtualAccountPath,
  renameVirtualAccountPath,
  restrictVirtualAccountPath,
  virtualAccountPath,
} from '../../paths/accounts.ts'
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
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type CreateRefusal, createVirtualAccount } from '../add-virtual-account/create-virtual-account.ts'
import { mayArrangeBelow, placeIn, possibleWith } from '../domain/virtual-accounts.ts'
import { words } from '../messages/index.ts'
import { heldAt } from '../settings/settings.route.ts'
import { type RenameRefusal, renameVirtualAccount, restrictVirtualAccount } from './change-virtual-account.ts'
import { NamePage, type NamePageProps } from './name.page.tsx'
import { accountWithTree, placeInPath } from './tree.route.tsx'
import { newForm, renameForm, restrictForm } from './virtual-accounts.form.ts'
import { treeSeen } from './seen-tree.ts'

type Shown = Pick<NamePageProps, 'errors' | 'refused' | 'looksLike'> & {
  readonly typed?: Typed
  readonly status?: 409 | 422
}

const notFound = { ok: false, refusal: { code: 'not-found' } } as const
const malformed = () => {
  throw new MalformedForm('virtual account')
}

/** Making a virtual account, giving one another name, and saying who finds it. */
export function changeRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(newVirtualAccountPath.pattern, page({ who, show: (c, viewer) => showNew(c, platform, viewer, {}) }))
    .post(newVirtualAccountPath.pattern, creating(platform))
    .get(
      renameVirtualAccountPath.pattern,
      page({ who, show: (c, viewer) => showRename(c, platform, viewer, {}) }),
    )
    .post(renameVirtualAccountPath.pattern, renaming(platform))
    .post(restrictVirtualAccountPath.pattern, restricting(platform))
}

function parentIn(text: unknown): VirtualAccountId | null | undefined {
  if (text === undefined || text === '') return null
  return typeof text === 'string' && isId(text) ? (text as VirtualAccountId) : undefined
}

async function showNew(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const seen = await accountWithTree(c, platform, viewer)
  if (!seen) return c.notFound()
  const held = await heldAt(c, platform, viewer, newVirtualAccountPath.to(seen.account.identifier))
  const typed = shown.typed ?? held ?? {}
  const parentId = parentIn(typed['parent'] ?? c.req.query('parent'))
  if (parentId === undefined || !mayArrangeBelow(seen.rights, parentId)) return c.notFound()
  const parent = parentId === null ? null : (placeIn(seen.tree, parentId) ?? null)
  const { errors, refused, looksLike, status = 200 } = shown
  return html(
    c,
    <NamePage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      tree={treeSeen(seen)}
      place={null}
      parent={parent}
      typed={typed}
      errors={errors}
      refused={refused}
      looksLike={looksLike}
    />,
    status,
  )
}

async function showRename(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const found = await placeInPath(c, platform, viewer)
  if (!found || !possibleWith(found.seen.rights, found.place).rename) return c.notFound()
  const path = renameVirtualAccountPath.to(found.seen.account.identifier, found.place.id)
  const typed = shown.typed ?? (await heldAt(c, platform, viewer, path)) ?? {}
  const { errors, refused, looksLike, status = 200 } = shown
  return html(
    c,
    <NamePage
      frame={frameOf(c, platform, viewer)}
      {...found}
      parent={null}
      typed={typed}
      errors={errors}
      refused={refused}
      looksLike={looksLike}
    />,
    status,
  )
}

/** How a name that was not taken is answered: at the field, or above the form. */
function sayNaming(
  viewer: Viewer,
  refusal: Exclude<CreateRefusal | RenameRefusal, { code: 'not-found' | 'is-default' }>,
): Shown {
  const t = words.for(viewer.reader)
  switch (refusal.code) {
    case 'looks-like':
      return { looksLike: refusal.other, status: 409 }
    case 'name-unfit':
    case 'name-taken':
      return { errors: { name: t(`va.error.${refusal.code}`) }, status: 422 }
    case 'too-many':
    case 'too-deep':
      return { refused: t(`va.error.${refusal.code}`, { max: refusal.max }), status: 409 }
    default:
      return { refused: t(`va.error.${refusal.code}`), status: 409 }
  }
}

function creating(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: newForm,
    async run(tx, viewer, { name, parent, despite, restricted }, c) {
      const seen = await accountWithTree(c, platform, viewer)
      const parentId = parentIn(parent)
      if (!seen || parentId === undefined) return notFound
      return createVirtualAccount(tx, viewer, {
        account: seen.account.id,
        name,
        parentId,
        restricted: restricted === 'yes',
        despite,
      })
    },
    invalid: malformed,
    refused: (c, viewer, { refusal, typed }) =>
      refusal.code === 'not-found'
        ? c.notFound()
        : showNew(c, platform, viewer, { typed, ...sayNaming(viewer, refusal) }),
    done: (c, _, id) => back(c, id, 'made'),
  })
}

function renaming(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: renameForm,
    async run(tx, viewer, { name, before, despite }, c) {
      const found = await placeInPath(c, platform, viewer)
      if (!found) return notFound
      const which = { account: found.seen.account.id, id: found.place.id }
      return renameVirtualAccount(tx, viewer, { ...which, name, before, despite })
    },
    invalid: malformed,
    refused: (c, viewer, { refusal, typed }) =>
      refusal.code === 'not-found' || refusal.code === 'is-default'
        ? c.notFound()
        : showRename(c, platform, viewer, { typed, ...sayNaming(viewer, refusal) }),
    done: (c) => back(c, c.req.param('place') ?? '', 'renamed'),
  })
}

function restricting(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: restrictForm,
    async run(tx, viewer, { restricted }, c) {
      const found = await placeInPath(c, platform, viewer)
      if (!found) return notFound
      const which = { account: found.seen.account.id, id: found.place.id }
      const changed = await restrictVirtualAccount(tx, viewer, { ...which, restricted: restricted === 'yes' })
      return changed.ok ? { ...changed, value: restricted } : changed
    },
    invalid: malformed,
    refused: (c) => c.notFound(),
    done: (c, _, restricted) =>
      back(c, c.req.param('place') ?? '', restricted === 'yes' ? 'restricted' : 'unrestricted'),
  })
}

function back(c: Ctx, place: string, done: string): Response {
  return seeOther(c, withQuery(virtualAccountPath.to(c.req.param('identifier') ?? '', place), { done }))
}
