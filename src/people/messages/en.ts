import entrance from './en-entrance.ts'
import mails from './en-mails.ts'
import profile from './en-profile.ts'

/** Everything that this slice says, in English. */
export default {
  ...entrance,
  ...profile,
  ...mails,
} as const
