export { announcements } from './announcements.ts'
export { letters } from './letters.ts'
export { groupSentences } from './event-sentences.ts'
export { operations as groupOperations } from './api/groups.api.ts'
