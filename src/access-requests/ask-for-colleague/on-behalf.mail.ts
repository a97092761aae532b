import { onBehalfPath } from '../../paths/on-behalf.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { type Block, cleanName, compose, defang, type Letter } from '../../platform/mailer/index.ts'
import { standingOf } from '../domain/on-behalf.ts'
import type { LetterFrame } from '../letter.ts'
import { words } from '../messages/index.ts'
import type { StoredOnBehalf } from './on-behalf.store.ts'

/** To a colleague: somebody asks for access for them, and they confirm it or not. */
export function askedMail(one: StoredOnBehalf, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const who = cleanName(defang(one.askedByName))
  const facts: Block = {
    kind: 'facts',
    facts: [
      { label: t('letter.account'), value: one.identifier },
      { label: t('behalf.until'), value: formatDate(frame.reader, one.lapsesAt, 'date') },
    ],
  }
  return {
    subject: t('letter.behalf.subject', { who }),
    thread: one.id,
    ...compose({
      reader: frame.reader,
      installationName: frame.installationName,
      opening: t('letter.behalf.opening', { who, account: one.identifier }),
      blocks: [
        facts,
        { kind: 'quote', by: t('letter.quote', { who }), text: one.reason },
        { kind: 'paragraph', text: t('letter.behalf.text') },
      ],
      button: button(one, frame, t('letter.behalf.button')),
      why: t('letter.behalf.why', { who }),
    }),
  }
}

/** To whoever asked: the colleague does not want it, or did not answer, or no longer can; then `because` says why. */
export function answeredMail(one: StoredOnBehalf, frame: LetterFrame, because: string): Letter {
  const t = words.for(frame.reader)
  const account = cleanName(one.accountName)
  const refused = standingOf(one, one.now) === 'REFUSED'
  const values = { colleague: cleanName(defang(one.address)), account }
  const over = t('letter.behalf-ended.over', { ...values, because })
  return {
    subject: t('letter.behalf-ended.subject', { account }),
    thread: one.id,
    ...compose({
      reader: frame.reader,
      installationName: frame.installationName,
      opening: because === '' ? t(`letter.behalf-ended.${refused ? 'refused' : 'lapsed'}`, values) : over,
      blocks: [{ kind: 'paragraph', text: t('letter.behalf-ended.text') }],
      button: button(one, frame, t('letter.behalf-ended.button')),
      why: t('letter.behalf-ended.why'),
    }),
  }
}

function button({ id }: StoredOnBehalf, { reader, publicUrl }: LetterFrame, label: string) {
  return { label, href: `${publicUrl}${onBehalfPath.to(id)}`, orVisit: words.for(reader)('letter.or-visit') }
}
