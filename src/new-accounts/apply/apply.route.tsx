import { profileOf } from '../../access-requests/index.ts'
import { newId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { newAccountPath } from '../../paths/accounts.ts'
import { applicationPath, previewNewAccountPath } from '../../paths/new-accounts.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import {
  command,
  countAttempt,
  type Ctx,
  type FieldErrors,
  html,
  page,
  readForm,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { openApplicationsOf } from '../mine/mine.query.ts'
import { type Applied, apply, type ApplyingRefusal } from './apply.ts'
import { sendForm, wantedForm, wantedFrom } from './apply.form.ts'
import { compare } from './compare.ts'
import { keepDraft, readDraft } from './drafts.store.ts'
import { FormPage } from './form.page.tsx'
import type { Similar } from './looks.store.ts'
import { PreviewPage } from './preview.page.tsx'
import { sayApplyRefusal } from './refusals.ts'

const comparisons = { most: 30, seconds: 3_600 }

/** Seconds to wait before somebody compares again; 0 when they may. */
function countComparison(platform: Platform, viewer: Viewer): Promise<number> {
  const bucket = { name: `new-account:compare:${viewer.personId}`, limit: comparisons }
  return countAttempt(platform.db, [bucket])
}

type Shown = { readonly typed: Typed; readonly errors?: FieldErrors; readonly flash?: string | undefined }

async function form(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { typed, errors, flash, status = 200 }: Shown & { status?: 200 | 409 | 422 | 429 },
): Promise<Response> {
  const open = await openApplicationsOf(platform.db, viewer.personId)
  const missing = viewer.verified ? (viewer.profileComplete ? undefined : 'profile') : 'address'
  const props = {
    frame: frameOf(c, platform, viewer),
    profile: profileOf(viewer),
    typed,
    open,
    missing,
    flash: flash === undefined ? undefined : ({ kind: 'warning', text: flash } as const),
  } as const
  return html(c, <FormPage {...props} {...(errors ? { errors } : {})} />, status)
}

/** What stands in the form before anything was typed: what the person's own organisation would ask for. */
function suggested(viewer: Viewer): Typed {
  const domain = viewer.address.slice(viewer.address.lastIndexOf('@') + 1)
  return { whose: 'OWN', type: 'CUSTOMER', name: viewer.company, identifier: viewer.verified ? domain : '' }
}

/** Step 1: shows the form, with what was typed before. */
export function showForm(platform: Platform) {
  return page({
    who: signedIn(platform),
    async show(c: Ctx, viewer) {
      const path = newAccountPath.to()
      const { draft, isHeld } = await readDraft(platform.db, viewer.personId, path)
      const held = isHeld ? await takeHeld(platform.db, viewer.personId, path) : null
      return form(c, platform, viewer, { typed: { ...suggested(viewer), ...draft, ...held } })
    },
  })
}

/** Step 1: compares what is asked for with what there is, and shows what would be sent. */
export function checkForm(platform: Platform) {
  return page({
    who: signedIn(platform),
    async show(c: Ctx, viewer) {
      const read = readForm(c, wantedForm)
      await keepDraft(platform.db, viewer.personId, read.typed)
      if (!read.ok) return form(c, platform, viewer, { ...read, status: 422 })
      if (!viewer.verified || !viewer.profileComplete)
        return form(c, platform, viewer, { typed: read.typed, status: 409 })
      const wait = await countComparison(platform, viewer)
      if (wait > 0) {
        c.header('Retry-After', String(wait))
        const flash = sayApplyRefusal(viewer, { code: 'too-often', seconds: wait })
        return form(c, platform, viewer, { typed: read.typed, flash, status: 429 })
      }
      const wanted = wantedFrom(read.value, viewer.address)
      const { visible } = await compare(platform.db, viewer, wanted)
      return preview(c, platform, viewer, { typed: read.typed, similar: visible })
    },
  })
}

type Previewed = Shown & { readonly similar: readonly Similar[]; readonly status?: 200 | 409 | 422 }

function preview(c: Ctx, platform: Platform, viewer: Viewer, shown: Previewed): Response | Promise<Response> {
  const { typed, similar, errors, flash, status = 200 } = shown
  const { insists: _, key: __, ...fields } = typed
  const read = wantedForm.safeParse({ ...fields })
  if (!read.success) return seeOther(c, newAccountPath.to())
  const props = {
    frame: frameOf(c, platform, viewer),
    wanted: wantedFrom(read.data, viewer.address),
    profile: profileOf(viewer),
    similar,
    needsProof: platform.settings.newAccountsNeedProof,
    formKey: newId<'form'>(),
    typed,
    flash: flash === undefined ? undefined : ({ kind: 'warning', text: flash } as const),
  } as const
  return html(c, <PreviewPage {...props} {...(errors ? { errors } : {})} />, status)
}

/** Step 2: sends it. */
export function sendApplication(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: sendForm,
    run: (tx, viewer, { key, ...read }): Promise<Outcome<Applied, ApplyingRefusal>> =>
      apply(
        tx,
        viewer,
        { wanted: wantedFrom(read, viewer.address), key },
        platform.settings.newAccountsNeedProof,
      ),
    async invalid(c, viewer, { typed, errors }) {
      await keepDraft(platform.db, viewer.personId, typed)
      if (!('insists' in errors) || Object.keys(errors).length > 1)
        return form(c, platform, viewer, { typed, errors, status: 422 })
      return again(c, platform, viewer, { typed, errors, status: 422 })
    },
    refused: (c, viewer, { refusal, typed }) => refused(c, platform, viewer, { refusal, typed }),
    done: (c, _, { id }) => seeOther(c, `${applicationPath.to(id)}?done=sent`),
  })
}

async function again(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  shown: Omit<Previewed, 'similar'>,
): Promise<Response> {
  const { insists: _, key: __, ...fields } = shown.typed
  const read = wantedForm.safeParse({ ...fields })
  const wanted = read.success ? wantedFrom(read.data, viewer.address) : undefined
  const { visible } = wanted ? await compare(platform.db, viewer, wanted) : { visible: [] }
  return preview(c, platform, viewer, { ...shown, similar: visible })
}

async function refused(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { refusal, typed }: { refusal: ApplyingRefusal; typed: Typed },
): Promise<Response> {
  if (refusal.code === 'asked-already') return seeOther(c, `${applicationPath.to(refusal.id)}?done=already`)
  if (refusal.code === 'exists') {
    const errors = { insists: 'application.error.insists' }
    return preview(c, platform, viewer, { typed, similar: refusal.accounts, errors, status: 409 })
  }
  if (refusal.code === 'identifier-taken')
    return preview(c, platform, viewer, { typed, similar: refusal.accounts, status: 409 })
  const flash = sayApplyRefusal(viewer, refusal)
  return form(c, platform, viewer, { typed, flash, status: 409 })
}

/** Whoever had to sign in again comes back to the form, which has kept what was typed. */
export function leadToForm(platform: Platform) {
  return page({
    who: signedIn(platform),
    async show(c: Ctx, viewer) {
      const held = await takeHeld(platform.db, viewer.personId, previewNewAccountPath.to())
      if (held) await keepDraft(platform.db, viewer.personId, held)
      return seeOther(c, newAccountPath.to())
    },
  })
}
