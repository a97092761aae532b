import type { Reader } from '../platform/i18n/reader.ts'
import { StatusChip, type StatusKind } from '../ui/index.ts'
import type { ApplicationStatus } from './domain/application.ts'
import { words } from './messages/index.ts'

const kinds: Readonly<Record<ApplicationStatus, StatusKind>> = {
  CHECKING: 'pending',
  ACTION_NEEDED: 'info',
  AWAITING_NOMINEE: 'pending',
  ACTIVE: 'approved',
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
  EXPIRED: 'expired',
}

/** Where an application stands, as a chip. */
export function ApplicationChip({ reader, status }: { reader: Reader; status: ApplicationStatus }) {
  return <StatusChip kind={kinds[status]} label={words.for(reader)(`application.status.${status}`)} />
}
