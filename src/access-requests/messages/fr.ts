import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'
import decider from './fr/decider.ts'
import deciderLetters from './fr/decider-letters.ts'
import letters from './fr/letters.ts'
import requester from './fr/requester.ts'
import shared from './fr/shared.ts'

/** The French sentences of asking and deciding. */
export default { ...shared, ...requester, ...letters, ...decider, ...deciderLetters } satisfies Translation<
  typeof en
>
