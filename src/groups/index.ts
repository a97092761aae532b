export { announcements } from './announcements.ts'
export { letters } from './letters.ts'
export { groupSentences } from './event-sentences.ts'
