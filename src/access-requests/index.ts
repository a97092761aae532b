export { announcements } from './announcements.ts'
export { operations as requestOperations } from './api/operations.ts'
export { listed, type PlaceNames, sayAsk } from './asked.ts'
export { letters } from './letters.ts'
