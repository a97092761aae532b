import { profileOf } from '../../access-requests/index.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import { applicationPath, editApplicationPath } from '../../paths/new-accounts.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import {
  command,
  type Ctx,
  type FieldErrors,
  html,
  MalformedForm,
  page,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { findApplication, storyOf, type StoredApplication } from '../applications.store.ts'
import { refused as refusedOnPage } from '../application/answers.tsx'
import { applicationIdIn } from '../application/load.route.ts'
import { editForm, wantedFrom } from './apply.form.ts'
import { type ChangingRefusal, resubmit } from './change.ts'
import { EditPage } from './form.page.tsx'
import type { Similar } from './looks.store.ts'
import { sayApplyRefusal } from './refusals.ts'

type Again = {
  readonly typed: Typed
  readonly errors?: FieldErrors
  readonly similar?: readonly Similar[]
  readonly flash?: string
  readonly status: 200 | 409 | 422
}

function typedFrom(application: StoredApplication): Typed {
  const { whose, nomineeAddress, identifier, name, type, reason, insists } = application
  const nominee = whose === 'OWN' ? '' : nomineeAddress
  return { whose, nominee, identifier, name, type, reason, insists }
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, again?: Again): Promise<Response> {
  const id = applicationIdIn(c)
  const application = id && (await findApplication(platform.db, id))
  if (!application || application.requesterId !== viewer.personId) return c.notFound()
  if (application.action !== 'OPERATOR') return seeOther(c, applicationPath.to(application.id))
  const story = await storyOf(platform.db, application.id)
  const shown: Again = again ?? { typed: await typedBefore(platform, viewer, application), status: 200 }
  const { flash, status, ...rest } = shown
  const props = {
    frame: frameOf(c, platform, viewer),
    profile: profileOf(viewer),
    id: application.id,
    reference: application.reference,
    version: application.version,
    note: story.findLast(({ kind }) => kind === 'ASKED')?.note ?? '',
    ...rest,
    flash: flash === undefined ? undefined : ({ kind: 'warning', text: flash } as const),
  }
  return html(c, <EditPage {...props} />, status)
}

async function typedBefore(
  platform: Platform,
  viewer: Viewer,
  application: StoredApplication,
): Promise<Typed> {
  const path = editApplicationPath.to(application.id)
  const held = await takeHeld(platform.db, viewer.personId, path)
  return { ...typedFrom(application), ...held }
}

/** Changing an application as an operator asked: the form. */
export function showEdit(platform: Platform) {
  return page({ who: signedIn(platform), show: (c: Ctx, viewer) => show(c, platform, viewer) })
}

/** Sending it again. */
export function sendEdit(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: editForm,
    run: (tx, viewer, { version, ...read }, c): Promise<Outcome<null, ChangingRefusal>> => {
      const id = applicationIdIn(c)
      if (!id) return Promise.resolve(refuse<ChangingRefusal>({ code: 'not-found' }))
      const wanted = wantedFrom(read, viewer.address)
      return resubmit(tx, viewer, { id, version, wanted }, platform.settings.newAccountsNeedProof)
    },
    invalid(c, viewer, { typed, errors }) {
      if ('version' in errors) throw new MalformedForm('version')
      return show(c, platform, viewer, { typed, errors, status: 422 })
    },
    refused: (c, viewer, { refusal, typed }) => refused(c, platform, viewer, { refusal, typed }),
    done: (c) => seeOther(c, `${applicationPath.to(c.req.param('id') ?? '')}?done=resubmitted`),
  })
}

function refused(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { refusal, typed }: { refusal: ChangingRefusal; typed: Typed },
): Response | Promise<Response> {
  if (refusal.code === 'exists') {
    const errors = { insists: 'application.error.insists' }
    return show(c, platform, viewer, { typed, similar: refusal.accounts, errors, status: 409 })
  }
  if (refusal.code === 'identifier-taken' && 'accounts' in refusal)
    return show(c, platform, viewer, { typed, similar: refusal.accounts, status: 409 })
  if (refusal.code === 'asked-already')
    return show(c, platform, viewer, { typed, flash: sayApplyRefusal(viewer, refusal), status: 409 })
  return refusedOnPage(c, platform, viewer, refusal as Parameters<typeof refusedOnPage>[3])
}
