import { z } from 'zod'
import { readEnd } from '../../accounts/domain/end-moment.ts'
import { type NamedRole, readChoice } from '../../accounts/domain/roles.ts'
import { isId, newId, type VirtualAccountId } from '../../kernel/id.ts'
import { readReason } from '../domain/reason.ts'
import { type AskedScope, mostVirtualAccounts } from '../domain/request.ts'

/** Step 1: any text; whether it names an account is found out by looking. */
export const identifierForm = z.strictObject({
  identifier: z
    .string()
    .max(2048, 'ask.identifier.unknown')
    .refine((text) => text.trim() !== '', 'ask.identifier.empty'),
})

const scopes = ['unsure', 'account', 'virtual', 'named'] as const

/** The fields of a wish that may come several times. */
export const wishLists = ['virtualAccount'] as const

const unwanted = /\p{Cc}|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu

/** What is asked and why, as both the form for a new request and the one for a change send it. */
export const wishFields = {
  reason: z.string().refine((text) => readReason(text).ok, 'reason-unfit'),
  scope: z.enum(scopes).default('unsure').catch('unsure'),
  virtualAccount: z.array(z.string().refine(isId)).max(mostVirtualAccounts).default([]),
  // Their names, one a line, where there are too many to tick.
  places: z.string().max(20_000, 'why.places.unknown').default(''),
  named: z
    .string()
    .default('')
    .transform((text) => text.toWellFormed().normalize('NFC').replace(unwanted, '').trim())
    .refine((text) => [...text].length <= 80, 'why.named.long'),
  role: z
    .string()
    .default('')
    .transform((text): NamedRole | null => readChoice(text) ?? null),
  ends: z.string().default(''),
  endsTime: z.string().default(''),
}

type Fields = {
  readonly reason: string
  readonly scope: (typeof scopes)[number]
  readonly virtualAccount: readonly string[]
  readonly named: string
  readonly role: NamedRole | null
  readonly ends: string
  readonly endsTime: string
}

/** The wish that the fields mean. */
export function wishFrom({ reason, scope, virtualAccount, named, role, ends, endsTime }: Fields) {
  return {
    reason,
    role,
    ends: readEnd({ day: ends, time: endsTime }) ?? null,
    scope: scopeFrom(scope, virtualAccount, named),
  }
}

function scopeFrom(scope: Fields['scope'], ids: readonly string[], named: string): AskedScope {
  if (scope === 'account') return { kind: 'ACCOUNT' }
  if (scope === 'virtual')
    return { kind: 'VIRTUAL', virtualAccountIds: [...new Set(ids)] as VirtualAccountId[] }
  return scope === 'named' && named !== '' ? { kind: 'UNSURE', named } : { kind: 'UNSURE' }
}

/** That a scope "by its name" has one; checked with everything else, so that all mistakes are said at once. */
export const namesItsPlace = {
  check: ({ scope, named }: Pick<Fields, 'scope' | 'named'>): boolean => scope !== 'named' || named !== '',
  says: { path: ['named'], message: 'why.named.empty', when: () => true },
}

/** That the end, when there is one, can be read. */
export const readsItsEnd = {
  check: ({ ends, endsTime }: Pick<Fields, 'ends' | 'endsTime'>): boolean =>
    readEnd({ day: ends, time: endsTime }) !== undefined,
  says: { path: ['ends'], message: 'why.ends.unreadable', when: () => true },
}

/** Step 2: which account, what and why. The key names this form, so that sending it twice sends one request. */
export const wishForm = z
  .strictObject({
    account: z.string().max(253),
    key: z.string().transform((text) => (isId(text) ? text : newId<'form'>())),
    ...wishFields,
  })
  .refine(namesItsPlace.check, namesItsPlace.says)
  .refine(readsItsEnd.check, readsItsEnd.says)
