import { z } from 'zod'
import { heldRoleSchema } from '../../accounts/index.ts'
import { roles } from '../../accounts/domain/roles.ts'
import { answers, outcomes, selections } from '../domain/review.ts'

const instant = z.iso.datetime()

/** A review with how far it has come. */
export const reviewSchema = z
  .strictObject({
    id: z.uuid(),
    status: z.enum(['OPEN', 'CLOSED']),
    selection: z.enum(selections).meta({
      description:
        'What is looked at: what came due, everything, people from outside, one role, or one part.',
    }),
    role: heldRoleSchema.nullable(),
    virtualAccountId: z.uuid().nullable(),
    startedBy: z.uuid().nullable().meta({ description: 'Null when the calendar opened it.' }),
    openedAt: instant,
    closesAt: instant,
    closedAt: instant.nullable(),
    total: z.int(),
    answered: z.int(),
    yours: z.int().meta({ description: 'Unanswered, and yours to answer.' }),
  })
  .meta({ id: 'Review' })

/** One grant of a review. */
export const itemSchema = z
  .strictObject({
    position: z.int().meta({ description: 'Its place in the list; answers name it.' }),
    grantId: z.uuid(),
    person: z.strictObject({ id: z.uuid(), name: z.string(), address: z.string() }),
    role: heldRoleSchema,
    virtualAccountId: z.uuid().nullable(),
    since: instant,
    endsAt: instant.nullable(),
    outside: z.boolean(),
    isYours: z.boolean().meta({ description: 'Whether you may answer for it; never for your own access.' }),
    answer: z.enum(answers).nullable(),
    answeredBy: z.uuid().nullable(),
    answeredAt: instant.nullable(),
    toRole: z.enum(roles).nullable(),
    toEndsAt: instant.nullable(),
    outcome: z.enum(outcomes).nullable(),
    version: z.int(),
  })
  .meta({ id: 'ReviewItem' })

/** A page of a list. */
export const reviewListSchema = z
  .strictObject({ items: z.array(reviewSchema), after: z.string().nullable() })
  .meta({ id: 'ReviewList' })
export const reviewPageSchema = z
  .strictObject({ review: reviewSchema, items: z.array(itemSchema), after: z.string().nullable() })
  .meta({ id: 'ReviewPage' })

/** What could not be done, item by item. */
const refused = z.array(z.strictObject({ position: z.int(), code: z.string(), detail: z.string() }))
export const savedSchema = z.strictObject({ saved: z.int(), refused }).meta({ id: 'ReviewAnswersSaved' })
export const finishedSchema = z
  .strictObject({ removed: z.int(), changed: z.int(), closed: z.boolean(), refused })
  .meta({ id: 'ReviewFinished' })

/** Answers as they are sent. */
export const answerSchema = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        position: z.int().min(1),
        version: z.int().min(0).meta({ description: 'The version of the item that you looked at.' }),
        answer: z.enum(answers).nullable().meta({ description: 'Null takes an answer back.' }),
        role: z.enum(roles).optional().meta({ description: 'For CHANGE: a lesser role, or the same.' }),
        endsAt: instant
          .nullable()
          .optional()
          .meta({ description: 'For CHANGE: an earlier end, or the same.' }),
      }),
    )
    .min(1)
    .max(100),
})

export const exampleReview: z.input<typeof reviewSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f90',
  status: 'OPEN',
  selection: 'DUE',
  role: null,
  virtualAccountId: null,
  startedBy: null,
  openedAt: '2026-11-02T08:00:00.000Z',
  closesAt: '2026-12-02T08:00:00.000Z',
  closedAt: null,
  total: 40,
  answered: 12,
  yours: 27,
}
export const exampleItem: z.input<typeof itemSchema> = {
  position: 1,
  grantId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f72',
  person: { id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f81', name: 'Luc Bernard', address: 'luc@acme.example' },
  role: 'VU',
  virtualAccountId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f60',
  since: '2025-11-20T10:00:00.000Z',
  endsAt: null,
  outside: false,
  isYours: true,
  answer: null,
  answeredBy: null,
  answeredAt: null,
  toRole: null,
  toEndsAt: null,
  outcome: null,
  version: 0,
}
