import { toldAs } from '../../people/index.ts'
import type { AccountId, PersonId, RequestId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import type {
  Announcements,
  Letter,
  Letters,
  Mail,
  MailOrder,
  RecordedEvent,
} from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { LetterFrame } from '../letter.ts'
import { tellsBackups, toldAmong } from '../domain/telling.ts'
import { type Approver, approversOf, readRequest } from '../requests.store.ts'
import { contactAnswerMail, contactMail } from './contact.mail.ts'
import { findMessage, type SeenMessage } from './contact.store.ts'

const kinds = {
  message: 'account.administrators-contacted.administrator',
  answer: 'account.contact-answered.sender',
} as const

/** Who is told of a message to administrators, and of the answer. */
export const contactAnnouncements: Announcements = {
  'account.administrators-contacted': async (tx, event) => {
    const people = await addressees(tx, event)
    return people.map((one) => orderFor(kinds.message, event, one))
  },
  'account.contact-answered': async (tx, event) => {
    const sender = event.subject && (await toldAs(tx, event.subject as PersonId))
    return sender ? [orderFor(kinds.answer, event, sender)] : []
  },
}

/** Those who may decide the request it is about; else the administrators of the account. */
async function addressees(tx: Tx, event: RecordedEvent): Promise<Approver[]> {
  const accountId = event.account as AccountId
  const sender = event.actor as PersonId
  if (event.request === null) {
    const asker = { requesterId: sender, beneficiaryId: sender }
    return toldAmong(await approversOf(tx, { accountId, scope: { kind: 'ACCOUNT' }, ...asker }), {
      late: false,
    })
  }
  const request = await readRequest(tx, accountId, event.request as RequestId)
  const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
  return toldAmong(approvers, { late: tellsBackups(request) })
}

type Told = Pick<Approver, 'personId' | 'address' | 'locale'>

function orderFor(kind: string, event: RecordedEvent, { personId, address, locale }: Told): MailOrder {
  const payload = { messageId: event.facts['messageId'] }
  return { kind, personId, address, locale, payload, category: 'conversation' }
}

/** The letters about messages to administrators, for whoever they still concern when they are sent. */
export function contactLetters(post: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  const write =
    (
      compose: (message: SeenMessage, frame: LetterFrame) => Letter,
      isFor: (message: SeenMessage) => boolean,
    ) =>
    async (tx: Tx, mail: Mail): Promise<Letter | null> => {
      const personId = mail.personId as PersonId
      const person = await toldAs(tx, personId)
      const message = await findMessage(tx, { personId }, String(mail.payload['messageId']))
      if (!person || !message || !isFor(message)) return null
      const reader = { locale: mail.locale, timeZone: person.timeZone }
      return compose(message, { reader, publicUrl: post.publicUrl, installationName: post.settings.name })
    }
  return {
    // Answered by a colleague before the mail could go: nothing is left to do.
    [kinds.message]: write(contactMail, ({ isForViewer, answer }) => isForViewer && answer === null),
    [kinds.answer]: write(contactAnswerMail, ({ isForViewer, answer }) => !isForViewer && answer !== null),
  }
}
