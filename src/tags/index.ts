export { tagSentences } from './event-sentences.ts'
export { operations as tagOperations } from './api/tags.api.ts'
