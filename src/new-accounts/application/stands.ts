import { nameOf } from '../../people/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { openChecks } from '../domain/application.ts'
import { lapsesAt, nextClock } from '../domain/times.ts'
import { words } from '../messages/index.ts'
import type { ApplicationView } from './application.view.ts'

/** Where an application stands, in a sentence or two, with what happens next and when. */
export function sayStands(view: ApplicationView): string {
  const { frame, application, as, requester } = view
  const { reader } = frame
  const t = words.for(reader)
  const { status, action, settledAt } = application
  const lapse = formatDate(reader, lapsesAt(application), 'date')
  if (status === 'CHECKING') return t('application.stands.CHECKING', { what: lookedAt(view), lapse })
  if (status === 'ACTION_NEEDED') {
    const asked = action === 'NOMINEE' ? 'nominee' : 'operator'
    const who = as.requester ? asked : 'watched'
    return t('application.stands.ACTION_NEEDED', { who, name: nameOf(requester), lapse })
  }
  if (status === 'AWAITING_NOMINEE') return sayAwaiting(view, lapse)
  const date = formatDate(reader, settledAt ?? application.now, 'date')
  return t(`application.stands.${status}`, { date })
}

function lookedAt({ application }: ApplicationView): 'proof' | 'person' {
  return openChecks(application).every((check) => check === 'UNPROVEN') ? 'proof' : 'person'
}

function sayAwaiting({ frame, application, as }: ApplicationView, lapse: string): string {
  const { reader } = frame
  const next = nextClock(application, application.now)
  const date = next ? formatDate(reader, next.dueAt, 'date') : lapse
  const others = application.whose === 'OWN' && as.requester ? 'requester' : 'other'
  return words.for(reader)('application.stands.AWAITING_NOMINEE', {
    who: as.nominee ? 'you' : others,
    nominee: application.nomineeAddress,
    step: next?.kind === 'application.remind' ? 'remind' : 'other',
    date,
    lapse,
  })
}
