import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { daysAfter } from '../kernel/time.ts'
import type { StatusKind } from '../ui/index.ts'
import type { Seat } from './case.store.ts'
import { daysToReopen, type SupportCase } from './domain/case.ts'
import { words } from './messages/index.ts'

type Stand = Pick<SupportCase, 'status' | 'answerDueAt' | 'resolvedAt'>

const kinds = {
  OPEN: 'support',
  WAITING_REQUESTER: 'info',
  WAITING_ACCOUNT: 'info',
  RESOLVED: 'approved',
  CLOSED: 'closed',
} as const satisfies Record<SupportCase['status'], StatusKind>

// What waits for whoever reads is said to them.
function yoursOf(seat: Seat): 'WAITING_REQUESTER' | 'WAITING_ACCOUNT' | null {
  return seat === 'SUPPORT' ? null : `WAITING_${seat}`
}

/** The chip of a case: its kind and its word, for somebody in this seat. */
export function chipOf(reader: Reader, { status }: Stand, seat: Seat): { kind: StatusKind; label: string } {
  const t = words.for(reader)
  const yours = yoursOf(seat)
  const label = status === yours ? t(`case.status.${yours}.you`) : t(`case.status.${status}`)
  return { kind: kinds[status], label }
}

/** What happens next in a case, as one sentence. */
export function sayNext(
  reader: Reader,
  one: Stand,
  facts: { readonly seat: Seat; readonly now: Date },
): string {
  const t = words.for(reader)
  const { status, answerDueAt, resolvedAt } = one
  if (status === 'OPEN') {
    const date = formatDate(reader, answerDueAt, 'dateTime')
    return answerDueAt < facts.now ? t('case.next.OPEN.late', { date }) : t('case.next.OPEN', { date })
  }
  const over = daysAfter(resolvedAt ?? facts.now, daysToReopen)
  if (status === 'RESOLVED') return t('case.next.RESOLVED', { date: formatDate(reader, over, 'dateTime') })
  if (status === 'CLOSED') return t('case.next.CLOSED', { date: formatDate(reader, over, 'dateWithYear') })
  const yours = yoursOf(facts.seat)
  return status === yours ? t(`case.next.${yours}.you`) : t(`case.next.${status}`)
}
