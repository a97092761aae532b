import type { AccountId } from '../kernel/id.ts'
import type { Announcements } from '../platform/mailer/index.ts'
import { countAnswers } from './expected-wait/count-answers.ts'

const answers = ['access-request.approved', 'access-request.declined'] as const

/** The announcements of answers, after which it is counted how long the account takes. */
export function countingAnswers(announcements: Announcements): Announcements {
  return Object.fromEntries(
    answers.map((type): [string, Announcements[string]] => [
      type,
      async (tx, event) => {
        await countAnswers(tx, event.account as AccountId)
        return (await announcements[type]?.(tx, event)) ?? []
      },
    ]),
  )
}
