import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Reason, readReason } from './reason.ts'
import type { RefusalOf } from './refusals.ts'

/** How many messages one person sends to the administrators of one account within 24 hours. */
export const messagesADay = 3

/** How many messages can still be sent. */
export function messagesLeft(sentToday: number): number {
  return Math.max(0, messagesADay - sentToday)
}

/** The words of a message to administrators whose addresses are not shown; 10 to 1,000 characters. */
export function contact(
  text: string,
  facts: { readonly sentToday: number },
): Outcome<Reason, RefusalOf<'text-unfit' | 'too-many-messages'>> {
  const read = readReason(text)
  if (!read.ok) return refuse({ code: 'text-unfit', problem: read.refusal })
  if (messagesLeft(facts.sentToday) === 0) return refuse({ code: 'too-many-messages', max: messagesADay })
  return read
}

/** The words of the answer to a message that nobody has answered yet. */
export function answerMessage(
  text: string,
  facts: { readonly isAnswered: boolean },
): Outcome<Reason, RefusalOf<'text-unfit'> | { readonly code: 'answered-already' }> {
  if (facts.isAnswered) return refuse({ code: 'answered-already' })
  const read = readReason(text)
  return read.ok ? done(read.value) : refuse({ code: 'text-unfit', problem: read.refusal })
}
