import { z } from 'zod'
import { accountTypes } from '../../accounts/domain/account.ts'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { nameIn } from '../../accounts/index.ts'
import { isId, newId } from '../../kernel/id.ts'
import { readWritten } from '../../kernel/written.ts'
import { readAddress } from '../../people/index.ts'
import type { Wanted } from '../applications.store.ts'

const reason = z.string({ error: 'application.error.reason' }).transform((typed, context) => {
  const read = readWritten(typed, { min: 10, max: 1_000 })
  if (read.ok) return read.value
  context.addIssue({ code: 'custom', message: 'application.error.reason' })
  return z.NEVER
})

const identifier = z.string({ error: 'application.error.identifier' }).transform((typed, context) => {
  const read = readIdentifier(typed)
  if (read.ok) return read.value
  context.addIssue({ code: 'custom', message: `application.error.identifier.${read.refusal.code}` })
  return z.NEVER
})

const name = z.string({ error: 'application.error.name' }).transform((typed, context) => {
  const read = nameIn(typed)
  if (read !== undefined) return read
  context.addIssue({ code: 'custom', message: 'application.error.name' })
  return z.NEVER
})

/** An address as it is compared; empty when nothing was typed. */
const address = z
  .string()
  .default('')
  .transform((typed, context): string => {
    const read = readAddress(typed)
    if (read.ok) return read.value
    if (read.refusal === 'empty') return ''
    context.addIssue({ code: 'custom', message: 'application.error.nominee' })
    return z.NEVER
  })

/** What is asked for, field by field. */
export const wantedFields = {
  whose: z.enum(['OWN', 'OTHER'], { error: 'application.error.whose' }),
  nominee: address,
  identifier,
  name,
  type: z.enum(accountTypes, { error: 'application.error.type' }),
  reason,
} as const

const namesNominee = {
  check: ({ whose, nominee }: { whose: string; nominee: string }) => whose === 'OWN' || nominee !== '',
  says: { path: ['nominee'], message: 'application.error.nominee', when: () => true },
}

/** Step 1: what is asked for, to be looked at before it is sent. */
export const wantedForm = z.strictObject(wantedFields).refine(namesNominee.check, namesNominee.says)

const insists = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return ''
    const read = readWritten(typed, { min: 10, max: 1_000 })
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: 'application.error.insists' })
    return z.NEVER
  })

/** Step 2: sending it. The key names the form, so that sending it twice makes one application. */
export const sendForm = z
  .strictObject({
    ...wantedFields,
    insists,
    key: z.string().transform((text) => (isId(text) ? text : newId<'form'>())),
  })
  .refine(namesNominee.check, namesNominee.says)

/** Sending an application again, as it was changed. */
export const editForm = z
  .strictObject({ ...wantedFields, insists, version: z.coerce.number().int().min(1).max(1_000_000) })
  .refine(namesNominee.check, namesNominee.says)

type Read = Omit<Wanted, 'nomineeAddress' | 'insists'> & {
  readonly nominee: string
  readonly insists?: string
}

/** What is asked for; for one's own organisation one is the nominee oneself. */
export function wantedFrom(read: Read, ownAddress: string): Wanted {
  const { whose, nominee, identifier: of, name: called, type, reason: why, insists: more = '' } = read
  const isOwn = whose === 'OWN' || nominee === ownAddress
  return {
    whose: isOwn ? 'OWN' : 'OTHER',
    nomineeAddress: isOwn ? ownAddress : nominee,
    identifier: of,
    name: called,
    type,
    reason: why,
    insists: more,
  }
}
