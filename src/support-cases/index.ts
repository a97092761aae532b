export { announcements } from './announcements.ts'
export { openCase, openVacancy } from './cases.store.ts'
export { letters } from './letters.ts'
