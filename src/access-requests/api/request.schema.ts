import { z } from 'zod'
import { heldRoleSchema, roleToGiveSchema } from '../../accounts/index.ts'
import { roles } from '../../accounts/domain/roles.ts'
import { longestReason, shortestReason } from '../domain/reason.ts'
import { nextStepKinds } from '../domain/schedule.ts'
import { blocks, declineCodes, mostVirtualAccounts, stages, statuses } from '../domain/request.ts'

const instant = z.iso.datetime({ offset: true })
const uuid = z.uuid()

/** A role by its code. */
export const roleSchema = z.enum(roles).meta({
  id: 'Role',
  description:
    'SA administrator, AG approver of agreements, SU user, SV viewer of the whole account; VA administrator, VU user, VV viewer of virtual accounts.',
})

/** Where access is asked for. */
export const askedScopeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ACCOUNT') }),
    z.strictObject({
      kind: z.literal('VIRTUAL'),
      virtualAccountIds: z.array(uuid).min(1).max(mostVirtualAccounts),
    }),
    z.strictObject({ kind: z.literal('UNSURE'), named: z.string().min(1).max(80).optional() }),
  ])
  .meta({
    id: 'AskedScope',
    description:
      'The whole account, chosen virtual accounts, or not sure: then the administrator decides, helped by the name of a virtual account if one is written.',
  })

/** Where a role is given. */
export const scopeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ACCOUNT') }),
    z.strictObject({
      kind: z.literal('VIRTUAL'),
      virtualAccountIds: z.array(uuid).min(1).max(mostVirtualAccounts),
    }),
  ])
  .meta({ id: 'Scope', description: 'The whole account, or chosen virtual accounts.' })

const day = z.iso
  .date()
  .meta({ description: 'A day; access ends with its last second in the zone of the account.' })
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'A time of the day, such as 18:00, by the clocks of the account.' })
const reason = z
  .string()
  .max(4 * longestReason)
  .meta({
    description: `Why access is needed, ${shortestReason} to ${longestReason} characters after trimming. The administrators read it.`,
  })

const wish = {
  reason,
  scope: askedScopeSchema.optional().meta({ description: 'Left out: not sure.' }),
  role: roleToGiveSchema.nullable().optional().meta({
    description:
      'Null or left out: the administrator decides. A role of the account’s own only by somebody who holds something in it.',
  }),
  lastDay: day
    .nullable()
    .optional()
    .meta({ description: 'The last day of access. Null or left out: no end.' }),
  lastTime: time
    .nullable()
    .optional()
    .meta({ description: 'The minute of that day at which access ends. Null or left out: with the day.' }),
}

/** The body of a new request. */
export const submitSchema = z
  .strictObject({
    account: z.string().min(1).max(2048).meta({
      description: 'The identifier of the account; a URL or an e-mail address of its domain does, too.',
    }),
    ...wish,
  })
  .meta({ id: 'NewAccessRequest' })

/** The body of an extension: what is left out is as proposed. */
export const extendSchema = z
  .strictObject({ lastDay: wish.lastDay, lastTime: wish.lastTime, reason: reason.optional() })
  .meta({ id: 'Extension' })

/** The body of an amendment: the whole wish as it is now meant. */
export const amendSchema = z.strictObject(wish).meta({ id: 'Amendment' })

const note = z.string().max(1000)

/** The body of an approval. */
export const approveSchema = z
  .strictObject({
    role: roleToGiveSchema,
    scope: scopeSchema,
    end: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('NONE') }),
        z.strictObject({ kind: z.literal('ASKED') }),
        z.strictObject({ kind: z.literal('AT'), at: instant }),
      ])
      .meta({ description: 'Until when: without end, until what was asked for, or until an instant.' }),
    note: note
      .optional()
      .meta({ description: 'For the requester; needed when less is given than was asked for.' }),
    replace: z
      .boolean()
      .optional()
      .meta({ description: 'End what the person holds that the new access contains, in the same moment.' }),
  })
  .meta({ id: 'Approval' })

/** The body of a decline. */
export const declineSchema = z
  .strictObject({
    code: z.enum(declineCodes),
    text: z
      .string()
      .max(4 * longestReason)
      .meta({ description: 'What the requester reads, 10 to 1,000 characters after trimming.' }),
    privateNote: note.optional().meta({ description: 'For those who decide; the requester never sees it.' }),
    block: z
      .enum(blocks)
      .nullable()
      .optional()
      .meta({ description: 'For how long this person cannot ask this account again.' }),
  })
  .meta({ id: 'Decline' })

const profile = z
  .strictObject({
    firstName: z.string(),
    lastName: z.string(),
    preferredFirstName: z.string(),
    company: z.string(),
    country: z.string(),
    companyAddress: z.string(),
    companyPhone: z.string(),
    email: z.string(),
    userId: z.string(),
  })
  .meta({ description: 'The profile of the requester as it was sent with the request.' })

const withinDays = z.int().min(1).nullable()

/** How long answers of an account take. */
const expectedWaitSchema = z
  .strictObject({
    half: withinDays.meta({ description: 'Half of the requests are answered within so many working days.' }),
    most: withinDays.meta({ description: 'Four of five are.' }),
  })
  .meta({
    id: 'ExpectedWait',
    description:
      'Counted over the answers of the last 180 days, in steps of 1, 2, 3, 5 and 10 working days; null is longer.',
  })

/** A request as the API shows it. */
export const requestSchema = z
  .strictObject({
    id: uuid,
    reference: z.string().meta({ description: 'What people call it on the phone.' }),
    account: z.strictObject({
      identifier: z.string(),
      name: z.string().meta({ description: 'The name of the account when the request was sent.' }),
    }),
    status: z.enum(statuses),
    stage: z.enum(stages).meta({ description: 'Who an open request waits for.' }),
    version: z.int().min(1).meta({ description: 'Send it as If-Match when you amend or decide.' }),
    ask: z.strictObject({
      scope: askedScopeSchema,
      role: heldRoleSchema.nullable(),
      endsAt: instant.nullable(),
    }),
    reason: z.string(),
    requester: profile,
    submittedAt: instant,
    dueAt: instant.meta({ description: 'When an answer is expected.' }),
    expiresAt: instant,
    nextStep: z
      .strictObject({ kind: z.enum(nextStepKinds), at: instant })
      .nullable()
      .meta({ description: 'What happens next by itself, whatever anybody does. Null when it is settled.' }),
    settledAt: instant.nullable(),
    previousRequestId: uuid.nullable(),
    continuedAsRequestId: uuid.nullable().meta({
      description:
        'The request as which this one goes on, under the same reference, since its account became part of another. Null otherwise.',
    }),
    lastRemindedAt: instant.nullable(),
    remindersByHand: z.int().min(0),
    expectedWait: expectedWaitSchema.nullable().optional().meta({
      description: 'Not in lists. Null: there are fewer than 10 answers to count.',
    }),
  })
  .meta({ id: 'AccessRequest' })

/** One page of a list of requests. */
export const requestListSchema = z
  .strictObject({
    items: z.array(requestSchema),
    after: z
      .string()
      .nullable()
      .meta({ description: 'Send it as `after` for the next page; null on the last.' }),
  })
  .meta({ id: 'AccessRequestList' })

/** What an approval came to. */
export const decidedSchema = z
  .strictObject({
    outcome: z.enum(['APPROVED', 'FIRST_OF_TWO', 'DECLINED']).meta({
      description: 'FIRST_OF_TWO: a second administrator must agree before anything is given.',
    }),
    request: requestSchema,
  })
  .meta({ id: 'Decision' })
