import entrance from './en-entrance.ts'
import mails from './en-mails.ts'
import notifications from './en-notifications.ts'
import profile from './en-profile.ts'
import providers from './en-with.ts'

/** Everything that this slice says, in English. */
export default {
  ...entrance,
  ...profile,
  ...mails,
  ...notifications,
  ...providers,
} as const
