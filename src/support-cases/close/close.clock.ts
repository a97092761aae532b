import type { AccountId, CaseId } from '../../kernel/id.ts'
import type { ClockHandlers } from '../../platform/clocks/index.ts'
import { close } from './close.ts'
import { closing, holdForClock } from './close.store.ts'

/** What the clocks of cases do. */
export const clockHandlers: ClockHandlers = {
  [closing]: async (tx, { account, subject, now }) => {
    const which = { accountId: account as AccountId, id: subject as CaseId }
    if (!(await holdForClock(tx, which))) return 'BUSY'
    return (await close(tx, which, now)).ok ? 'DONE' : 'CANCELLED'
  },
}
