import { toldAs } from '../../people/index.ts'
import type { PersonId } from '../../kernel/id.ts'
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
import { standingOf } from '../domain/on-behalf.ts'
import type { LetterFrame } from '../letter.ts'
import { colleagueOf } from './colleague.query.ts'
import { answeredMail, askedMail } from './on-behalf.mail.ts'
import { findOnBehalf, type StoredOnBehalf } from './on-behalf.store.ts'

const kinds = { asked: 'on-behalf.asked.colleague', ended: 'on-behalf.ended.asker' } as const

/** Who is told about what is asked for a colleague. */
export const onBehalfAnnouncements: Announcements = {
  'on-behalf.asked': async (tx, event) => {
    const one = await findOnBehalf(tx, idIn(event))
    if (!one) return []
    const known = await colleagueOf(tx, one.address)
    const asker = await toldAs(tx, one.askedBy)
    const locale = known?.locale ?? asker?.locale ?? 'en'
    return [order(kinds.asked, event, { personId: known?.personId ?? null, address: one.address, locale })]
  },
  'on-behalf.refused': (tx, event) => toAsker(tx, event),
  'on-behalf.lapsed': (tx, event) => toAsker(tx, event),
}

const idIn = (from: { readonly facts: RecordedEvent['facts'] }) => String(from.facts['onBehalfId'])

async function toAsker(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  const asker = event.subject && (await toldAs(tx, event.subject as PersonId))
  if (!asker) return []
  const ended = order(kinds.ended, event, asker)
  return [{ ...ended, payload: { ...ended.payload, because: event.facts['because'] ?? null } }]
}

function order(
  kind: string,
  event: RecordedEvent,
  { personId, address, locale }: Pick<MailOrder, 'personId' | 'address' | 'locale'>,
): MailOrder {
  return { kind, personId, address, locale, payload: { onBehalfId: idIn(event) }, category: 'own-request' }
}

/** The letters about requests for colleagues, for whoever they still concern when they are sent. */
export function onBehalfLetters(post: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  const write =
    (
      compose: (one: StoredOnBehalf, frame: LetterFrame, because: string) => Letter,
      concerns: (status: string) => boolean,
    ) =>
    async (tx: Tx, mail: Mail): Promise<Letter | null> => {
      const one = await findOnBehalf(tx, String(mail.payload['onBehalfId']))
      if (!one || !concerns(standingOf(one, one.now))) return null
      const person = mail.personId ? await toldAs(tx, mail.personId as PersonId) : undefined
      if (mail.personId && !person) return null
      const reader = { locale: mail.locale, timeZone: person?.timeZone ?? one.timeZone }
      const frame = { reader, publicUrl: post.publicUrl, installationName: post.settings.name }
      return compose(one, frame, String(mail.payload['because'] ?? ''))
    }
  return {
    [kinds.asked]: write(askedMail, (status) => status === 'WAITING'),
    [kinds.ended]: write(answeredMail, (status) => status === 'REFUSED' || status === 'LAPSED'),
  }
}
