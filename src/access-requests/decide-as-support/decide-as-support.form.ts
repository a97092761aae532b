import { z } from 'zod'
import { readEnd } from '../../accounts/domain/end-moment.ts'
import type { Given } from '../../accounts/domain/rights.ts'
import { isVirtualRole, roles } from '../../accounts/domain/roles.ts'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { readReason } from '../domain/reason.ts'
import { declineCodes, mostVirtualAccounts } from '../domain/request.ts'
import type { Words } from '../messages/index.ts'

/** The sentences that say what is wrong with a field. */
export type ProposeErrorKey = Extract<Parameters<Words>[0], `as-support.error.${string}`>
const says = <Key extends ProposeErrorKey>(key: Key): Key => key

const text = z.string().transform((typed, context) => {
  const read = readReason(typed)
  if (read.ok) return read.value as string
  context.addIssue({ code: 'custom', message: says('as-support.error.text') })
  return z.NEVER
})

const fields = z.strictObject({
  version: z.string().regex(/^[1-9][0-9]{0,5}$/),
  verdict: z.enum(['APPROVE', 'DECLINE'], says('as-support.error.verdict')),
  role: z.string().optional(),
  va: z.array(z.string().refine(isId)).max(mostVirtualAccounts),
  // Virtual accounts by their names, one a line, where there are too many to tick.
  places: z.string().max(20_000, says('as-support.error.places')).default(''),
  ends: z.string().max(40),
  endsTime: z.string().max(40).default(''),
  code: z.string().optional(),
  note: text,
  grounds: text,
})

/** What the first agent sends: what is given until when or why it is declined, what the requester reads, what proves it. */
export const proposeForm = fields.transform((form, context) => {
  const { note, grounds, version } = form
  const wrong = (path: string, message: ProposeErrorKey) => {
    context.addIssue({ code: 'custom', path: [path], message })
    return z.NEVER
  }
  const rest = { note, grounds, version: Number(version) }
  if (form.verdict === 'DECLINE') {
    const code = declineCodes.find((known) => known === form.code)
    return code ? { ...rest, given: null, code } : wrong('code', says('as-support.error.code'))
  }
  const role = roles.find((known) => known === form.role)
  if (!role) return wrong('role', says('as-support.error.role'))
  const isEmpty = form.va.length === 0 && form.places.trim() === ''
  if (isVirtualRole(role) && isEmpty) return wrong('va', says('as-support.error.va'))
  const ends = readEnd({ day: form.ends, time: form.endsTime })
  if (!ends) return wrong('ends', says('as-support.error.ends'))
  const scope: Given['scope'] = isVirtualRole(role)
    ? { kind: 'VIRTUAL', virtualAccountIds: form.va as VirtualAccountId[] }
    : { kind: 'ACCOUNT' }
  const written = isVirtualRole(role) ? form.places : ''
  return { ...rest, given: { role, scope, ends, written }, code: null }
})

/** Which proposal is confirmed. */
export const confirmForm = z.strictObject({ proposal: z.string().refine(isId) })
