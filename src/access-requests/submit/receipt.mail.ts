import { formatDate } from '../../platform/i18n/format.ts'
import { type Block, defang, type Letter } from '../../platform/mailer/index.ts'
import { sayAsk } from '../asked.ts'
import { reminderPossibleFrom } from '../domain/patience.ts'
import { type LetterFrame, letterNames, type RequestLetter, writeLetter } from '../letter.ts'
import { words } from '../messages/index.ts'

/** Who has a request when its receipt is sent: how many can be reached, and when that is. */
export type Received = { readonly deciders: number; readonly now: Date }

/** To the requester: what was sent, who has it, when to expect an answer. */
export function receiptMail(letter: RequestLetter, frame: LetterFrame, received: Received): Letter {
  const t = words.for(frame.reader)
  const names = letterNames(letter)
  return writeLetter(letter, frame, {
    subject: t('letter.receipt.subject', names),
    opening: t('letter.receipt.opening', names),
    blocks: [factsOf(letter, frame), ...whatNext(letter, frame, received)],
    why: t('letter.why.requester'),
  })
}

function factsOf(letter: RequestLetter, { reader }: LetterFrame): Block {
  const t = words.for(reader)
  const { request, placeNames } = letter
  const { account, reference } = letterNames(letter)
  const due = { label: t('letter.due'), value: formatDate(reader, request.dueAt, 'date') }
  return {
    kind: 'facts',
    facts: [
      { label: t('letter.reference'), value: reference },
      { label: t('letter.account'), value: `${account} (${request.identifier})` },
      { label: t('letter.asked'), value: defang(sayAsk(reader, request.ask, placeNames)) },
      ...(request.stage === 'WITH_SUPPORT' ? [] : [due]),
    ],
  }
}

function whatNext({ request }: RequestLetter, { reader }: LetterFrame, { deciders, now }: Received): Block[] {
  const t = words.for(reader)
  if (request.stage === 'WITH_SUPPORT' || deciders === 0) {
    return [{ kind: 'paragraph', text: t('letter.receipt.support') }]
  }
  const from = reminderPossibleFrom(request)
  // One that goes on in another account may have waited long enough already, as may one whose mail was held up.
  const reminder =
    from <= now
      ? t('letter.receipt.reminder-now')
      : t('letter.receipt.reminder', { date: formatDate(reader, from, 'date') })
  return [
    { kind: 'paragraph', text: t('letter.receipt.text', { n: deciders }) },
    { kind: 'paragraph', text: reminder },
  ]
}
