import type { Handler } from '../platform/jobs/index.ts'
import { passOnJob, passingOn } from './nobody-left/nobody-left.ts'
import { tellComments } from './comment/tell-comments.job.ts'

/** What this slice does behind the pages, by the kind of job. */
export const jobHandlers: Readonly<Record<string, Handler>> = {
  'tell-comments': tellComments,
  [passingOn]: passOnJob,
}
