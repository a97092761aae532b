import type { PersonId } from '../../kernel/id.ts'
import { casePath } from '../../paths/support-cases.ts'
import { type Composer, cleanName, compose, replyAddress } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { caseOf, frameFor, saidIn } from '../case-letter.ts'
import { factsOf } from '../case.mail.ts'
import { words } from '../messages/index.ts'
import { nameOfPerson } from './requester.query.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings' | 'config' | 'key'>

/** The letter to an outside desk: a new case, or what its requester says; an answer to it comes back into the case. */
export function deskLetter(post: Post): Composer {
  return async (tx, mail) => {
    const one = await caseOf(tx, mail)
    if (!one || one.status === 'CLOSED') return null
    const frame = frameFor(post, mail, 'UTC')
    const t = words.for(frame.reader)
    const said = await saidIn(tx, one, mail)
    const who = await nameOfPerson(tx, one.requesterId as PersonId | null)
    const names = { reference: one.reference, who: who === null ? t('said.erased') : cleanName(who) }
    const opened = mail.payload['what'] === 'opened'
    const composed = compose({
      ...frame,
      opening: opened
        ? t(`letter.opened.agent.${one.cause}`, accountIn(t, one))
        : t('letter.desk.said', names),
      blocks: [
        ...(said ? [{ kind: 'quote' as const, by: t('letter.quote', names), text: said.text }] : []),
        factsOf(t, one, frame.reader),
      ],
      button: {
        label: t('letter.button'),
        href: `${frame.publicUrl}${casePath.to(one.id)}`,
        orVisit: t('letter.or-visit'),
      },
      why: t('letter.why.desk'),
    })
    const replyTo = replyAddress(post, 'case', one.id)
    const subject = t(opened ? 'letter.desk.opened.subject' : 'letter.desk.said.subject', names)
    return { subject, ...composed, thread: one.id, ...(replyTo === null ? {} : { replyTo }) }
  }
}

function accountIn(t: ReturnType<typeof words.for>, { accountName }: { accountName: string | null }) {
  return { account: accountName === null ? t('letter.the-portal') : cleanName(accountName) }
}
