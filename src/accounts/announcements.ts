import type { Announcements } from '../platform/mailer/index.ts'
import { backupApproverAnnouncements } from './backup-approvers/announcements.ts'
import { delegateAnnouncements } from './delegates/announcements.ts'
import { endingAnnouncements } from './ending/announcements.ts'
import { propertyAnnouncements } from './properties/announcements.ts'
import { settingAnnouncements } from './settings/announcements.ts'
import { claimAnnouncements } from './vacancy/announcements.ts'

/** Who is told about what happens in accounts. */
export const announcements: Announcements = {
  ...backupApproverAnnouncements,
  ...delegateAnnouncements,
  ...claimAnnouncements,
  ...endingAnnouncements,
  ...settingAnnouncements,
  ...propertyAnnouncements,
}
