import { Hono } from 'hono'
import { accountPath, editAccountPath } from '../../paths/accounts.ts'
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
import { tabPaths } from '../account-frame.page.tsx'
import { firstStepsOf } from '../checklist/checklist.query.ts'
import { may } from '../domain/rights.ts'
import { type Action, reachOf } from '../domain/roles.ts'
import { words } from '../messages/index.ts'
import { doneIn, heldAt, type Shown } from '../settings/settings.route.ts'
import { type SeenAccount, seenAccount } from '../sight.ts'
import { accountTabs, opensTab } from '../tabs.ts'
import { noticedClaim } from '../vacancy/claims.query.ts'
import { type Editable, editAccount } from './edit-account.ts'
import { editForm, unpacked } from './edit.form.ts'
import { EditAccountPage } from './edit.page.tsx'
import { PropertiesPage } from './properties.page.tsx'
import { administratorNames, waitingIn } from './properties.query.ts'

/** An account's properties: the page, and editing what may be edited. */
export function propertiesRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(accountPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer) }))
    .get(editAccountPath.pattern, page({ who, show: (c, viewer) => showForm(c, platform, viewer, {}) }))
    .post(editAccountPath.pattern, editing(platform))
}

async function show(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const { db } = platform
  const seen = await seenAccount(db, viewer, c.req.param('identifier') ?? '')
  if (!seen) return c.notFound()
  // Whoever comes from another account stays at the tab they were at, where they may open it.
  const tab = accountTabs.find((one) => one === c.req.query('tab'))
  if (tab && tab !== 'properties' && opensTab(seen, tab))
    return seeOther(c, tabPaths[tab].to(seen.account.identifier))
  const { id } = seen.account
  const [names, waiting, noticed, steps] = await Promise.all([
    administratorNames(db, id),
    opensTab(seen, 'requests') ? waitingIn(db, id, viewer.personId) : null,
    noticedClaim(db, id),
    opensTab(seen, 'agreements') ? firstStepsOf(db, id) : undefined,
  ])
  const done = doneIn(c, { saved: 'settings.saved', unchanged: 'settings.unchanged' } as const)
  return html(
    c,
    <PropertiesPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      editable={editableFor(seen)}
      administrators={names}
      reachable={opensTab(seen, 'users') ? seen.reachable : null}
      waiting={waiting}
      noticed={noticed}
      steps={steps}
      flash={done && { kind: 'success', text: words.for(viewer.reader)(done) }}
    />,
  )
}

function editableFor({ rights, offices }: SeenAccount): Editable {
  const sees = (action: Action) =>
    may(rights, action, { kind: 'ACCOUNT' }) ||
    offices.some((office) => reachOf(office, action) === 'everywhere')
  return { words: sees('edit-account'), visibility: sees('make-restricted') }
}

async function editableIn(c: Ctx, { db }: Platform, viewer: Viewer) {
  const seen = await seenAccount(db, viewer, c.req.param('identifier') ?? '')
  if (!seen) return undefined
  const editable = editableFor(seen)
  return editable.words || editable.visibility ? { seen, editable } : undefined
}

type ShownForm = Shown & { readonly looksLike?: string }

async function showForm(c: Ctx, platform: Platform, viewer: Viewer, shown: ShownForm): Promise<Response> {
  const found = await editableIn(c, platform, viewer)
  if (!found) return c.notFound()
  const path = editAccountPath.to(found.seen.account.identifier)
  const typed = shown.typed ?? (await heldAt(c, platform, viewer, path)) ?? {}
  const { errors, refused, looksLike, status = 200 } = shown
  const frame = frameOf(c, platform, viewer)
  return html(c, <EditAccountPage {...{ frame, ...found, typed, errors, refused, looksLike }} />, status)
}

function editing(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: editForm,
    async run(tx, viewer, typed, c) {
      const found = await editableIn(c, platform, viewer)
      if (!found) return { ok: false, refusal: { code: 'not-found' } } as const
      const before = unpacked(typed.before)
      if (!before) throw new MalformedForm('before')
      const after = {
        name: typed.name ?? before.name,
        contactName: typed.contactName ?? before.contactName,
        contactAddress: typed.contactAddress ?? before.contactAddress,
        visibility: typed.visibility ?? before.visibility,
      }
      const { account } = found.seen
      return editAccount(tx, viewer, { account: account.id, before, after, despite: typed.despite ?? null })
    },
    invalid: () => {
      throw new MalformedForm('account')
    },
    refused(c, viewer, { refusal, typed }) {
      const t = words.for(viewer.reader)
      if (refusal.code === 'not-found') return c.notFound()
      if (refusal.code === 'changed-meanwhile') {
        return showForm(c, platform, viewer, {
          typed,
          refused: t('properties.changed-meanwhile'),
          status: 409,
        })
      }
      if (refusal.code === 'looks-like')
        return showForm(c, platform, viewer, { typed, looksLike: refusal.other, status: 409 })
      const errors = Object.fromEntries(
        Object.entries(refusal.problems).map(([field, problem]) => [field, t(`properties.error.${problem}`)]),
      )
      return showForm(c, platform, viewer, { typed, errors, status: 422 })
    },
    done: (c, _, changed) =>
      seeOther(
        c,
        withQuery(accountPath.to(c.req.param('identifier') ?? ''), {
          done: changed.length > 0 ? 'saved' : 'unchanged',
        }),
      ),
  })
}
