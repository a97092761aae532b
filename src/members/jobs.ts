import type { Handler } from '../platform/jobs/index.ts'
import { addMembersJob } from './add-members/add-members.job.ts'

/** What this slice does behind the pages, by the kind of job. */
export const jobHandlers: Readonly<Record<string, Handler>> = { 'add-members': addMembersJob }
