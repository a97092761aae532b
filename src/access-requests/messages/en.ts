import decider from './en/decider.ts'
import deciderLetters from './en/decider-letters.ts'
import letters from './en/letters.ts'
import requester from './en/requester.ts'
import shared from './en/shared.ts'

/** The English sentences of asking and deciding. */
export default { ...shared, ...requester, ...letters, ...decider, ...deciderLetters } as const
