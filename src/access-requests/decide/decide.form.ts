import { z } from 'zod'
import { readEnd } from '../../accounts/domain/end-moment.ts'
import type { Given } from '../../accounts/domain/rights.ts'
import { type NamedRole, readChoice } from '../../accounts/domain/roles.ts'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { readReason } from '../domain/reason.ts'
import { blocks, declineCodes, mostVirtualAccounts } from '../domain/request.ts'
import type { Words } from '../messages/index.ts'
import type { ApproveForm, DeclineForm, GivenEnd } from './decide.ts'
import { trimmed } from '../../kernel/written.ts'

/** The sentences that say what is wrong with a field. */
export type DecideErrorKey = Extract<Parameters<Words>[0], `decide.error.${string}`>
const says = <Key extends DecideErrorKey>(key: Key): Key => key

const longestNote = 1000

/** The version of the request that the decider looked at. */
export const versionField = z
  .string(says('decide.error.form'))
  .regex(/^[1-9][0-9]{0,5}$/, says('decide.error.form'))
  .transform(Number)

const noteField = z
  .string(says('decide.error.form'))
  .transform(trimmed)
  .refine((text) => [...text].length <= longestNote, says('decide.error.note-long'))

/** What the page of an approval sends. */
export const approveForm = z
  .strictObject({
    version: versionField,
    scope: z.enum(['ACCOUNT', 'VIRTUAL'], says('decide.error.scope')),
    va: z
      .array(z.string().refine(isId, says('decide.error.form')))
      .max(mostVirtualAccounts, says('decide.error.form')),
    // Their names, one a line, where there are too many to tick.
    places: z.string(says('decide.error.form')).max(20_000, says('decide.error.places')).default(''),
    role: z
      .string(says('decide.error.role'))
      .refine((text) => readChoice(text), says('decide.error.role'))
      .transform((text) => readChoice(text) as NamedRole),
    end: z.enum(['NONE', 'ASKED', 'AT'], says('decide.error.end')),
    ends: z.string(says('decide.error.form')).max(40, says('decide.error.ends')),
    endsTime: z.string(says('decide.error.form')).max(40, says('decide.error.ends')).default(''),
    note: noteField,
    confirmed: z.literal('yes', says('decide.error.form')).optional(),
    replace: z.literal('yes', says('decide.error.form')).optional(),
  })
  .transform((form, context): ApproveForm & { readonly places: string } => {
    const scope = scopeIn(form)
    const end = endIn(form)
    if (!scope) context.addIssue({ code: 'custom', path: ['va'], message: says('decide.error.va') })
    if (!end) context.addIssue({ code: 'custom', path: ['ends'], message: says('decide.error.ends') })
    if (!scope || !end) return z.NEVER
    const { role, note, version, places } = form
    return {
      role,
      scope,
      end,
      note,
      version,
      places,
      confirmed: form.confirmed === 'yes',
      replace: form.replace === 'yes',
    }
  })

type ScopeForm = { scope: 'ACCOUNT' | 'VIRTUAL'; va: readonly string[]; places: string }

function scopeIn(form: ScopeForm): Given['scope'] | undefined {
  if (form.scope === 'ACCOUNT') return { kind: 'ACCOUNT' }
  return form.va.length === 0 && form.places.trim() === ''
    ? undefined
    : { kind: 'VIRTUAL', virtualAccountIds: form.va as VirtualAccountId[] }
}

type EndForm = { end: 'NONE' | 'ASKED' | 'AT'; ends: string; endsTime: string }

function endIn(form: EndForm): GivenEnd | undefined {
  if (form.end !== 'AT') return { kind: form.end }
  const end = readEnd({ day: form.ends, time: form.endsTime })
  return end ? { kind: 'WRITTEN', end } : undefined
}

/** The text that a declined person reads, by the rule for reasons. */
export const declineTextField = z.string(says('decide.error.form')).transform((text, context) => {
  const read = readReason(text)
  if (read.ok) return read.value as string
  context.addIssue({ code: 'custom', message: says(`decide.error.text-${read.refusal.code}`) })
  return z.NEVER
})

/** The code of a refusal. */
export const declineCodeField = z.enum(declineCodes, says('decide.error.code'))

/** What the page of a refusal sends. */
export const declineForm = z
  .strictObject({
    version: versionField,
    code: declineCodeField,
    text: declineTextField,
    private: noteField,
    block: z.enum(['', ...blocks], says('decide.error.form')),
    // The list to choose a prepared text from goes along with the form, and means nothing by itself.
    prepared: z.string(says('decide.error.form')).max(36, says('decide.error.form')).optional(),
  })
  .transform(
    ({ version, code, text, private: privateNote, block }): DeclineForm => ({
      version,
      code,
      text,
      privateNote,
      block: block === '' ? null : block,
    }),
  )

const anything = z.string().optional()

/** The form of a refusal on its way to get a prepared text: whole or not. */
export const declineFillForm = z.strictObject({
  version: anything,
  code: anything,
  text: anything,
  private: anything,
  block: anything,
  prepared: anything,
})
