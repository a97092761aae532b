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

const dayInMs = 86_400_000

/** To an administrator: the request still waits, since so many days. */
export function remindedMail(letter: RequestLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const names = letterNames(letter)
  const { submittedAt, lastRemindedAt } = letter.request
  const days = Math.floor(((lastRemindedAt ?? submittedAt).getTime() - submittedAt.getTime()) / dayInMs)
  return writeLetter(letter, frame, {
    subject: t('letter.reminded.subject', names),
    opening: t('letter.reminded.opening', names),
    blocks: [
      { kind: 'paragraph', text: t('letter.reminded.age', { days }) },
      askedFacts(letter, frame),
      reasonQuote(letter, frame),
      { kind: 'paragraph', text: t('letter.submitted.text') },
    ],
    why: t('letter.why.approver'),
  })
}
