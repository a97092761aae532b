import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'
import away from './fr/away.ts'
import decider from './fr/decider.ts'
import deciderLetters from './fr/decider-letters.ts'
import letters from './fr/letters.ts'
import requester from './fr/requester.ts'
import support from './fr/support.ts'
import shared from './fr/shared.ts'

/** The French sentences of asking and deciding. */
export default {
  ...away,
  ...shared,
  ...requester,
  ...letters,
  ...decider,
  ...deciderLetters,
  ...support,
} satisfies Translation<typeof en>
