import { type Told, toldAs } from '../people/index.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Letter, Letters, Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { caseOf, frameFor, saidIn } from './case-letter.ts'
import { type CaseLetterKind, caseMail } from './case.mail.ts'
import type { StoredCase } from './case.store.ts'
import { isUnderWay } from './domain/case.ts'
import { deskLetter } from './outside-desk/desk.letter.ts'
import { administratorsFor, agentsToTell } from './told.store.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings' | 'config' | 'key'>
/** Whether a letter still says something to this person, about the case as it stands now. */
type Concerns = (tx: Tx, one: StoredCase, told: Told) => Promise<boolean> | boolean

/** The letters about cases, written for whoever they still concern when they are sent. */
export function letters(post: Post): Letters {
  const underWay: Concerns = async (tx, one, told) => isUnderWay(one) && (await isAgent(tx, one, told))
  return {
    'case.opened.agent': composer(post, 'opened.agent', async (tx, one, told) =>
      one.status === 'OPEN' && !isSettled(one) ? isAgent(tx, one, told) : false,
    ),
    'case.opened.requester': composer(post, 'opened.requester', isRequester),
    'case.answered.agent': composer(post, 'answered.agent', underWay),
    'case.answered.account': composer(post, 'answered.account', async (tx, one, told) =>
      (await administratorsFor(tx, one)).some(({ personId }) => personId === told.personId),
    ),
    'case.answered.requester': composer(post, 'answered.requester', isRequester),
    'case.resolved.agent': composer(post, 'resolved.agent', isAgent),
    'case.resolved.requester': composer(post, 'resolved.requester', isRequester),
    'case.reopened.agent': composer(post, 'reopened.agent', underWay),
    'case.desk': deskLetter(post),
  }
}

const isRequester: Concerns = (_, one, told) => one.requesterId === told.personId

const isAgent: Concerns = async (tx, one, told) =>
  one.requesterId !== told.personId &&
  (await agentsToTell(tx)).some(({ personId }) => personId === told.personId)

function isSettled({ requestStatus }: StoredCase): boolean {
  return requestStatus !== null && requestStatus !== 'PENDING' && requestStatus !== 'INFO_REQUESTED'
}

function composer(post: Post, kind: CaseLetterKind, concerns: Concerns) {
  return async (tx: Tx, mail: Mail): Promise<Letter | null> => {
    const one = await caseOf(tx, mail)
    const told = mail.personId === null ? undefined : await toldAs(tx, mail.personId as PersonId)
    if (!one || !told || !(await concerns(tx, one, told))) return null
    return caseMail(kind, { one, said: await saidIn(tx, one, mail) }, frameFor(post, mail, told.timeZone))
  }
}
