import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'
import entrance from './fr-entrance.ts'
import mails from './fr-mails.ts'
import notifications from './fr-notifications.ts'
import profile from './fr-profile.ts'
import providers from './fr-with.ts'

/** Everything that this slice says, in French. */
export default {
  ...entrance,
  ...profile,
  ...mails,
  ...notifications,
  ...providers,
} satisfies Translation<typeof en>
