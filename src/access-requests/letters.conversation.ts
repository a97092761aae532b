import type { AccountId, PersonId, RequestId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Letter, Letters, Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { toldIn } from './announcements.conversation.ts'
import { answeredMail, questionMail } from './ask-for-information/question.mail.ts'
import { commentedMail } from './comment/commented.mail.ts'
import { isOpen } from './domain/request.ts'
import type { LetterFrame, RequestLetter } from './letter.ts'
import { composer, mayStillDecide } from './letters.requester.ts'
import type { StoredRequest } from './requests.row.ts'
import { commentsOf, questionOf } from './said.query.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings'>

/** The letters about what is said on a request, written for whoever they still concern when they are sent. */
export function conversationLetters(post: Post): Letters {
  return {
    'access-request.information-asked.requester': (tx, mail) =>
      composer(post, asksOrGets, (letter, frame) => asked(tx, mail, letter, frame))(tx, mail),
    'access-request.answered.approver': (tx, mail) =>
      composer(post, mayStillDecide, (letter, frame) => answered(tx, mail, letter, frame))(tx, mail),
    'access-request.comments-mailed.reader': (tx, mail) =>
      composer(post, reads, (letter, frame) => commented(tx, mail, letter, frame))(tx, mail),
  }
}

const asksOrGets = async (_: Tx, request: StoredRequest, personId: PersonId) =>
  [request.requesterId, request.beneficiaryId].includes(personId)

const reads = async (tx: Tx, request: StoredRequest, personId: PersonId) =>
  (await asksOrGets(tx, request, personId)) || mayStillDecide(tx, request, personId)

function question(tx: Tx, mail: Mail) {
  const which = { accountId: mail.account as AccountId, id: mail.requestId as RequestId }
  return questionOf(tx, which, mail.n)
}

/** Nothing when it was answered or decided before the mail could go. */
async function asked(tx: Tx, mail: Mail, letter: RequestLetter, frame: LetterFrame): Promise<Letter | null> {
  const found = await question(tx, mail)
  const isWaiting = letter.request.status === 'INFO_REQUESTED' && found?.answer === null
  return found && isWaiting ? questionMail(letter, frame, found) : null
}

async function answered(
  tx: Tx,
  mail: Mail,
  letter: RequestLetter,
  frame: LetterFrame,
): Promise<Letter | null> {
  const found = await question(tx, mail)
  return found && isOpen(letter.request) ? answeredMail(letter, frame, found) : null
}

async function commented(
  tx: Tx,
  mail: Mail,
  letter: RequestLetter,
  frame: LetterFrame,
): Promise<Letter | null> {
  if (!isOpen(letter.request)) return null
  const told = toldIn({ facts: mail.payload })
  const which = { accountId: letter.request.accountId, id: letter.request.id }
  const comments = (await commentsOf(tx, which, told)).filter(({ by }) => by !== letter.personId)
  return comments.length === 0 ? null : commentedMail(letter, frame, { side: told.side, comments })
}
