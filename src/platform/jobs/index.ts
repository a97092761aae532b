export { backoff } from './backoff.ts'
export type { Job } from './jobs.store.ts'
export { type Handler, startWorker, TryLater, type Worker } from './worker.ts'
