import type { AccountId, RequestId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Letter, Letters, Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { agentsToTell } from '../support-cases/index.ts'
import { readDecision } from './decide/decision.query.ts'
import { everybodyWhoBelonged } from './decide-as-support/belonged.query.ts'
import { decidedAsSupportMail, secondNeededMail } from './decide-as-support/decided-as-support.mail.ts'
import { proposalOf } from './decide-as-support/proposals.store.ts'
import { isOpen } from './domain/request.ts'
import { escalatedMail, escalatedToSupportMail } from './escalate/escalated.mail.ts'
import { handedBackMail, yoursAgainMail } from './hand-back/handed-back.mail.ts'
import { composer, isRequester, mayStillDecide } from './letters.requester.ts'
import { placeNamesOf } from './places.query.ts'
import { readRequest } from './requests.store.ts'

/** The letters about requests that go to support and come back, while they still say something. */
export function supportLetters(post: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  return {
    'access-request.escalated.requester': (tx, mail) =>
      composer(post, isRequester, (letter, frame) =>
        isOpen(letter.request) ? escalatedMail(letter, frame, mail.payload['byHand'] === true) : null,
      )(tx, mail),
    'access-request.escalated.approver': composer(post, mayStillDecide, (letter, frame) =>
      isOpen(letter.request) && letter.request.stage === 'WITH_SUPPORT'
        ? escalatedToSupportMail(letter, frame)
        : null,
    ),
    'access-request.handed-back.requester': composer(post, isRequester, (letter, frame) =>
      isOpen(letter.request) ? handedBackMail(letter, frame) : null,
    ),
    'support-decision.proposed.agent': composer(post, isAgent, async (letter, frame, tx) =>
      (await proposalOf(tx, letter.request)) ? secondNeededMail(letter, frame) : null,
    ),
    'support-decision.confirmed.member': (tx, mail) => toMember(post, tx, mail),
    'access-request.handed-back.approver': composer(post, mayStillDecide, (letter, frame) =>
      isOpen(letter.request) ? yoursAgainMail(letter, frame) : null,
    ),
  }
}

const isAgent: typeof isRequester = async (tx, request, personId) =>
  personId !== request.requesterId && (await agentsToTell(tx)).some((agent) => agent.personId === personId)

// Also to whoever is disabled: they hear what is decided in their absence.
async function toMember(
  post: Pick<Platform, 'publicUrl' | 'settings'>,
  tx: Tx,
  mail: Mail,
): Promise<Letter | null> {
  const request = await readRequest(tx, mail.account as AccountId, mail.requestId as RequestId)
  const told = (await everybodyWhoBelonged(tx, request)).find(({ personId }) => personId === mail.personId)
  const decision = await readDecision(tx, request)
  if (!told || !decision) return null
  const letter = { request, placeNames: await placeNamesOf(tx, request.accountId), personId: told.personId }
  const reader = { locale: mail.locale, timeZone: told.timeZone }
  const frame = { reader, publicUrl: post.publicUrl, installationName: post.settings.name }
  return decidedAsSupportMail(letter, frame, decision.given)
}
