import type { Announcements } from '../platform/mailer/index.ts'
import { announcements as ofRules } from '../rules/index.ts'
import { announcements as ofCases } from '../support-cases/index.ts'
import { clockAnnouncements } from './announcements.clocks.ts'
import { contactAnnouncements } from './contact/contact.letters.ts'
import { conversationAnnouncements } from './announcements.conversation.ts'
import { deciderAnnouncements } from './announcements.decider.ts'
import { onBehalfAnnouncements } from './ask-for-colleague/on-behalf.letters.ts'
import { removalAnnouncements } from './announcements.removal.ts'
import { requesterAnnouncements } from './announcements.requester.ts'
import { supportAnnouncements } from './announcements.support.ts'
import { countingAnswers } from './announcements.wait.ts'
import { resolvingCases } from './resolving-cases.ts'

/** Which event is told to whom, by which letters. */
export const announcements: Announcements = resolvingCases({
  ...ofCases,
  ...ofRules,
  ...requesterAnnouncements,
  ...deciderAnnouncements,
  ...removalAnnouncements,
  ...supportAnnouncements,
  ...conversationAnnouncements,
  ...contactAnnouncements,
  ...onBehalfAnnouncements,
  ...clockAnnouncements,
  ...countingAnswers(deciderAnnouncements),
})
