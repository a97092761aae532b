import type { z } from 'zod'
import { shownRole } from '../../accounts/index.ts'
import type { StoredRequest } from '../requests.row.ts'
import type { SeenRequest } from '../requests.store.ts'
import type { requestSchema } from './request.schema.ts'

const at = (instant: Date | null) => instant?.toISOString() ?? null

/** A request as the API shows it, to somebody who may see it; with the usual wait when it was read with it. */
export function shown(
  request: StoredRequest & Partial<Pick<SeenRequest, 'expectedWait'>>,
): z.output<typeof requestSchema> {
  const { scope, role, endsAt } = request.ask
  return {
    id: request.id,
    reference: request.reference,
    account: { identifier: request.identifier, name: request.accountName },
    status: request.status,
    stage: request.stage,
    version: request.version,
    ask: {
      scope: scope.kind === 'VIRTUAL' ? { ...scope, virtualAccountIds: [...scope.virtualAccountIds] } : scope,
      role: role && shownRole(role),
      endsAt: at(endsAt),
    },
    reason: request.reason,
    requester: request.profile,
    submittedAt: request.submittedAt.toISOString(),
    dueAt: request.dueAt.toISOString(),
    expiresAt: request.expiresAt.toISOString(),
    nextStep: request.nextStep && { kind: request.nextStep.kind, at: request.nextStep.at.toISOString() },
    settledAt: at(request.settledAt),
    previousRequestId: request.previousRequestId,
    continuedAsRequestId: request.continuedAs,
    lastRemindedAt: at(request.lastRemindedAt),
    remindersByHand: request.remindersByHand,
    ...(request.expectedWait === undefined ? {} : { expectedWait: request.expectedWait }),
  }
}
