export { announcements } from './announcements.ts'
export { openCase } from './cases.store.ts'
export { letters } from './letters.ts'
