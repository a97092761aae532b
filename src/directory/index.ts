export { operations as directoryOperations } from './api/directory.api.ts'
