import type { Announcements, Announcer, MailOrder, RecordedEvent } from '../../platform/mailer/index.ts'
import { payloadOf } from '../announcements.ts'

/** Whether an outside desk hears of an event: a case is opened, or its requester says something. */
function concernsDesk({ type, facts }: RecordedEvent): boolean {
  return type === 'case.opened' || facts['side'] === 'REQUESTER'
}

function orderFor(address: string, event: RecordedEvent): MailOrder {
  const payload = { ...payloadOf(event), what: event.type === 'case.opened' ? 'opened' : 'said' }
  return { kind: 'case.desk', personId: null, address, locale: 'en', payload }
}

/** The announcements with an outside desk told as well, by mail to this address; as they are when there is none. */
export function withOutsideDesk(announcements: Announcements, address: string | null): Announcements {
  if (address === null) return announcements
  const also: Record<string, Announcer> = {}
  for (const type of ['case.opened', 'case.answered', 'case.reopened']) {
    also[type] = async (tx, event) => {
      const orders = (await announcements[type]?.(tx, event)) ?? []
      return concernsDesk(event) ? [...orders, orderFor(address, event)] : orders
    }
  }
  return { ...announcements, ...also }
}
