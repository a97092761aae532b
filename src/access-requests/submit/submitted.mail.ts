import type { Letter } from '../../platform/mailer/index.ts'
import {
  askedFacts,
  type LetterFrame,
  letterNames,
  type RequestLetter,
  reasonQuote,
  writeLetter,
} from '../letter.ts'
import { words } from '../messages/index.ts'

/** To an administrator: somebody asks for access, and why. */
export function submittedMail(letter: RequestLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const names = letterNames(letter)
  return writeLetter(letter, frame, {
    subject: t('letter.submitted.subject', names),
    opening: t('letter.submitted.opening', names),
    blocks: [
      askedFacts(letter, frame),
      reasonQuote(letter, frame),
      { kind: 'paragraph', text: t('letter.submitted.text') },
    ],
    why: t('letter.why.approver'),
  })
}
