import { formatDate } from '../../platform/i18n/format.ts'
import type { Letter } from '../../platform/mailer/index.ts'
import type { ExpiredBecause } from '../domain/events.ts'
import {
  askedFacts,
  type LetterFrame,
  letterNames,
  type RequestLetter,
  reasonQuote,
  writeLetter,
} from '../letter.ts'
import { words } from '../messages/index.ts'

/** To somebody who may decide: it expires on that day. */
export function expiryNearMail(letter: RequestLetter, frame: LetterFrame, expiresAt: Date): Letter {
  const t = words.for(frame.reader)
  const date = formatDate(frame.reader, expiresAt, 'date')
  return writeLetter(letter, frame, {
    subject: t('letter.expiry-near.approver.subject', letterNames(letter)),
    opening: t('letter.expiry-near.approver.opening', { ...letterNames(letter), date }),
    blocks: [
      askedFacts(letter, frame),
      reasonQuote(letter, frame),
      { kind: 'paragraph', text: t('letter.submitted.text') },
    ],
    why: t('letter.why.approver'),
  })
}

/** To the requester: it expires on that day. */
export function yoursExpiresMail(letter: RequestLetter, frame: LetterFrame, expiresAt: Date): Letter {
  const t = words.for(frame.reader)
  const date = formatDate(frame.reader, expiresAt, 'date')
  return writeLetter(letter, frame, {
    subject: t('letter.expiry-near.requester.subject', letterNames(letter)),
    opening: t('letter.expiry-near.requester.opening', { ...letterNames(letter), date }),
    blocks: [{ kind: 'paragraph', text: t('letter.expiry-near.requester.text') }, askedFacts(letter, frame)],
    why: t('letter.why.requester'),
  })
}

/** To the requester: their answer is missing, and without it the request expires on that day. */
export function answerMissingMail(letter: RequestLetter, frame: LetterFrame, expiresAt: Date): Letter {
  const t = words.for(frame.reader)
  const date = formatDate(frame.reader, expiresAt, 'date')
  return writeLetter(letter, frame, {
    subject: t('letter.answer-missing.requester.subject', letterNames(letter)),
    opening: t('letter.answer-missing.requester.opening', letterNames(letter)),
    blocks: [
      { kind: 'paragraph', text: t('letter.answer-missing.requester.text', { date }) },
      askedFacts(letter, frame),
    ],
    why: t('letter.why.requester'),
  })
}

/** To the requester: it has expired, and can be asked again with the old text. */
export function expiredMail(letter: RequestLetter, frame: LetterFrame, because: ExpiredBecause): Letter {
  const t = words.for(frame.reader)
  const why = because === 'NOT_ANSWERED' ? 'unanswered' : 'undecided'
  return writeLetter(letter, frame, {
    subject: t('letter.expired.requester.subject', letterNames(letter)),
    opening: t(`letter.expired.requester.${why}`, letterNames(letter)),
    blocks: [
      { kind: 'paragraph', text: t('letter.expired.requester.text') },
      askedFacts(letter, frame),
      reasonQuote(letter, frame),
    ],
    why: t('letter.why.requester'),
  })
}
