import type { Letter } from '../../platform/mailer/index.ts'
import { askedFacts, type LetterFrame, letterNames, type RequestLetter, writeLetter } from '../letter.ts'
import { words } from '../messages/index.ts'

/** To the requester: it was closed without a decision, and why. */
export function closedMail(letter: RequestLetter, frame: LetterFrame, because: string): Letter {
  const t = words.for(frame.reader)
  return writeLetter(letter, frame, {
    subject: t('letter.closed.requester.subject', letterNames(letter)),
    opening: t('letter.closed.requester.opening', letterNames(letter)),
    blocks: [
      {
        kind: 'paragraph',
        text: t('letter.closed.requester.because', { because: forReader(letter, because) }),
      },
      askedFacts(letter, frame),
    ],
    why: t('letter.why.requester'),
  })
}

// Whoever a colleague asked for can sign in, since they are written to: the colleague cannot.
function forReader({ request, personId }: RequestLetter, because: string): string {
  const isForThem = request.beneficiaryId === personId && request.requesterId !== personId
  return because === 'BENEFICIARY_DISABLED' && isForThem ? 'ASKER_DISABLED' : because
}
