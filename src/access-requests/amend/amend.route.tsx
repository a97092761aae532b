import type { RequestId } from '../../kernel/id.ts'
import { isId } from '../../kernel/id.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import { amendPath, requestPath } from '../../paths/access-requests.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import {
  type Ctx,
  command,
  type FieldErrors,
  html,
  page,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Refusal } from '../domain/refusals.ts'
import { isOpen } from '../domain/request.ts'
import { answerTo } from '../refusal-answers.ts'
import { requestIn, showRefused } from '../request/request.route.tsx'
import { readAsking } from '../submit/asking.query.ts'
import { findRequest } from '../requests.store.ts'
import { daysFrom, fieldOf, placesUnknown, sayWishErrors } from '../submit/reason.route.tsx'
import { wishFrom, wishLists } from '../submit/submit.form.ts'
import { factsOf } from '../submit/submit.ts'
import { withWrittenPlaces } from '../submit/written-places.ts'
import { askableRoles } from '../submit/wished-role.ts'
import { typedFrom } from '../submit/typed.form.ts'
import { amendForm } from './amend.form.ts'
import { AmendPage } from './amend.page.tsx'
import { amend } from './amend.ts'

/** Shows the request's own words again, to be changed. */
export function showAmend(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const request = await requestIn(c, platform, viewer)
      if (!request || request.requesterId !== viewer.personId) return c.notFound()
      if (!isOpen(request)) {
        const { status, decidedAt, decidedBy } = request
        return showRefused(c, platform, viewer, { code: 'already-settled', status, decidedAt, decidedBy })
      }
      const held = await takeHeld(platform.db, viewer.personId, amendPath.to(request.id))
      return form(c, platform, viewer, { typed: held ?? typedFrom(request, request.accountTimeZone) })
    },
  })
}

/** Changes the request. */
export function amendRequest(platform: Platform): (c: Ctx) => Promise<Response> {
  const id = (c: Ctx) => c.req.param('id') ?? ''
  return command(platform, {
    who: signedIn(platform),
    form: amendForm,
    lists: wishLists,
    async run(tx, viewer, typed, c): Promise<Outcome<RequestId, AmendRefusal>> {
      const request = isId(id(c)) ? await findRequest(tx, viewer, id(c) as RequestId) : undefined
      if (!request) return refuse({ code: 'not-found' })
      const { identifier } = request
      const sent = await withWrittenPlaces(tx, viewer, { form: typed, identifier, known: true })
      if (!sent) return refuse({ code: 'places-unknown' })
      return amend(tx, viewer, { id: request.id, wish: wishFrom(sent), version: Number(sent.version) })
    },
    invalid: (c, viewer, { typed, errors }) =>
      form(c, platform, viewer, { typed, errors: sayWishErrors(viewer, typed, errors), status: 422 }),
    refused: (c, viewer, { refusal, typed }) => refused(c, platform, viewer, { refusal, typed }),
    done: (c, _, amended) => seeOther(c, requestPath.to(amended, 'amended')),
  })
}

/** Why it was not changed; `places-unknown`: a virtual account that was written by its name. */
type AmendRefusal = Refusal | { readonly code: 'places-unknown' }

type Shown = {
  readonly typed: Typed
  readonly errors?: FieldErrors
  readonly refused?: string
  readonly status?: 403 | 409 | 422 | 429
}

async function refused(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { refusal, typed }: { refusal: AmendRefusal; typed: Typed },
): Promise<Response> {
  if (refusal.code === 'places-unknown')
    return form(c, platform, viewer, { typed, errors: placesUnknown(viewer), status: 422 })
  const { status, text } = answerTo(refusal, viewer.reader)
  const isOver = ['already-settled', 'half-decided', 'not-possible-now'].includes(refusal.code)
  if (status === 404 || isOver) return showRefused(c, platform, viewer, refusal)
  const field = fieldOf(refusal)
  const shown = field ? { errors: { [field]: text } } : { refused: text }
  return form(c, platform, viewer, { typed, ...shown, status })
}

async function form(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const request = await requestIn(c, platform, viewer)
  if (!request || request.requesterId !== viewer.personId) return c.notFound()
  const asking = await readAsking(platform.db, viewer, { identifier: request.identifier, known: true })
  const { choosable } = factsOf(viewer, asking)
  const { typed, errors = {}, refused: why, status } = shown
  return html(
    c,
    <AmendPage
      frame={frameOf(c, platform, viewer)}
      request={request}
      version={request.version}
      places={asking.tree.filter(({ id }) => choosable.has(id))}
      ownRoles={
        await askableRoles(platform.db, { account: { id: request.accountId }, grants: asking.grants })
      }
      ends={daysFrom(asking.now)}
      timeZone={request.accountTimeZone}
      typed={typed}
      errors={errors}
      refused={why}
    />,
    status ?? 200,
  )
}
