import type { PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Composer, Letter, Letters, Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { agentsToTell } from '../support-cases/index.ts'
import { overdueContactLetter } from './become-overdue/overdue-contact.letters.ts'
import { overdueMail, yoursOverdueMail } from './become-overdue/overdue.mail.ts'
import { narrowedMail } from './close-virtual-account/narrowed.mail.ts'
import { closedMail } from './close/closed.mail.ts'
import { readTimed } from './clocks.store.ts'
import { isOpen } from './domain/request.ts'
import { answerMissingMail, expiredMail, expiryNearMail, yoursExpiresMail } from './expire/expiry.mail.ts'
import type { LetterFrame, RequestLetter } from './letter.ts'
import { composer, isRequester, mayStillDecide } from './letters.requester.ts'
import { nudgedMail, routedMail } from './nudge-support/nudged.mail.ts'
import type { StoredRequest } from './requests.row.ts'

type Still = (request: StoredRequest) => boolean
type Said = RequestLetter & { readonly mail: Mail }
type Write = (said: Said, frame: LetterFrame, tx: Tx) => Letter | Promise<Letter>

const isLateStill: Still = ({ status, stage }) => status === 'PENDING' && stage === 'OVERDUE'
const expiresStill: Still = ({ status, stage }) => status === 'PENDING' && stage !== 'WITH_SUPPORT'
const isAsked: Still = ({ status }) => status === 'INFO_REQUESTED'
const isWithSupport: Still = ({ status, stage }) => status === 'PENDING' && stage === 'WITH_SUPPORT'
const always: Still = () => true

const isAgent = async (tx: Tx, _: StoredRequest, personId: PersonId) =>
  (await agentsToTell(tx)).some((agent) => agent.personId === personId)

const isTheirs = async (_: Tx, { requesterId, beneficiaryId }: StoredRequest, personId: PersonId) =>
  personId === requesterId || personId === beneficiaryId

const expiryIn = ({ mail }: Said) => new Date(String(mail.payload['expiresAt']))

/** The letters about what happens to requests by itself; one that has become pointless is not written. */
export function clockLetters(post: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  const to =
    (concerns: typeof isRequester) =>
    (still: Still, write: Write): Composer =>
    (tx, mail) =>
      composer(post, concerns, (letter, frame) =>
        still(letter.request) ? write({ ...letter, mail }, frame, tx) : null,
      )(tx, mail)
  const [toApprover, toRequester, toAgent] = [to(mayStillDecide), to(isRequester), to(isAgent)]
  const toTheirs = to(isTheirs)
  return {
    'access-request.overdue.approver': toApprover(isLateStill, overdueMail),
    'access-request.overdue.contact': overdueContactLetter(post),
    'access-request.overdue.requester': toRequester(isLateStill, yoursOverdueMail),
    'access-request.expiry-near.approver': toApprover(expiresStill, (said, frame) =>
      expiryNearMail(said, frame, expiryIn(said)),
    ),
    'access-request.expiry-near.requester': toRequester(expiresStill, (said, frame) =>
      yoursExpiresMail(said, frame, expiryIn(said)),
    ),
    'access-request.answer-missing.requester': toRequester(isAsked, (said, frame) =>
      answerMissingMail(said, frame, expiryIn(said)),
    ),
    'access-request.expired.requester': toTheirs(always, (said, frame) =>
      expiredMail(
        said,
        frame,
        said.mail.payload['because'] === 'NOT_ANSWERED' ? 'NOT_ANSWERED' : 'NOT_DECIDED',
      ),
    ),
    'access-request.narrowed.requester': toTheirs(isOpen, narrowedMail),
    'access-request.closed.requester': toTheirs(always, (said, frame) =>
      closedMail(said, frame, String(said.mail.payload['because'])),
    ),
    'access-request.routed.requester': toRequester(isWithSupport, routedMail),
    'access-request.nudged.agent': toAgent(isWithSupport, async (said, frame, tx) => {
      const timed = await readTimed(tx, said.request)
      return nudgedMail(said, frame, timed?.request.clockStoppedAt ?? null)
    }),
  }
}
