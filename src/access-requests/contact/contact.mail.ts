import { messagePath } from '../../paths/conversation.ts'
import { type Block, cleanName, compose, defang, type Letter } from '../../platform/mailer/index.ts'
import type { LetterFrame } from '../letter.ts'
import { words } from '../messages/index.ts'
import type { SeenMessage } from './contact.store.ts'

/** To an administrator: what somebody wrote who does not see who that is. */
export function contactMail(message: SeenMessage, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const who = cleanName(defang(message.senderName))
  const account = cleanName(message.accountName)
  const { request } = message
  const facts: Block = {
    kind: 'facts',
    facts: [
      { label: t('letter.account'), value: `${account} (${message.identifier})` },
      ...(request ? [{ label: t('letter.contact.request'), value: request.reference }] : []),
    ],
  }
  return {
    subject: t('letter.contact.subject', { account }),
    thread: message.id,
    ...compose({
      reader: frame.reader,
      installationName: frame.installationName,
      opening: t('letter.contact.opening', { who, account, company: cleanName(defang(message.company)) }),
      blocks: [
        { kind: 'quote', by: t('letter.quote', { who }), text: message.text },
        facts,
        { kind: 'paragraph', text: t('letter.contact.text') },
      ],
      button: button(message, frame, t('letter.contact.button')),
      why: t('letter.why.approver'),
    }),
  }
}

/** To whoever wrote: what the administrators answered, without a name unless the account shows names. */
export function contactAnswerMail(message: SeenMessage, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const account = cleanName(message.accountName)
  const isNamed = message.showAdministrators === 'NAMES' && message.answeredBy !== null
  const who = isNamed ? cleanName(defang(message.answeredBy ?? '')) : t('letter.decided.who-decides')
  return {
    subject: t('letter.contact-answer.subject', { account }),
    thread: message.id,
    ...compose({
      reader: frame.reader,
      installationName: frame.installationName,
      opening: t('letter.contact-answer.opening', { account }),
      blocks: [
        { kind: 'quote', by: t('letter.quote', { who }), text: message.answer ?? '' },
        { kind: 'quote', by: t('letter.contact-answer.yours'), text: message.text },
      ],
      button: button(message, frame, t('letter.contact-answer.button')),
      why: t('letter.contact-answer.why'),
    }),
  }
}

function button({ id }: SeenMessage, { reader, publicUrl }: LetterFrame, label: string) {
  const orVisit = words.for(reader)('letter.or-visit')
  return { label, href: `${publicUrl}${messagePath.to(id)}`, orVisit }
}
