import type { CaseId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import type { TextProblem } from '../../kernel/written.ts'
import { casePath } from '../../paths/support-cases.ts'
import { signedIn } from '../../people/index.ts'
import { type Ctx, command, seeOther, type Typed } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { caseIdIn, showNotDone } from '../case/case.route.tsx'
import { type CaseRefusal, type Room, rooms } from '../domain/case.ts'
import { readCaseText } from '../domain/writing.ts'
import { answerTo, sayTextProblem } from '../refusal-answers.ts'
import { writeForm } from './write.form.ts'
import { write } from './write.ts'

/** Why something was not said: the case refuses it, or the text is not fit. */
type WriteRefusal = CaseRefusal | { readonly code: 'text-unfit'; readonly problem: TextProblem }

/** Says something in a case. */
export function writeInCase(platform: Platform): (c: Ctx) => Promise<Response> {
  return command(platform, {
    who: signedIn(platform),
    form: writeForm,
    run: async (tx, viewer, form, c) => {
      const id = caseIdIn(c)
      if (!id) return refuse<WriteRefusal>({ code: 'not-found' })
      const text = readCaseText(form.text)
      if (!text.ok) return refuse<WriteRefusal>({ code: 'text-unfit', problem: text.refusal })
      const { room, seen, and } = form
      const saying = { room, text: text.value, resolves: and === 'resolve', seen: seen === '' ? null : seen }
      return write(tx, viewer, id, saying)
    },
    invalid: (c) => c.notFound(),
    refused: (c, viewer, { refusal, typed }) => {
      const mistake = { field: roomIn(typed), typed: String(typed['text'] ?? '') }
      if (refusal.code === 'text-unfit') {
        const error = sayTextProblem(refusal.problem, viewer.reader)
        return showNotDone(c, platform, viewer, { status: 422, mistake: { ...mistake, error } })
      }
      const { status, text } = answerTo(refusal, viewer.reader)
      const kept = { ...mistake, error: undefined }
      return showNotDone(c, platform, viewer, { status, mistake: kept, refused: text })
    },
    done: (c, _, { caseId, room }) =>
      seeOther(c, casePath.to(caseId as CaseId, room === 'INTERNAL' ? 'noted' : 'written')),
  })
}

function roomIn(typed: Typed): Room {
  return rooms.find((room) => room === typed['room']) ?? 'REQUESTER'
}
