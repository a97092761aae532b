import type { AccountId, RequestId } from '../kernel/id.ts'
import type { Announcements, Announcer } from '../platform/mailer/index.ts'
import { resolveCaseOf } from '../support-cases/index.ts'

const settling = [
  'access-request.approved',
  'access-request.declined',
  'access-request.withdrawn',
  'access-request.expired',
  'access-request.closed',
]

/** The announcements, and with them the end of the case that a request waited for, once the request is settled. */
export function resolvingCases(announcements: Announcements): Announcements {
  const also: Record<string, Announcer> = {}
  for (const type of settling) {
    also[type] = async (tx, event) => {
      const request = { accountId: event.account as AccountId, id: event.request as RequestId }
      await resolveCaseOf(tx, request, { by: null, because: 'REQUEST_SETTLED' })
      return (await announcements[type]?.(tx, event)) ?? []
    }
  }
  return { ...announcements, ...also }
}
