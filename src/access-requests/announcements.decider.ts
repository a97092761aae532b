import type { Announcements } from '../platform/mailer/index.ts'

/** Who is told about what a decider does. */
export const deciderAnnouncements: Announcements = {}
