import type { Given } from '../../accounts/domain/rights.ts'
import { sayHeld } from '../../accounts/index.ts'
import { proposeDecisionPath } from '../../paths/support-cases.ts'
import { type Block, compose, type Letter } from '../../platform/mailer/index.ts'
import { askedFacts, type LetterFrame, letterNames, type RequestLetter, writeLetter } from '../letter.ts'
import { words } from '../messages/index.ts'

/** To whoever belongs or belonged to the account: two agents decided in the absence of its administrators. */
export function decidedAsSupportMail(letter: RequestLetter, frame: LetterFrame, given: Given | null): Letter {
  const t = words.for(frame.reader)
  const names = letterNames(letter)
  const { account, who, reference } = names
  const opening = given ? 'letter.as-support.opening.approved' : 'letter.as-support.opening.declined'
  const blocks: Block[] = given ? [givenFacts(letter, frame, given)] : []
  return writeLetter(letter, frame, {
    subject: t('letter.as-support.subject', { account, reference }),
    opening: t(opening, { account, who }),
    blocks: [...blocks, { kind: 'paragraph', text: t('letter.as-support.text') }],
    why: t('letter.as-support.why'),
  })
}

function givenFacts(
  { placeNames }: RequestLetter,
  { reader }: LetterFrame,
  { role, scope, endsAt }: Given,
): Block {
  const ids = scope.kind === 'VIRTUAL' ? scope.virtualAccountIds : []
  const value = sayHeld(reader, { role, places: ids.map((id) => placeNames[id] ?? id), endsAt })
  return { kind: 'facts', facts: [{ label: words.for(reader)('letter.as-support.given'), value }] }
}

/** To another agent: a decision is proposed and needs a second one. */
export function secondNeededMail(letter: RequestLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const { account, reference } = letterNames(letter)
  const composed = compose({
    reader: frame.reader,
    installationName: frame.installationName,
    opening: t('letter.proposed.opening', { account }),
    blocks: [askedFacts(letter, frame)],
    button: {
      label: t('letter.proposed.button'),
      href: `${frame.publicUrl}${proposeDecisionPath.to(letter.request.id)}`,
      orVisit: t('letter.or-visit'),
    },
    why: t('letter.proposed.why'),
  })
  return {
    subject: t('letter.proposed.subject', { account, reference }),
    ...composed,
    thread: letter.request.id,
  }
}
