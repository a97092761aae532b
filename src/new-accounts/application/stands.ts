import { formatDate } from '../../platform/i18n/format.ts'
import { nextClock } from '../domain/times.ts'
import { lapsesAt } from '../domain/times.ts'
import { openChecks } from '../domain/application.ts'
import { words } from '../messages/index.ts'
import type { ApplicationView } from './application.view.ts'

/** Where an application stands, in a sentence or two, with what happens next and when. */
export function sayStands({ frame, application, as }: ApplicationView): string {
  const { reader } = frame
  const t = words.for(reader)
  const { status, whose, nomineeAddress, settledAt } = application
  const lapse = formatDate(reader, lapsesAt(application), 'date')
  if (status === 'CHECKING') {
    const onlyProof = openChecks(application).every((check) => check === 'UNPROVEN')
    return t('application.stands.CHECKING', { what: onlyProof ? 'proof' : 'person', lapse })
  }
  if (status === 'ACTION_NEEDED') {
    const who = application.action === 'NOMINEE' ? 'nominee' : 'operator'
    return t('application.stands.ACTION_NEEDED', { who, lapse })
  }
  if (status === 'AWAITING_NOMINEE') {
    const next = nextClock(application, application.now)
    const date = next ? formatDate(reader, next.dueAt, 'date') : lapse
    const who = as.nominee ? 'you' : whose === 'OWN' ? 'requester' : 'other'
    const step = next?.kind === 'application.remind' ? 'remind' : 'other'
    return t('application.stands.AWAITING_NOMINEE', { who, nominee: nomineeAddress, step, date, lapse })
  }
  const date = formatDate(reader, settledAt ?? application.now, 'date')
  return t(`application.stands.${status}`, { date })
}
