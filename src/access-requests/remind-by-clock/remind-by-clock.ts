import { record } from '../../event-log/index.ts'
import type { Fired } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type DueStep, isOutdone } from '../by-clock.ts'
import { remindByClock as mayRemindByClock } from '../domain/policy.ts'
import { clockKinds } from '../domain/schedule.ts'
import { tellsBackups, toldAmong } from '../domain/telling.ts'
import { routeToSupport } from '../remind/remind.ts'
import { approversOf } from '../requests.store.ts'
import { writeReminderByClock } from './remind-by-clock.store.ts'

/**
 * Reminds those who may decide of a request that waits. Skipped when a reminder went lately, or when something later
 * has come due too. When nobody can be reached any more, it goes to the support desk.
 */
export async function remindByClock(tx: Tx, due: DueStep): Promise<Fired> {
  const { request, clock, setting } = due
  if (isOutdone(due) || isOver(due)) return 'SKIPPED'
  const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
  const reachable = approvers.filter((approver) => approver.reachable).length
  const recipients = toldAmong(approvers, { late: tellsBackups(request) }).length
  const next = mayRemindByClock(request, { reachable }, setting.now)
  if (!next.ok) {
    if (next.refusal.code !== 'nobody-reachable') return 'SKIPPED'
    return (await routeToSupport(tx, request, null)).ok ? 'DONE' : 'SKIPPED'
  }
  if (!(await writeReminderByClock(tx, request, { n: clock.n, recipients }))) return 'SKIPPED'
  const { accountId: account, id, version } = request
  const facts = { version, n: clock.n, byHand: false, recipients }
  await record(tx, { type: 'access-request.reminded', account, actor: null, request: id, facts })
  return 'DONE'
}

const ends: readonly string[] = [clockKinds.escalate, clockKinds.expire]

// After a long outage it goes to support, or expires, at this very moment.
function isOver({ schedule, setting }: DueStep): boolean {
  return schedule.some(({ kind, dueAt }) => ends.includes(kind) && dueAt <= setting.now)
}
