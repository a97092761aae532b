import askedAccounts from './en/asked-accounts.ts'
import away from './en/away.ts'
import byRule from './en/by-rule.ts'
import clocks from './en/clocks.ts'
import conversation from './en/conversation.ts'
import decider from './en/decider.ts'
import deciderLetters from './en/decider-letters.ts'
import extend from './en/extend.ts'
import letters from './en/letters.ts'
import onBehalf from './en/on-behalf.ts'
import requester from './en/requester.ts'
import removal from './en/removal.ts'
import support from './en/support.ts'
import shared from './en/shared.ts'
import wait from './en/wait.ts'

/** The English sentences of asking and deciding. */
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
} as const
