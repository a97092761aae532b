import { type Block, cleanName, defang, type Letter } from '../../platform/mailer/index.ts'
import { sayAsk } from '../asked.ts'
import { type LetterFrame, letterNames, type RequestLetter, writeLetter } from '../letter.ts'
import { words } from '../messages/index.ts'

/** The words of a question and of its answer, and who asked, as an account may show it. */
type Said = { readonly byName: string; readonly text: string; readonly answer: string | null }

/** To the requester: what an administrator wants to know. */
export function questionMail(letter: RequestLetter, frame: LetterFrame, question: Said): Letter {
  const t = words.for(frame.reader)
  const isShown = letter.request.showAdministrators === 'NAMES'
  const name = cleanName(defang(question.byName))
  const names = { ...letterNames(letter), by: isShown ? name : t('letter.decided.an-administrator') }
  const who = isShown ? name : t('letter.decided.who-decides')
  return writeLetter(letter, frame, {
    subject: t('letter.question.subject', names),
    opening: t('letter.question.opening', names),
    blocks: [
      { kind: 'quote', by: t('letter.quote', { who }), text: question.text },
      { kind: 'paragraph', text: t('letter.question.text') },
      shortFacts(letter, frame),
    ],
    why: t('letter.why.requester'),
  })
}

/** To an administrator: what the requester answered. */
export function answeredMail(letter: RequestLetter, frame: LetterFrame, question: Said): Letter {
  const t = words.for(frame.reader)
  const names = letterNames(letter)
  return writeLetter(letter, frame, {
    subject: t('letter.answered.subject', names),
    opening: t('letter.answered.opening', names),
    blocks: [
      { kind: 'quote', by: t('letter.answered.question'), text: question.text },
      { kind: 'quote', by: t('letter.quote', { who: names.who }), text: question.answer ?? '' },
      { kind: 'paragraph', text: t('letter.answered.text') },
      shortFacts(letter, frame),
    ],
    why: t('letter.why.approver'),
  })
}

/** Which request it is, in two lines. */
export function shortFacts(letter: RequestLetter, { reader }: LetterFrame): Block {
  const t = words.for(reader)
  const { account, reference } = letterNames(letter)
  const { request, placeNames } = letter
  return {
    kind: 'facts',
    facts: [
      { label: t('letter.asked'), value: defang(sayAsk(reader, request.ask, placeNames)) },
      { label: t('letter.account'), value: `${account} (${request.identifier})` },
      { label: t('letter.reference'), value: reference },
    ],
  }
}
