import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { readWritten, type TextProblem } from '../../kernel/written.ts'
import type { CaseRefusal, CaseStep, Room, Side } from './case.ts'

/** The fewest and the most characters of something said in a case. */
export const caseText = { min: 10, max: 4_000 } as const

/** How many cases somebody opens in a day, and how much they write in all of them. */
export const casesADay = 5
export const messagesADay = 40

/** What somebody wrote in a case, fit to be kept. */
export function readCaseText(text: string): Outcome<string, TextProblem> {
  return readWritten(text, caseText)
}

/** What it does to a case when somebody of this side speaks in this room; nobody speaks where they do not listen. */
export function stepOf(side: Side, room: Room): Outcome<CaseStep, CaseRefusal> {
  if (side === 'REQUESTER' && room === 'REQUESTER') return done('requester-writes')
  if (side === 'ACCOUNT' && room === 'ACCOUNT') return done('account-writes')
  if (side !== 'SUPPORT') return refuse({ code: 'not-found' })
  return done(supportSteps[room])
}

const supportSteps = { REQUESTER: 'answer-requester', ACCOUNT: 'ask-account', INTERNAL: 'note' } as const

/** The rooms that somebody of this side listens in. */
export function roomsOf(side: Side): readonly Room[] {
  return side === 'SUPPORT' ? ['REQUESTER', 'ACCOUNT', 'INTERNAL'] : [side]
}
