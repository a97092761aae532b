import type { ClockHandlers } from '../platform/clocks/index.ts'
import { closeByClock, remindByClock } from './close/close-review.ts'
import { openByClock, reviewClocks } from './start/open-review.ts'

/** What happens to reviews by itself. */
export const clockHandlers: ClockHandlers = {
  [reviewClocks.open]: openByClock,
  [reviewClocks.remind]: remindByClock,
  [reviewClocks.close]: closeByClock,
}
