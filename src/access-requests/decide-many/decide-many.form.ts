import { z } from 'zod'
import { isId, type RequestId } from '../../kernel/id.ts'
import { type DecideErrorKey, declineCodeField, declineTextField } from '../decide/decide.form.ts'
import type { DeclineCode } from '../domain/request.ts'
import type { Words } from '../messages/index.ts'

/** How many requests can be decided together. */
export const mostAtOnce = 20

/** The sentences that say what is wrong with the form of several. */
export type ManyErrorKey = DecideErrorKey | Extract<Parameters<Words>[0], `many.${string}`>
const says = <Key extends ManyErrorKey>(key: Key): Key => key

/** One request that was ticked, at the version it was seen in. */
export type Ticked = { readonly id: RequestId; readonly version: number }

const tickedField = z.string().transform((text, context): Ticked => {
  const [id = '', version = ''] = text.split(':')
  if (isId(id) && /^[1-9][0-9]{0,5}$/.test(version)) return { id: id as RequestId, version: Number(version) }
  context.addIssue({ code: 'custom', message: says('decide.error.form') })
  return z.NEVER
})

const tickedList = z.array(tickedField).min(1, says('many.none')).max(mostAtOnce, says('many.too-many'))

/** What the queue sends: the requests that were ticked. */
export const selectedForm = z.strictObject({ request: tickedList })

/** What is done with them. */
export type ManyForm =
  | { readonly request: readonly Ticked[]; readonly what: 'approve' }
  | {
      readonly request: readonly Ticked[]
      readonly what: 'decline'
      readonly code: DeclineCode
      readonly text: string
    }

const whatToDo = z.strictObject({
  request: tickedList,
  what: z.enum(['approve', 'decline'], says('many.error.what')),
  code: z.string().optional(),
  text: z.string().max(10_000, says('decide.error.text-too-long')).default(''),
})

/** What the page of several sends; reason and words count only when they are declined. */
export const manyForm = whatToDo.transform((form, context): ManyForm => {
  const { request, what } = form
  if (what === 'approve') return { request, what }
  const code = declineCodeField.safeParse(form.code)
  const text = declineTextField.safeParse(form.text)
  for (const [path, read] of [['code', code] as const, ['text', text] as const]) {
    const message = read.error?.issues[0]?.message
    if (message) context.addIssue({ code: 'custom', path: [path], message })
  }
  return code.success && text.success ? { request, what, code: code.data, text: text.data } : z.NEVER
})
