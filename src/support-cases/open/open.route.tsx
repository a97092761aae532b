import { isId, newId, type RequestId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import type { TextProblem } from '../../kernel/written.ts'
import { casePath, newCasePath } from '../../paths/support-cases.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import { type Ctx, command, html, page, seeOther, type Typed } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { CaseRefusal } from '../domain/case.ts'
import { readCaseText } from '../domain/writing.ts'
import { answerTo, sayTextProblem } from '../refusal-answers.ts'
import { pathIn, referenceIn } from './known.ts'
import { openForm } from './open.form.ts'
import { OpenPage } from './open.page.tsx'
import { requestFor } from './open.store.ts'
import { open } from './open.ts'

type OpenRefusal = CaseRefusal | { readonly code: 'text-unfit'; readonly problem: TextProblem }

/** Shows the form for opening a case, with what the page knew that led here. */
export function askToOpen(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const held = await takeHeld(platform.db, viewer.personId, newCasePath.pattern)
      const asked = (name: string) => c.req.query(name) ?? ''
      const typed = held ?? { request: asked('request'), from: asked('from'), error: asked('error') }
      return form(c, platform, viewer, { typed })
    },
  })
}

/** Opens the case, and leads to it. */
export function openNewCase(platform: Platform): (c: Ctx) => Promise<Response> {
  return command(platform, {
    who: signedIn(platform),
    form: openForm,
    run: async (tx, viewer, sent) => {
      const text = readCaseText(sent.text)
      if (!text.ok) return refuse<OpenRefusal>({ code: 'text-unfit', problem: text.refusal })
      return open(tx, viewer, {
        text: text.value,
        requestId: sent.request === '' ? null : (sent.request as RequestId),
        page: pathIn(sent.from),
        errorReference: referenceIn(sent.error),
        key: sent.key,
      })
    },
    invalid: (c) => c.notFound(),
    refused: (c, viewer, { refusal, typed }) => {
      if (refusal.code === 'text-unfit') {
        const wrong = sayTextProblem(refusal.problem, viewer.reader)
        return form(c, platform, viewer, { typed, wrong, status: 422 })
      }
      const { status, text } = answerTo(refusal, viewer.reader)
      return status === 404 ? c.notFound() : form(c, platform, viewer, { typed, refused: text, status })
    },
    done: (c, _, id) => seeOther(c, casePath.to(id, 'opened')),
  })
}

type Shown = {
  readonly typed: Typed
  readonly wrong?: string
  readonly refused?: string
  readonly status?: 409 | 422 | 429
}

async function form(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const { typed, wrong, refused, status } = shown
  const field = (name: string) => String(typed[name] ?? '')
  const request = field('request')
  const key = field('key')
  return html(
    c,
    <OpenPage
      frame={frameOf(c, platform, viewer)}
      formKey={isId(key) ? key : newId()}
      request={isId(request) ? await requestFor(platform.db, viewer, request as RequestId) : undefined}
      from={pathIn(field('from'))}
      error={referenceIn(field('error'))}
      typed={field('text')}
      wrong={wrong}
      refused={refused}
    />,
    status ?? 200,
  )
}
