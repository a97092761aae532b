export { announcements } from './announcements.ts'
export { listed, type PlaceNames, sayAsk } from './asked.ts'
export { letters } from './letters.ts'
