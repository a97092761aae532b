import { awayPath } from '../../paths/people.ts'
import { nameOf } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { cleanName, compose, type Letter, type Letters, type Mail } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { type Ended, endedOf, type Stand, standOf } from './told.store.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings'>

/** The letters to those who stand in; dropped when they no longer do. */
export function delegateLetters(post: Post): Letters {
  return {
    'delegate.chosen': (tx, mail) => write(post, tx, mail, chosen),
    'delegate.begins': (tx, mail) => write(post, tx, mail, begins),
    'delegate.ended': (tx, mail) => writeEnd(post, tx, mail),
  }
}

type Said = { readonly subject: string; readonly opening: string }
type Say = (stand: Stand, mail: Mail) => Said | null

async function write(post: Post, tx: Tx, mail: Mail, say: Say): Promise<Letter | null> {
  const { accountId, absentId } = mail.payload
  if (typeof accountId !== 'string' || typeof absentId !== 'string' || mail.personId === null) return null
  const stand = await standOf(tx, { account: accountId, absent: absentId, delegate: mail.personId })
  const said = stand && say(stand, mail)
  if (!stand || !said) return null
  const reader = { locale: mail.locale, timeZone: stand.timeZone }
  const t = words.for(reader)
  const composed = compose({
    reader,
    installationName: post.settings.name,
    opening: said.opening,
    blocks: [{ kind: 'paragraph', text: t('away.mail.chosen.text', { name: nameIn(stand) }) }],
    button: {
      label: t('away.mail.button'),
      href: `${post.publicUrl}${awayPath.to()}`,
      orVisit: t('away.mail.or-visit'),
    },
    why: t('away.mail.why'),
  })
  return { subject: said.subject, ...composed }
}

const chosen: Say = (stand, mail) => {
  const t = words.for(mail)
  const about = { name: nameIn(stand), account: cleanName(stand.accountName) }
  return { subject: t('away.mail.chosen.subject', about), opening: t('away.mail.chosen.opening', about) }
}

// Days are those of whoever is away.
const begins: Say = (stand, mail) => {
  const { awayUntil, awayFrom, now } = stand
  if (awayUntil === null || awayUntil <= now) return null
  const t = words.for(mail)
  const there = { locale: mail.locale, timeZone: stand.absentZone }
  const about = {
    name: nameIn(stand),
    account: cleanName(stand.accountName),
    date: formatDate(there, new Date(awayUntil.getTime() - 1), 'dayMonth'),
    from: formatDate(there, awayFrom ?? now, 'dayMonth'),
  }
  return { subject: t('away.mail.begins.subject', about), opening: t('away.mail.begins.opening', about) }
}

async function writeEnd(post: Post, tx: Tx, mail: Mail): Promise<Letter | null> {
  const { accountId, endedBy, byTheDelegate } = mail.payload
  if (typeof accountId !== 'string' || typeof endedBy !== 'string' || mail.personId === null) return null
  const end = await endedOf(tx, { account: accountId, by: endedBy, reader: mail.personId })
  if (!end) return null
  const reader = { locale: mail.locale, timeZone: end.timeZone }
  const t = words.for(reader)
  const by = byTheDelegate === true ? 'DELEGATE' : 'ABSENT'
  const about = { by, name: nameIn(end), account: cleanName(end.accountName) }
  const composed = compose({
    reader,
    installationName: post.settings.name,
    opening: t('away.mail.ended.opening', about),
    blocks: [{ kind: 'paragraph', text: t('away.mail.ended.text', about) }],
    button: {
      label: t('away.mail.ended.button'),
      href: `${post.publicUrl}${awayPath.to()}`,
      orVisit: t('away.mail.or-visit'),
    },
    why: t('away.mail.ended.why'),
  })
  return { subject: t('away.mail.ended.subject', about), ...composed }
}

function nameIn(stand: Ended): string {
  return cleanName(nameOf(stand))
}
