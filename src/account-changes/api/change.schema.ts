import { z } from 'zod'
import { accountTypes } from '../../accounts/domain/account.ts'
import { nextPage } from '../../platform/api/index.ts'
import type { StoredChange } from '../changes.store.ts'
import { changeKinds } from '../domain/change.ts'

const instant = z.iso.datetime({ offset: true })
const person = z.uuid().nullable()
const kind = z.enum(changeKinds).meta({
  description:
    'SUSPEND and RESUME are done by one operator, at once. CLOSE, MERGE, IDENTIFIER, TYPE and LIST take two people.',
})

/** A change of a whole account. */
export const changeSchema = z
  .strictObject({
    id: z.uuid(),
    account: z
      .string()
      .nullable()
      .meta({ description: 'Its identifier, where a list covers several accounts.' }),
    kind,
    identifier: z.string().nullable().meta({ description: 'The new identifier, of an IDENTIFIER.' }),
    intoAccountId: z.uuid().nullable().meta({ description: 'The account it becomes a part of, of a MERGE.' }),
    type: z.enum(accountTypes).nullable().meta({ description: 'The new type, of a TYPE.' }),
    reason: z.string(),
    askedBy: z.uuid(),
    askedAt: instant,
    lapsesAt: instant.meta({ description: 'Until when a second person can agree.' }),
    firstBy: person.meta({ description: 'The first of the two.' }),
    secondBy: person,
    settledAt: instant.nullable(),
    outcome: z.enum(['DONE', 'REFUSED', 'WITHDRAWN', 'LAPSED']).nullable(),
    answer: z.string().meta({ description: 'What was written when it was refused.' }),
    version: z.int().min(1).meta({ description: 'Send it as If-Match when you agree, refuse or withdraw.' }),
  })
  .meta({ id: 'AccountChange' })

/** The changes of an account. */
export const changeListSchema = z
  .strictObject({ items: z.array(changeSchema), after: nextPage })
  .meta({ id: 'AccountChangeList' })

/** What is asked. */
export const askBody = z
  .strictObject({
    kind,
    identifier: z.string().max(2048).optional().meta({
      description: 'For MERGE the account it becomes a part of, for IDENTIFIER the new one.',
    }),
    type: z.enum(accountTypes).optional().meta({ description: 'For TYPE.' }),
    reason: z.string().max(5000).meta({ description: '10 to 1,000 characters after trimming.' }),
  })
  .meta({ id: 'WantedAccountChange' })

/** Why it is refused. */
export const refuseBody = z.strictObject({
  answer: z.string().max(5000).meta({ description: 'What whoever asked reads, 10 to 1,000 characters.' }),
})

export const exampleChange: z.input<typeof changeSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f76',
  account: null,
  kind: 'TYPE',
  identifier: null,
  intoAccountId: null,
  type: 'HOLDING',
  reason: 'The group was founded in November.',
  askedBy: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73',
  askedAt: '2026-11-24T10:00:00.000Z',
  lapsesAt: '2026-12-08T10:00:00.000Z',
  firstBy: null,
  secondBy: null,
  settledAt: null,
  outcome: null,
  answer: '',
  version: 1,
}

/** A change as the API shows it. */
export function shownChange(
  change: StoredChange & { readonly identifier?: string },
): z.output<typeof changeSchema> {
  const { what } = change
  const type = accountTypes.find((one) => one === what['type'])
  return {
    id: change.id,
    account: change.identifier ?? null,
    kind: change.kind,
    identifier: what['identifier'] ?? null,
    intoAccountId: what['into'] ?? null,
    type: type ?? null,
    reason: change.reason,
    askedBy: change.askedBy,
    askedAt: change.askedAt.toISOString(),
    lapsesAt: change.lapsesAt.toISOString(),
    firstBy: change.firstBy,
    secondBy: change.secondBy,
    settledAt: change.settledAt?.toISOString() ?? null,
    outcome: change.outcome,
    answer: change.answer,
    version: change.version,
  }
}
