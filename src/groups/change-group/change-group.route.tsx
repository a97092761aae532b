import { Hono } from 'hono'
import { choiceOf } from '../../accounts/domain/roles.ts'
import { customRolesOf, mostTicked, placeName, placesNamed, type SeenAccount } from '../../accounts/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { changeGroupPath, groupPath, newGroupPath } from '../../paths/groups.ts'
import { askForPassword, frameOf, takeHeld, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  type Ctx,
  type Env,
  type FieldErrors,
  html,
  readForm,
  seeOther,
  textOf,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { findIn } from '../group/group.route.tsx'
import type { StoredGroup } from '../groups.store.ts'
import { words } from '../messages/index.ts'
import { sayRefusal } from '../say.ts'
import { changingGroups } from '../seeing.ts'
import { reviewedIn, suspendedIn } from '../told.query.ts'
import { changeGroup, makeGroup } from './change-group.ts'
import { GroupFormPage, mayGiveIn } from './form.page.tsx'
import { type GroupErrorKey, groupForm, groupLists, wantedFrom } from './group.form.ts'

type About = { readonly viewer: Viewer; readonly seen: SeenAccount; readonly group: StoredGroup | undefined }

/** Making groups and changing them: the form, and what it sends. */
export function groupFormRoutes(platform: Platform): Hono<Env> {
  const making = (then: (c: Ctx, about: About) => Promise<Response>) =>
    changingGroups(platform, (c, viewer, seen) => then(c, { viewer, seen, group: undefined }))
  const changing = (then: (c: Ctx, about: About) => Promise<Response>) =>
    changingGroups(platform, async (c, viewer, seen) => {
      const group = await findIn(c, platform, seen)
      return group && group.closedAt === null ? then(c, { viewer, seen, group }) : c.notFound()
    })
  return new Hono<Env>()
    .get(
      newGroupPath.pattern,
      making((c, about) => show(c, platform, about)),
    )
    .post(
      newGroupPath.pattern,
      making((c, about) => act(c, platform, about)),
    )
    .get(
      changeGroupPath.pattern,
      changing((c, about) => show(c, platform, about)),
    )
    .post(
      changeGroupPath.pattern,
      changing((c, about) => act(c, platform, about)),
    )
}

async function show(c: Ctx, platform: Platform, about: About): Promise<Response> {
  const held = await takeHeld(platform.db, about.viewer.personId, new URL(c.req.url).pathname)
  return draw(c, platform, about, { typed: held ?? typedFrom(about.group, about.seen.tree) })
}

function typedFrom(group: StoredGroup | undefined, tree: SeenAccount['tree']): Typed {
  if (!group) return {}
  const { name, role, scope } = group
  const ids = scope.kind === 'ACCOUNT' ? [] : [...scope.virtualAccountIds]
  return tree.virtualAccounts.length > mostTicked
    ? { name, role: choiceOf(role), places: ids.map((id) => placeName(tree, id)).join('\n') }
    : { name, role: choiceOf(role), place: ids }
}

type Shown = {
  readonly typed: Typed
  readonly errors?: FieldErrors
  readonly problem?: string
  readonly status?: 200 | 403 | 404 | 409 | 422
}

async function draw(
  c: Ctx,
  platform: Platform,
  { viewer, seen, group }: About,
  shown: Shown,
): Promise<Response> {
  const { typed, errors = {}, problem, status = 200 } = shown
  const frame = frameOf(c, platform, viewer)
  const ownRoles = await customRolesOf(platform.db, seen.account.id)
  const accountId = seen.account.id
  const suspended = group ? await suspendedIn(platform.db, { accountId, id: group.id }) : 0
  const reviewed = group ? await reviewedIn(platform.db, { accountId, id: group.id }) : 0
  const props = { frame, seen, group, suspended, reviewed, typed, errors, problem, ownRoles }
  return html(c, <GroupFormPage {...props} />, status)
}

async function act(c: Ctx, platform: Platform, about: About): Promise<Response> {
  const { viewer, seen, group } = about
  const form = readForm(c, groupForm, groupLists)
  const { typed } = form
  const mayGive = (id: VirtualAccountId) => mayGiveIn(seen, 'VV', id)
  const { unknown } = placesNamed(seen.tree, textOf(typed, 'places'), mayGive)
  if (!form.ok || unknown.length > 0) {
    const names = unknown.join(', ')
    const places = unknown.length > 0 && words.for(viewer.reader)('groups.places-unknown', { names })
    const errors = { ...(form.ok ? {} : said(viewer, form.errors)), ...(places && { places }) }
    return draw(c, platform, about, { typed, errors, status: 422 })
  }
  const accountId = seen.account.id
  const wanted = wantedFrom(form.value, seen.tree, mayGive)
  const outcome = await transact(platform.db, (tx) =>
    group
      ? changeGroup(tx, viewer, { accountId, id: group.id, wanted })
      : makeGroup(tx, viewer, { accountId, wanted }),
  )
  if (outcome.ok) {
    platform.wake()
    return seeOther(
      c,
      `${groupPath.to(seen.account.identifier, outcome.value)}?done=${group ? 'changed' : 'made'}`,
    )
  }
  if (outcome.refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  const { text, status, field } = sayRefusal(viewer.reader, outcome.refusal)
  return draw(
    c,
    platform,
    about,
    field ? { typed, errors: { [field]: text }, status } : { typed, problem: text, status },
  )
}

function said(viewer: Viewer, errors: FieldErrors): FieldErrors {
  const t = words.for(viewer.reader)
  return Object.fromEntries(
    Object.entries(errors).map(([field, key]) => {
      const known = key.startsWith('groups.error.') ? (key as GroupErrorKey) : 'groups.error.form'
      return [field, t(known)]
    }),
  )
}
