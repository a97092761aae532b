export type { Flaw } from './domain/chain.ts'
export type { Fact } from './domain/event.ts'
export { consequences, type Entry, entryOf, record } from './record.store.ts'
export { type Verified, verify } from './verify/verify.ts'
