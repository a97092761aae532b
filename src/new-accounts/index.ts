export { operations as newAccountOperations } from './api/applications.api.ts'
export { apply } from './apply/apply.ts'
export { announcements } from './announcements.ts'
export { applicationClocks as clockHandlers } from './clocks.ts'
export { applicationSentences } from './event-sentences.ts'
export { letters } from './letters.ts'
export { loseProofs } from './prove/lose-proofs.ts'
export { answerApplication, approveApplication } from './operate/operate.ts'
export { words as newAccountWords } from './messages/index.ts'
export { ApplicationChip } from './chip.tsx'
export { type OpenApplication, openApplications } from './mine/open.query.ts'
export { applicationsToLookAt } from './mine/to-look-at.query.ts'
export { applicationColumns } from './mine/mine.page.tsx'
export {
  type QueuedApplication,
  type QueueFilter,
  queueCounts,
  queuedApplications,
  queueFilters,
} from './mine/mine.query.ts'
