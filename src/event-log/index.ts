export type { Details, Event, Fact } from './domain/event.ts'
export { consequences, type Entry, entryOf, record } from './record.store.ts'
