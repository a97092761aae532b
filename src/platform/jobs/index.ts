export { backoff } from './backoff.ts'
export { enqueue, type Job } from './jobs.store.ts'
export { type Handler, startWorker, TryLater, type Worker } from './worker.ts'
