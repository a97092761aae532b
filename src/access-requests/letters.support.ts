import type { Letters } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { isOpen } from './domain/request.ts'
import { escalatedMail, escalatedToSupportMail } from './escalate/escalated.mail.ts'
import { handedBackMail, yoursAgainMail } from './hand-back/handed-back.mail.ts'
import { composer, isRequester, mayStillDecide } from './letters.requester.ts'

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
    'access-request.handed-back.approver': composer(post, mayStillDecide, (letter, frame) =>
      isOpen(letter.request) ? yoursAgainMail(letter, frame) : null,
    ),
  }
}
