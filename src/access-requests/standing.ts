import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { StatusKind } from '../ui/index.ts'
import { isOpen, type Stage, type Status } from './domain/request.ts'
import type { NextStep } from './domain/schedule.ts'
import { words } from './messages/index.ts'

/** What there is to know about where a request stands. */
export type Stand = {
  readonly status: Status
  readonly stage: Stage
  readonly dueAt: Date
  readonly settledAt: Date | null
  /** What happens next by itself, where it is said too. */
  readonly nextStep?: NextStep | null
  /** How many who may decide can be reached. */
  readonly deciders: number
  readonly now: Date
}

/** The chip of a request: its kind and its one word. */
export function chipOf(
  reader: Reader,
  stand: Pick<Stand, 'status' | 'stage' | 'dueAt' | 'now'>,
): { kind: StatusKind; label: string } {
  const t = words.for(reader)
  if (stand.status === 'INFO_REQUESTED') return { kind: 'info', label: t('status.INFO_REQUESTED') }
  if (stand.status !== 'PENDING') {
    return { kind: stand.status.toLowerCase() as StatusKind, label: t(`status.${stand.status}`) }
  }
  if (stand.stage === 'WITH_SUPPORT') return { kind: 'support', label: t('status.WITH_SUPPORT') }
  return isLate(stand)
    ? { kind: 'overdue', label: t('status.OVERDUE') }
    : { kind: 'pending', label: t('status.PENDING') }
}

/** The one sentence that says where a request stands, without a full stop. */
export function sayStand(reader: Reader, stand: Stand): string {
  const t = words.for(reader)
  if (!isOpen(stand)) {
    const date = formatDate(reader, stand.settledAt ?? stand.now, 'dateWithYear')
    return t(settledKeys[stand.status as keyof typeof settledKeys], { date })
  }
  if (stand.status === 'INFO_REQUESTED') return withNext(reader, stand, t('stands.info'))
  if (stand.stage === 'WITH_SUPPORT') return t('stands.with-support')
  const facts = { n: stand.deciders, date: formatDate(reader, stand.dueAt, 'date') }
  return isLate(stand) ? withNext(reader, stand, t('stands.late', facts)) : t('stands.with-admins', facts)
}

function withNext(reader: Reader, { nextStep }: Stand, stands: string): string {
  const kind = nextStep?.kind
  if (!nextStep || (kind !== 'TO_SUPPORT' && kind !== 'EXPIRES' && kind !== 'EXPIRES_UNANSWERED'))
    return stands
  return words.for(reader)(`stands.next.${kind}`, { stands, date: formatDate(reader, nextStep.at, 'date') })
}

const settledKeys = {
  APPROVED: 'stands.approved',
  DECLINED: 'stands.declined',
  WITHDRAWN: 'stands.withdrawn',
  EXPIRED: 'stands.expired',
  CLOSED: 'stands.closed',
} as const

/** Whether the day on which an answer was expected has passed. */
export function isLate({ stage, dueAt, now }: Pick<Stand, 'stage' | 'dueAt' | 'now'>): boolean {
  return stage === 'OVERDUE' || (stage === 'WITH_ADMINS' && dueAt < now)
}
