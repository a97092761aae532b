import { z } from 'zod'
import { nextPage } from '../../platform/api/index.ts'
import type { Viewer } from '../../people/index.ts'
import { nameKnownTo } from '../ask-for-colleague/name-known.ts'
import type { StoredOnBehalf } from '../ask-for-colleague/on-behalf.store.ts'
import { standingOf } from '../domain/on-behalf.ts'
import { exampleRequest } from './example.ts'
import { askedScopeSchema, roleSchema, submitSchema } from './request.schema.ts'

const instant = z.iso.datetime({ offset: true })

/** What is asked for a colleague. */
export const forColleagueBody = z
  .strictObject({
    colleague: z.string().max(300).meta({
      description: 'The address of a colleague: one in the same domain as your own proved address.',
    }),
    ...submitSchema.shape,
    role: roleSchema
      .nullable()
      .optional()
      .meta({ description: 'Null or left out: the administrator decides.' }),
  })
  .meta({ id: 'NewRequestForColleague' })

/** What somebody asked for a colleague. */
export const onBehalfSchema = z
  .strictObject({
    id: z.uuid(),
    account: z.strictObject({ identifier: z.string(), name: z.string() }),
    askedBy: z.strictObject({ personId: z.uuid(), name: z.string() }),
    colleague: z.string().meta({ description: 'The address of the colleague, who confirms.' }),
    isForYou: z.boolean(),
    status: z.enum(['WAITING', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'LAPSED']),
    scope: askedScopeSchema,
    role: roleSchema.nullable(),
    lastDay: z.iso.date().nullable(),
    lastTime: z.string().nullable(),
    reason: z.string(),
    askedAt: instant,
    lapsesAt: instant.meta({ description: 'Until when the colleague can confirm.' }),
    requestId: z.uuid().nullable().meta({ description: 'The request that it became.' }),
  })
  .meta({ id: 'RequestForColleague' })

/** A page of them. */
export const onBehalfListSchema = z
  .strictObject({ items: z.array(onBehalfSchema), after: nextPage })
  .meta({ id: 'RequestForColleagueList' })

export const exampleOnBehalf: z.input<typeof onBehalfSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f77',
  account: exampleRequest.account,
  askedBy: { personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73', name: 'Luc Bernard' },
  colleague: 'raul@acme.example',
  isForYou: false,
  status: 'WAITING',
  scope: { kind: 'ACCOUNT' },
  role: 'SU',
  lastDay: null,
  lastTime: null,
  reason: exampleRequest.reason,
  askedAt: '2026-11-23T09:00:00.000Z',
  lapsesAt: '2026-12-07T09:00:00.000Z',
  requestId: null,
}

/** One as the API shows it to whoever asked it, or to the colleague. */
export function shownOnBehalf(
  one: StoredOnBehalf,
  viewer: Viewer,
  isForYou: boolean,
): z.output<typeof onBehalfSchema> {
  const { scope, role, ends } = one.wish
  const [day = null, time = null] = ends?.split('T') ?? []
  return {
    id: one.id,
    account: { identifier: one.identifier, name: nameKnownTo(viewer, one) },
    askedBy: { personId: one.askedBy, name: one.askedByName },
    colleague: one.address,
    isForYou,
    status: standingOf(one, one.now),
    scope: scope.kind === 'VIRTUAL' ? { ...scope, virtualAccountIds: [...scope.virtualAccountIds] } : scope,
    role,
    lastDay: day,
    lastTime: time,
    reason: one.reason,
    askedAt: one.askedAt.toISOString(),
    lapsesAt: one.lapsesAt.toISOString(),
    requestId: one.requestId,
  }
}
