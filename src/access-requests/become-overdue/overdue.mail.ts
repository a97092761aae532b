import { formatDate } from '../../platform/i18n/format.ts'
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
import { sayNextStep } from '../next-step.ts'

/** To somebody who may decide: the answer is late. */
export function overdueMail(letter: RequestLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const date = formatDate(frame.reader, letter.request.dueAt, 'date')
  return writeLetter(letter, frame, {
    subject: t('letter.overdue.approver.subject', letterNames(letter)),
    opening: t('letter.overdue.approver.opening', { ...letterNames(letter), date }),
    blocks: [
      askedFacts(letter, frame),
      reasonQuote(letter, frame),
      { kind: 'paragraph', text: t('letter.submitted.text') },
      { kind: 'paragraph', text: sayNextStep(frame.reader, letter.request.nextStep) },
    ],
    why: t('letter.why.approver'),
  })
}

/** To the requester: the answer is late, and what they can do. */
export function yoursOverdueMail(letter: RequestLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const date = formatDate(frame.reader, letter.request.dueAt, 'date')
  return writeLetter(letter, frame, {
    subject: t('letter.overdue.requester.subject', letterNames(letter)),
    opening: t('letter.overdue.requester.opening', { ...letterNames(letter), date }),
    blocks: [
      { kind: 'paragraph', text: t('letter.overdue.requester.text') },
      { kind: 'paragraph', text: sayNextStep(frame.reader, letter.request.nextStep) },
      askedFacts(letter, frame),
    ],
    why: t('letter.why.requester'),
  })
}
