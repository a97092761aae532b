export { tagSentences } from './event-sentences.ts'
