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

/** To the requester: their request is with its administrators again. */
export function handedBackMail(letter: RequestLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const { account, reference } = letterNames(letter)
  const date = formatDate(frame.reader, letter.request.dueAt, 'date')
  return writeLetter(letter, frame, {
    subject: t('letter.handed-back.requester.subject', { account, reference }),
    opening: t('letter.handed-back.requester.opening', { account }),
    blocks: [
      { kind: 'paragraph', text: t('letter.handed-back.requester.text', { date }) },
      askedFacts(letter, frame),
    ],
    why: t('letter.why.requester'),
  })
}

/** To somebody who may decide: the request is theirs again. */
export function yoursAgainMail(letter: RequestLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const { account, reference, who } = letterNames(letter)
  const date = formatDate(frame.reader, letter.request.dueAt, 'date')
  return writeLetter(letter, frame, {
    subject: t('letter.handed-back.approver.subject', { account, reference }),
    opening: t('letter.handed-back.approver.opening', { account, who }),
    blocks: [
      { kind: 'paragraph', text: t('letter.handed-back.approver.text', { date }) },
      askedFacts(letter, frame),
      reasonQuote(letter, frame),
    ],
    why: t('letter.why.approver'),
  })
}
