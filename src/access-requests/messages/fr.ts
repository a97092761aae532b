import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'
import askedAccounts from './fr/asked-accounts.ts'
import away from './fr/away.ts'
import byRule from './fr/by-rule.ts'
import clocks from './fr/clocks.ts'
import conversation from './fr/conversation.ts'
import decider from './fr/decider.ts'
import deciderLetters from './fr/decider-letters.ts'
import extend from './fr/extend.ts'
import letters from './fr/letters.ts'
import onBehalf from './fr/on-behalf.ts'
import requester from './fr/requester.ts'
import removal from './fr/removal.ts'
import support from './fr/support.ts'
import shared from './fr/shared.ts'
import wait from './fr/wait.ts'

/** The French sentences of asking and deciding. */
export default {
  ...askedAccounts,
  ...away,
  ...shared,
  ...byRule,
  ...clocks,
  ...conversation,
  ...onBehalf,
  ...requester,
  ...extend,
  ...letters,
  ...decider,
  ...deciderLetters,
  ...removal,
  ...support,
  ...wait,
} satisfies Translation<typeof en>
