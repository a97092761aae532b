import type { ClockHandlers } from '../platform/clocks/index.ts'
import { endingClocks } from './ending/end-grants.ts'
import { claimClocks } from './vacancy/clocks.ts'

/** What happens at a time by itself in accounts. */
export const clockHandlers: ClockHandlers = { ...claimClocks, ...endingClocks }
