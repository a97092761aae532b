import type { Letter } from '../../platform/mailer/index.ts'
import { askedFacts, type LetterFrame, letterNames, type RequestLetter, writeLetter } from '../letter.ts'
import { words } from '../messages/index.ts'

/** To the requester: the request is with support; `byHand` when they asked for it themselves. */
export function escalatedMail(letter: RequestLetter, frame: LetterFrame, byHand: boolean): Letter {
  const t = words.for(frame.reader)
  const { account, reference } = letterNames(letter)
  return writeLetter(letter, frame, {
    subject: t('letter.escalated.requester.subject', { account, reference }),
    opening: t(byHand ? 'letter.escalated.requester.hand' : 'letter.escalated.requester.clock', { account }),
    blocks: [{ kind: 'paragraph', text: t('letter.escalated.requester.text') }, askedFacts(letter, frame)],
    why: t('letter.why.requester'),
  })
}

/** To somebody who may decide: support looks after the request, and it can still be decided. */
export function escalatedToSupportMail(letter: RequestLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const { account, reference, who } = letterNames(letter)
  return writeLetter(letter, frame, {
    subject: t('letter.escalated.approver.subject', { account, reference }),
    opening: t('letter.escalated.approver.opening', { account, who }),
    blocks: [{ kind: 'paragraph', text: t('letter.escalated.approver.text') }, askedFacts(letter, frame)],
    why: t('letter.why.approver'),
  })
}
