import type { Letter } from '../../platform/mailer/index.ts'
import { askedFacts, type LetterFrame, letterNames, type RequestLetter, writeLetter } from '../letter.ts'
import { words } from '../messages/index.ts'

/** To the requester: a virtual account they asked for is no longer there, and the rest goes on. */
export function narrowedMail(letter: RequestLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  return writeLetter(letter, frame, {
    subject: t('letter.narrowed.requester.subject', letterNames(letter)),
    opening: t('letter.narrowed.requester.opening'),
    blocks: [{ kind: 'paragraph', text: t('letter.narrowed.requester.text') }, askedFacts(letter, frame)],
    why: t('letter.why.requester'),
  })
}
