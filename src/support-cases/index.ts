export { announcements } from './announcements.ts'
export { type Opening, openCase, openVacancy } from './cases.store.ts'
export { letters } from './letters.ts'
export { agentsToTell } from './told.store.ts'
