import { toldAs } from '../people/index.ts'
import type { AccountId, PersonId, RequestId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Letter, Letters, Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { amendedMail } from './amend/amended.mail.ts'
import { readTimed } from './clocks.store.ts'
import { isOpen } from './domain/request.ts'
import type { LetterFrame, RequestLetter } from './letter.ts'
import { placeNamesOf } from './places.query.ts'
import { remindedMail } from './remind/reminded.mail.ts'
import type { StoredRequest } from './requests.row.ts'
import { approversOf, readRequest } from './requests.store.ts'
import { lookedUpInVainMail } from './submit/looked-up-in-vain.mail.ts'
import { receiptMail } from './submit/receipt.mail.ts'
import { submittedMail } from './submit/submitted.mail.ts'
import { lastRead, operatorsToTell } from './told.store.ts'
import { withdrawnMail } from './withdraw/withdrawn.mail.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings'>
type Write = (letter: RequestLetter, frame: LetterFrame, tx: Tx) => Letter | null | Promise<Letter | null>

/** The letters about what a requester does, written for whoever they still concern when they are sent. */
export function requesterLetters(post: Post): Letters {
  const toApprover = (write: Write) => composer(post, mayStillDecide, write)
  const stillOpen = (write: Write) =>
    toApprover((letter, frame, tx) => (isOpen(letter.request) ? write(letter, frame, tx) : null))
  return {
    'access-request.submitted.approver': stillOpen(submittedMail),
    'access-request.submitted.requester': composer(post, isRequester, receipt),
    'access-request.reminded.approver': stillOpen(remindedMail),
    'access-request.reminded-by-clock.approver': stillOpen(remindedMail),
    'access-request.amended.approver': stillOpen(async (letter, frame, tx) => {
      const before = await lastRead(tx, letter.request, letter.personId)
      return before ? amendedMail(letter, frame, before) : null
    }),
    'access-request.withdrawn.approver': toApprover(withdrawnMail),
    'access-request.looked-up-in-vain.operator': (tx, mail) => inVain(tx, mail, post),
  }
}

type Concerns = (tx: Tx, request: StoredRequest, personId: PersonId) => Promise<boolean>

/** The request is one that this person may decide now. */
export const mayStillDecide: Concerns = async (tx, request, personId) => {
  const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
  return approvers.some((approver) => approver.personId === personId)
}

/** The person asked for it. */
export const isRequester: Concerns = async (_, request, personId) => request.requesterId === personId

async function receipt(letter: RequestLetter, frame: LetterFrame, tx: Tx): Promise<Letter> {
  const { request } = letter
  const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
  const deciders = approvers.filter(({ reachable }) => reachable).length
  const timed = await readTimed(tx, request)
  return receiptMail(letter, frame, { deciders, now: timed?.setting.now ?? request.submittedAt })
}

/** Only for who is still an operator, about somebody who is still there. */
async function inVain(tx: Tx, mail: Mail, post: Post): Promise<Letter | null> {
  const { by, misses, at } = mail.payload
  const operator = (await operatorsToTell(tx)).find(({ personId }) => personId === mail.personId)
  const person = await toldAs(tx, by as PersonId)
  if (!operator || !person) return null
  const found = { address: person.address, misses: Number(misses), at: new Date(String(at)) }
  return lookedUpInVainMail(found, frameFor(post, mail, operator.timeZone))
}

function frameFor(post: Post, mail: Mail, timeZone: string): LetterFrame {
  const reader = { locale: mail.locale, timeZone }
  return { reader, publicUrl: post.publicUrl, installationName: post.settings.name }
}

/** Composes a letter about a request for whoever it still concerns when it is sent. */
export function composer(post: Post, concerns: Concerns, write: Write) {
  return async (tx: Tx, mail: Mail): Promise<Letter | null> => {
    if (mail.requestId === null || mail.personId === null) return null
    const personId = mail.personId as PersonId
    const person = await toldAs(tx, personId)
    const request = await readRequest(tx, mail.account as AccountId, mail.requestId as RequestId)
    if (!person || !(await concerns(tx, request, personId))) return null
    const placeNames = await placeNamesOf(tx, request.accountId)
    const frame = frameFor(post, mail, person.timeZone)
    return write({ request, placeNames, personId }, frame, tx)
  }
}
