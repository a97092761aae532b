export {
  columnsOf,
  type DueClock,
  type NewClock,
  setClocks,
  stopClocks,
  type Subject,
} from './clocks.store.ts'
export type { ClockHandler, ClockHandlers, Fired } from './fire.ts'
export { type Clocks, startClocks } from './start-clocks.ts'
