import { cleanName, defang, type Letter } from '../../platform/mailer/index.ts'
import { shortFacts } from '../ask-for-information/question.mail.ts'
import type { Side } from '../domain/conversation.ts'
import { type LetterFrame, letterNames, type RequestLetter, writeLetter } from '../letter.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'

/** What one side has written, for the other. */
export type CommentsToTell = {
  readonly side: Side
  readonly comments: readonly { readonly byName: string; readonly text: string }[]
}

/** To the other side of a request: what was said, all of it in one mail. */
export function commentedMail(letter: RequestLetter, frame: LetterFrame, told: CommentsToTell): Letter {
  const t = words.for(frame.reader)
  const names = { ...letterNames(letter), n: told.comments.length }
  const isRequester = [letter.request.requesterId, letter.request.beneficiaryId].includes(letter.personId)
  return writeLetter(letter, frame, {
    subject: t('letter.comments.subject', names),
    opening: t('letter.comments.opening', names),
    blocks: [
      ...told.comments.map(({ byName, text }) => ({
        kind: 'quote' as const,
        by: t('letter.quote', { who: authorOf(letter, frame, { side: told.side, byName, isRequester }) }),
        text,
      })),
      { kind: 'paragraph', text: t('letter.comments.text') },
      shortFacts(letter, frame),
    ],
    why: isRequester ? t('letter.why.requester') : t('letter.why.approver'),
  })
}

type Author = { readonly side: Side; readonly byName: string; readonly isRequester: boolean }

// The account says whether its administrators are named to those who ask; the support desk speaks as one.
function authorOf(
  { request }: RequestLetter,
  { reader }: LetterFrame,
  { side, byName, isRequester }: Author,
): string {
  const t = words.for(reader)
  if (side === 'REQUESTER') return cleanName(defang(fullName(request.profile)))
  if (side === 'SUPPORT') return t('letter.support')
  const isShown = !isRequester || request.showAdministrators === 'NAMES'
  return isShown ? cleanName(defang(byName)) : t('letter.decided.who-decides')
}
