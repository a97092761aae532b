import { accountUsersPath } from '../../paths/accounts.ts'
import { askPath, requestPath } from '../../paths/access-requests.ts'
import { ownAccessPath } from '../../paths/access.ts'
import type { AccountId, GrantId } from '../../kernel/id.ts'
import { activeOperators, nameOf, type Told, toldAs } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import {
  type Block,
  cleanName,
  compose,
  defang,
  type Letter,
  type Letters,
  type Mail,
} from '../../platform/mailer/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Platform } from '../../platform/platform.ts'
import { sayEnd, sayHeld, sayRole } from '../held.ts'
import { words } from '../messages/index.ts'
import { endToTell, otherAdministrators, type Summary, summaryOf, type ToldEnd } from './told.store.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings'>
type Still = (end: ToldEnd, mail: Mail) => boolean

// What is told as an administrator is told only while one is.
async function concerns(tx: Tx, { kind, account, personId }: Mail): Promise<boolean> {
  if (kind.endsWith('.holder')) return true
  const all = kind.endsWith('.operator')
    ? await activeOperators(tx)
    : await otherAdministrators(tx, account, null)
  return all.some((one) => one.personId === personId)
}

const ends: Still = ({ isOver, isSuspended, goesOn, endsAt }, { payload }) =>
  !isOver && !isSuspended && !goesOn && endsAt !== null && endsAt <= new Date(String(payload['endsAt']))
const hasEnded: Still = ({ isOver, goesOn }) => isOver && !goesOn
const goesOnAlone: Still = ({ isOver, endsAt }) => !isOver && endsAt !== null

/** The letters about rights that end; one that is no longer so is not written. */
export function endingLetters(post: Post): Letters {
  const of = (still: Still, say: Say) => (tx: Tx, mail: Mail) => write(post, tx, mail, { still, say })
  return {
    'grant.ending.holder': of(ends, endingMail),
    'grant.ending.administrator': of(ends, otherEndingMail),
    'grant.ending.summary': (tx, mail) => writeSummary(post, tx, mail),
    'grant.expired.holder': of(hasEnded, expiredMail),
    'grant.expired.administrator': of(hasEnded, otherExpiredMail),
    'grant.given-back.administrator': of(({ isOver }) => isOver, givenBackMail),
    'grant.end-moved.holder': of(goesOnAlone, movedMail('holder')),
    'grant.end-moved.administrator': of(goesOnAlone, movedMail('other')),
    'grant.end-moved.operator': of(goesOnAlone, movedMail('other')),
  }
}

/** What a letter says, in words; `href` is where its button leads. */
type Said = {
  readonly subject: string
  readonly opening: string
  readonly text: string
  readonly button: string
  readonly href: string
  readonly why: string
}
type Say = (end: ToldEnd, to: Told & { readonly mail: Mail }) => Said

type Writing = { readonly still: Still; readonly say: Say }

async function write(post: Post, tx: Tx, mail: Mail, { still, say }: Writing): Promise<Letter | null> {
  const { accountId, grantId } = mail.payload
  if (typeof accountId !== 'string' || typeof grantId !== 'string' || mail.personId === null) return null
  const to = await toldAs(tx, mail.personId)
  const end = await endToTell(tx, { accountId: accountId as AccountId, id: grantId as GrantId })
  if (!to || !end || !still(end, mail) || !(await concerns(tx, mail))) return null
  return composed(post, { ...to, locale: mail.locale }, say(end, { ...to, mail }), [
    factsOf(end, { ...to, mail }),
  ])
}

function composed(post: Post, to: Told, said: Said, blocks: readonly Block[]): Letter {
  const reader = { locale: to.locale, timeZone: to.timeZone }
  const letter = compose({
    reader,
    installationName: post.settings.name,
    opening: said.opening,
    blocks: [...blocks, { kind: 'paragraph', text: said.text }],
    button: {
      label: said.button,
      href: `${post.publicUrl}${said.href}`,
      orVisit: words.for(reader)('ending.mail.or-visit'),
    },
    why: said.why,
  })
  return { subject: said.subject, ...letter }
}

type Addressed = Parameters<Say>[1]

const readerOf = ({ mail, timeZone }: Addressed) => ({ locale: mail.locale, timeZone })

function namesIn(end: ToldEnd, to: Addressed) {
  const reader = readerOf(to)
  return {
    account: cleanName(end.accountName),
    name: cleanName(defang(nameOf(end.holder))),
    date: end.endsAt ? sayEnd(reader, end.endsAt) : '',
    role: defang(cleanName(sayRole(reader, end.role))),
    reference: end.reference ?? '',
  }
}

function factsOf(end: ToldEnd, to: Addressed): Block {
  const reader = readerOf(to)
  const t = words.for(reader)
  const places = end.place.length === 0 ? [] : [end.place.join(' / ')]
  const held = sayHeld(reader, { role: end.role, places, endsAt: end.endsAt })
  const account = `${cleanName(end.accountName)} (${end.identifier})`
  return {
    kind: 'facts',
    facts: [
      { label: t('ending.mail.held'), value: defang(held) },
      { label: t('ending.mail.account'), value: account },
    ],
  }
}

const endingMail: Say = (end, to) => {
  const t = words.for(readerOf(to))
  const names = namesIn(end, to)
  return {
    subject: t('ending.mail.subject', names),
    opening: t('ending.mail.opening', names),
    text: end.openRequestId === null ? t('ending.mail.text') : t('ending.mail.text-open', names),
    ...(openRequest(end, to) ?? { button: t('ending.mail.button'), href: ownAccessPath.to(end.identifier) }),
    why: t('ending.mail.why'),
  }
}

// One request at a time: whoever has one can only look after that.
function openRequest({ openRequestId }: ToldEnd, to: Addressed): Pick<Said, 'button' | 'href'> | undefined {
  if (openRequestId === null) return undefined
  return { button: words.for(readerOf(to))('ending.mail.button-open'), href: requestPath.to(openRequestId) }
}

const expiredMail: Say = (end, to) => {
  const t = words.for(readerOf(to))
  const names = namesIn(end, to)
  return {
    subject: t('expired.mail.subject', names),
    opening: t('expired.mail.opening', names),
    text: end.openRequestId === null ? t('expired.mail.text') : t('expired.mail.text-open', names),
    ...(openRequest(end, to) ?? { button: t('expired.mail.button'), href: askPath.to(end.identifier) }),
    why: t('ending.mail.why'),
  }
}

const otherEndingMail: Say = (end, to) => {
  const t = words.for(readerOf(to))
  const names = namesIn(end, to)
  return {
    subject: t('ending.mail.other.subject', names),
    opening: t('ending.mail.other.opening', names),
    text: t('ending.mail.other.text'),
    ...toUsers(end, to),
  }
}

const otherExpiredMail: Say = (end, to) => {
  const t = words.for(readerOf(to))
  const names = namesIn(end, to)
  return {
    subject: t('expired.mail.other.subject', names),
    opening: t('expired.mail.other.opening', names),
    text: t('ending.mail.other.text'),
    ...toUsers(end, to),
  }
}

const givenBackMail: Say = (end, to) => {
  const t = words.for(readerOf(to))
  const names = namesIn(end, to)
  return {
    subject: t('given-back.mail.subject', names),
    opening: t('given-back.mail.opening', names),
    text: t('given-back.mail.text'),
    ...toUsers(end, to),
  }
}

function toUsers(end: ToldEnd, to: Addressed) {
  const t = words.for(readerOf(to))
  return {
    button: t('ending.mail.users'),
    href: accountUsersPath.to(end.identifier),
    why: t('ending.mail.why-administrator', namesIn(end, to)),
  }
}

function movedMail(to: 'holder' | 'other'): Say {
  return (end, told) => {
    const t = words.for(readerOf(told))
    const names = namesIn(end, told)
    return {
      subject: t('moved.mail.subject', names),
      opening: t(`moved.mail.opening-${to}`, names),
      text: t(`moved.mail.text-${to}`),
      ...toUsers(end, told),
    }
  }
}

const summaryDays = 14

async function writeSummary(post: Post, tx: Tx, mail: Mail): Promise<Letter | null> {
  const { accountId } = mail.payload
  if (typeof accountId !== 'string' || mail.personId === null) return null
  const to = await toldAs(tx, mail.personId)
  const found = await summaryOf(tx, accountId, summaryDays + 1)
  if (!to || !found || found.first === null || !(await concerns(tx, mail))) return null
  const reader = { locale: mail.locale, timeZone: to.timeZone }
  const t = words.for(reader)
  const names = {
    account: cleanName(found.accountName),
    n: found.count,
    date: sayEnd(reader, found.first),
  }
  const said = {
    subject: t('ending.mail.summary.subject', names),
    opening: t('ending.mail.summary.opening', names),
    text: t('ending.mail.summary.text', names),
    button: t('ending.mail.users'),
    href: accountUsersPath.to(found.identifier),
    why: t('ending.mail.why-administrator', names),
  }
  return composed(post, { ...to, locale: mail.locale }, said, soonestOf(reader, found))
}

// Who holds what, the first ones; how many there are stands above.
function soonestOf(reader: Reader, { soonest, count }: Summary): Block[] {
  const facts = soonest.map(({ holder, role, place, endsAt }) => ({
    label: cleanName(defang(nameOf(holder))),
    value: defang(sayHeld(reader, { role, places: place === null ? [] : [place], endsAt })),
  }))
  const more = count - soonest.length
  const rest = words.for(reader)('ending.mail.summary.more', { n: more })
  return [{ kind: 'facts', facts }, ...(more > 0 ? [{ kind: 'paragraph' as const, text: rest }] : [])]
}
