import { type Block, defang, type Letter } from '../../platform/mailer/index.ts'
import { sayAsk } from '../asked.ts'
import type { Ask } from '../domain/request.ts'
import { askedFacts, type LetterFrame, letterNames, type RequestLetter, writeLetter } from '../letter.ts'
import { words } from '../messages/index.ts'

/** To an administrator who had seen the request: what it said then, and what it says now. */
export function amendedMail(
  letter: RequestLetter,
  frame: LetterFrame,
  before: { readonly ask: Ask; readonly reason: string },
): Letter {
  const t = words.for(frame.reader)
  const names = letterNames(letter)
  return writeLetter(letter, frame, {
    subject: t('letter.amended.subject', names),
    opening: t('letter.amended.opening', names),
    blocks: [
      ...difference(letter, frame, before.ask),
      ...(before.reason === letter.request.reason
        ? []
        : [
            { kind: 'quote', by: t('letter.amended.reason-before'), text: before.reason } as const,
            { kind: 'quote', by: t('letter.amended.reason'), text: letter.request.reason } as const,
          ]),
      askedFacts(letter, frame),
    ],
    why: t('letter.why.approver'),
  })
}

// Nothing, when only the reason is another.
function difference(
  { request, placeNames }: RequestLetter,
  { reader }: LetterFrame,
  askedBefore: Ask,
): Block[] {
  const t = words.for(reader)
  const [before, after] = [askedBefore, request.ask].map((ask) => defang(sayAsk(reader, ask, placeNames)))
  if (before === undefined || after === undefined || before === after) return []
  const facts = [
    { label: t('letter.amended.before'), value: before },
    { label: t('letter.amended.after'), value: after },
  ]
  return [{ kind: 'facts', facts }]
}
