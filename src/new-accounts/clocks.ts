import type { ClockHandler, ClockHandlers } from '../platform/clocks/index.ts'
import { changeApplication, lockApplication, tellStep } from './applications.store.ts'
import { type ApplicationId, isApplicationOpen, stepApplication } from './domain/application.ts'
import { recordApplication } from './record.ts'

type Fired = Parameters<ClockHandler>
type Done = ReturnType<ClockHandler>

/** What happens to applications by itself: reminders to the nominee, warnings to whoever asked, and the end. */
export const applicationClocks: ClockHandlers = {
  'application.remind': remindByClock,
  'application.warn': warn,
  'application.lapse': lapse,
}

async function remindByClock(...[tx, { subject, n }]: Fired): Done {
  const application = await lockApplication(tx, subject as ApplicationId)
  if (application?.status !== 'AWAITING_NOMINEE' || Math.floor(n / 10) !== application.nomineeRound)
    return 'SKIPPED'
  await tellStep(tx, application.id, { kind: 'REMINDED_BY_CLOCK', by: null })
  await recordApplication(tx, application, { type: 'reminded', by: null, facts: { n, byHand: 0 } })
  return 'DONE'
}

async function warn(...[tx, { subject, n }]: Fired): Done {
  const application = await lockApplication(tx, subject as ApplicationId)
  if (!application || !isApplicationOpen(application.status)) return 'SKIPPED'
  await tellStep(tx, application.id, { kind: 'WARNED', by: null })
  await recordApplication(tx, application, { type: 'expiry-near', by: null, facts: { n } })
  return 'DONE'
}

async function lapse(...[tx, { subject }]: Fired): Done {
  const application = await lockApplication(tx, subject as ApplicationId)
  const next = application && stepApplication(application.status, 'expire')
  if (!application || !next?.ok) return 'SKIPPED'
  const changed = await changeApplication(tx, application, { status: next.value })
  await tellStep(tx, application.id, { kind: 'EXPIRED', by: null })
  await recordApplication(tx, changed, { type: 'expired', by: null })
  return 'DONE'
}
