import { Hono } from 'hono'
import type { SeenAccount } from '../../accounts/index.ts'
import { isId, type PersonId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { addressesIn, distinct } from '../../members/domain/sheet.ts'
import { accountGroupsPath } from '../../paths/accounts.ts'
import { addToGroupPath, closeGroupPath, groupPath, removeFromGroupPath } from '../../paths/groups.ts'
import { askForPassword, frameOf, type Viewer } from '../../people/index.ts'
import { type Tx, transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Flash } from '../../ui/index.ts'
import { closeGroup } from '../change-group/close-group.ts'
import { peopleForm } from '../change-group/group.form.ts'
import { type Added, addToGroup } from '../change-members/add-to-group.ts'
import { removeFromGroup } from '../change-members/remove-from-group.ts'
import type { GroupRefusal } from '../domain/groups.ts'
import { findGroup, membersOf, type StoredGroup } from '../groups.store.ts'
import { words } from '../messages/index.ts'
import { sayRefusal } from '../say.ts'
import { changingGroups, seesGroup } from '../seeing.ts'
import { CloseGroupPage, GroupPage, type GroupPageProps } from './group.page.tsx'

const rowsAPage = 50

type About = { readonly viewer: Viewer; readonly seen: SeenAccount; readonly group: StoredGroup }

/** One group, the people in it, and its end. */
export function groupRoutes(platform: Platform): Hono<Env> {
  const with_ = (then: (c: Ctx, about: About) => Promise<Response>) =>
    changingGroups(platform, async (c, viewer, seen) => {
      const group = await findIn(c, platform, seen)
      return group ? then(c, { viewer, seen, group }) : c.notFound()
    })
  return new Hono<Env>()
    .get(
      groupPath.pattern,
      with_((c, about) => show(c, platform, about)),
    )
    .post(
      addToGroupPath.pattern,
      with_((c, about) => add(c, platform, about)),
    )
    .post(
      removeFromGroupPath.pattern,
      with_((c, about) => remove(c, platform, about)),
    )
    .get(
      closeGroupPath.pattern,
      with_(async (c, about) => askToClose(c, platform, about)),
    )
    .post(
      closeGroupPath.pattern,
      with_((c, about) => close(c, platform, about)),
    )
}

/** The group in the address, when the viewer may see it. */
export async function findIn(c: Ctx, { db }: Platform, seen: SeenAccount): Promise<StoredGroup | undefined> {
  const id = c.req.param('id') ?? ''
  const group = isId(id) ? await findGroup(db, { accountId: seen.account.id, id }) : undefined
  return group && seesGroup(seen, group) ? group : undefined
}

type Shown = Pick<GroupPageProps, 'typed' | 'error' | 'problem' | 'unknown' | 'flash'> & {
  readonly status?: 200 | 403 | 404 | 409 | 422
}

async function show(c: Ctx, platform: Platform, about: About, shown: Shown = {}): Promise<Response> {
  const { viewer, seen, group } = about
  const { status = 200, ...rest } = shown
  const accountId = seen.account.id
  const bound = { person: viewer.personId, filter: `group:${group.id}`, now: viewer.now }
  const [after] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
  const members = await membersOf(platform.db, {
    accountId,
    id: group.id,
    after: after !== undefined && isId(after) ? after : null,
    most: rowsAPage + 1,
  })
  const last = members.length > rowsAPage ? members[rowsAPage - 1] : undefined
  const next = last && platform.cursors.seal([last.personId], bound)
  return html(
    c,
    <GroupPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      group={group}
      members={members.slice(0, rowsAPage)}
      next={next && `${groupPath.to(seen.account.identifier, group.id)}?after=${next}`}
      flash={flashIn(c, viewer)}
      {...rest}
    />,
    status,
  )
}

function flashIn(c: Ctx, viewer: Viewer): Flash | undefined {
  const t = words.for(viewer.reader)
  const texts: Partial<Record<string, string>> = {
    made: t('groups.made'),
    changed: t('groups.changed'),
    removed: t('groups.removed'),
    added: t('groups.added', { n: Math.min(Number(c.req.query('n')) || 0, 500) }),
  }
  const text = texts[c.req.query('done') ?? '']
  return text === undefined ? undefined : { kind: 'success', text }
}

async function add(c: Ctx, platform: Platform, about: About): Promise<Response> {
  const { viewer, seen, group } = about
  const form = readForm(c, peopleForm)
  const typed = typeof form.typed['addresses'] === 'string' ? form.typed['addresses'] : ''
  const addresses = form.ok ? distinct(addressesIn(form.value.addresses).map(({ address }) => address)) : []
  if (addresses.length === 0) {
    const error = words.for(viewer.reader)('groups.error.addresses')
    return show(c, platform, about, { typed, error, status: 422 })
  }
  const accountId = seen.account.id
  const outcome = await transact(platform.db, (tx) =>
    addToGroup(tx, viewer, { accountId, id: group.id, addresses }),
  )
  if (!outcome.ok) return refused(c, platform, about, { refusal: outcome.refusal, typed })
  platform.wake()
  return added(c, platform, about, outcome.value)
}

// Whoever is not known stays in the box; nothing that was typed is lost.
async function added(c: Ctx, platform: Platform, about: About, done: Added): Promise<Response> {
  const { viewer, seen, group } = about
  if (done.unknown.length === 0) {
    return seeOther(c, `${groupPath.to(seen.account.identifier, group.id)}?done=added&n=${done.added}`)
  }
  const text = words.for(viewer.reader)('groups.added', { n: done.added })
  return show(c, platform, about, {
    typed: done.unknown.join('\n'),
    unknown: done.unknown,
    flash: done.added > 0 ? { kind: 'success', text } : undefined,
    status: 422,
  })
}

async function refused(
  c: Ctx,
  platform: Platform,
  about: About,
  { refusal, typed }: { readonly refusal: GroupRefusal; readonly typed?: string },
): Promise<Response> {
  if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, about.viewer)
  const { text, status } = sayRefusal(about.viewer.reader, refusal)
  return show(c, platform, about, { problem: text, status, typed })
}

async function remove(c: Ctx, platform: Platform, about: About): Promise<Response> {
  const person = c.req.param('person') ?? ''
  if (!isId(person)) return c.notFound()
  const { viewer, seen, group } = about
  const accountId = seen.account.id
  return act(c, platform, about, {
    run: (tx) => removeFromGroup(tx, viewer, { accountId, id: group.id, person: person as PersonId }),
    to: `${groupPath.to(seen.account.identifier, group.id)}?done=removed`,
  })
}

function askToClose(c: Ctx, platform: Platform, { viewer, seen, group }: About): Response {
  if (group.closedAt !== null) return seeOther(c, groupPath.to(seen.account.identifier, group.id))
  return html(c, <CloseGroupPage frame={frameOf(c, platform, viewer)} seen={seen} group={group} />)
}

async function close(c: Ctx, platform: Platform, about: About): Promise<Response> {
  const { viewer, seen, group } = about
  const accountId = seen.account.id
  return act(c, platform, about, {
    run: (tx) => closeGroup(tx, viewer, { accountId, id: group.id }),
    to: `${accountGroupsPath.to(seen.account.identifier)}?done=closed`,
  })
}

type Act = {
  readonly run: (tx: Tx) => Promise<Outcome<unknown, GroupRefusal>>
  readonly to: string
}

async function act(c: Ctx, platform: Platform, about: About, { run, to }: Act): Promise<Response> {
  const outcome = await transact(platform.db, run)
  if (!outcome.ok) return refused(c, platform, about, { refusal: outcome.refusal })
  platform.wake()
  return seeOther(c, to)
}
