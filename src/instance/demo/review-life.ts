import type { PersonId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'
import { answerItems, finishReview, lockItems, type ReviewId, startReview } from '../../reviews/index.ts'
import type { PersonKey } from './cast.ts'
import type { Step, World } from './story.ts'

const daysSinceStart = 120
const daysSinceAnswers = 116
// More than ACME had then.
const places = Array.from({ length: 25 }, (_, n) => n + 1)

/** ACME looked at everybody's access in the summer: its two administrators kept it all, and the review closed. */
export function reviewLife({ tx, now, person, account }: World): Step[] {
  const { id: accountId } = account('acme.example')
  let id: ReviewId
  const decider = (key: PersonKey, daysAgo: number) => {
    const moment = daysAfter(now, -daysAgo)
    const by = { personId: person(key), isSupport: false, isOperator: false }
    return { ...by, authenticatedAt: moment, now: moment }
  }
  const start = async () => {
    id = must(await startReview(tx, decider('ana', daysSinceStart), accountId, { kind: 'ALL' }))
  }
  const answer = async () => {
    const which = { accountId, id }
    const items = await lockItems(tx, which, places)
    for (const key of ['ana', 'ben'] as const) {
      const theirs = items.filter(({ grant }) => answererOf(grant.personId, person) === key)
      const given = theirs.map(({ position }) => ({ position, seen: 0, answered: keep }))
      must(await answerItems(tx, decider(key, daysSinceAnswers), which, given))
    }
    must(await finishReview(tx, decider('ben', daysSinceAnswers), which))
  }
  return [
    { at: daysAfter(now, -daysSinceStart), happen: start },
    { at: daysAfter(now, -daysSinceAnswers), happen: answer },
  ]
}

const keep = { answer: 'KEEP' } as const

// Ana answers for Ben and for those who use the account, Ben for Ana and for the administrator of Paris.
function answererOf(holder: PersonId, person: World['person']): 'ana' | 'ben' {
  return holder === person('ana') || holder === person('vera') ? 'ben' : 'ana'
}

function must<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`The demo was refused something: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
