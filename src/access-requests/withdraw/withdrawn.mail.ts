import type { Letter } from '../../platform/mailer/index.ts'
import { askedFacts, type LetterFrame, letterNames, type RequestLetter, writeLetter } from '../letter.ts'
import { words } from '../messages/index.ts'

/** To an administrator who had seen the request: nothing is left to decide. */
export function withdrawnMail(letter: RequestLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const names = letterNames(letter)
  return writeLetter(letter, frame, {
    subject: t('letter.withdrawn.subject', names),
    opening: t('letter.withdrawn.opening', names),
    blocks: [{ kind: 'paragraph', text: t('letter.withdrawn.text') }, askedFacts(letter, frame)],
    why: t('letter.why.approver'),
  })
}
