import type { Announcements } from '../platform/mailer/index.ts'

/** Who is told about what a requester does. */
export const requesterAnnouncements: Announcements = {}
