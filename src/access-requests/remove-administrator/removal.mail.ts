import { accountUsersPath, removalPath } from '../../paths/accounts.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { type Block, cleanName, compose, defang, type Letter } from '../../platform/mailer/index.ts'
import type { LetterFrame } from '../letter.ts'
import { words } from '../messages/index.ts'
import type { ToldEnd, ToldRemoval } from './told.query.ts'

type Said = {
  readonly subject: string
  readonly opening: string
  readonly blocks: readonly Block[]
  readonly button?: 'proposal' | 'users'
}

/** To the other administrators: one has proposed to remove somebody, one more must confirm. */
export function oneMoreToRemoveMail(told: ToldRemoval, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  return write(told, frame, {
    subject: t('letter.removal.subject', namesOf(told)),
    opening: t('letter.removal.opening', namesOf(told)),
    blocks: [reasonOf(told, frame), facts(told, frame), paragraph(t('letter.removal.text'))],
  })
}

/** To the person concerned: who proposes their removal, why, and what they can do. */
export function ownRemovalMail(told: ToldRemoval, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const { noticeEndsAt } = told.removal
  const text = noticeEndsAt
    ? t('letter.removal.text-own-two', { ...namesOf(told), date: dayOf(frame, noticeEndsAt) })
    : t('letter.removal.text-own')
  return write(told, frame, {
    subject: t('letter.removal.subject-own', namesOf(told)),
    opening: t('letter.removal.opening-own', namesOf(told)),
    blocks: [reasonOf(told, frame), facts(told, frame), paragraph(text)],
  })
}

/** To those who knew of a proposal: it was refused or withdrawn, and the access stays. */
export function removalEndedMail(told: ToldRemoval, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const { removal, settler } = told
  const names = { ...namesOf(told), by: nameFor(settler) }
  const quote: Block[] =
    removal.answer === ''
      ? []
      : [{ kind: 'quote', by: t('letter.quote', { who: names.by }), text: removal.answer }]
  if (removal.outcome === 'WITHDRAWN') {
    const opening = t('letter.removal.opening-withdrawn', names)
    const subject = t('letter.removal.subject-withdrawn', names)
    return write(told, frame, { subject, opening, blocks: quote, button: 'users' })
  }
  const objected = removal.settledBy === told.holderId
  const next = paragraph(
    t('letter.removal.next-objected', { installation: cleanName(frame.installationName) }),
  )
  return write(told, frame, {
    subject: t('letter.removal.subject-refused', names),
    opening: objected
      ? t('letter.removal.opening-objected', names)
      : t('letter.removal.opening-refused', names),
    blocks: objected ? [...quote, next] : quote,
    button: 'users',
  })
}

/** To the other administrators: somebody no longer administers the account, and how that came. */
export function administratorGoneMail(
  told: ToldEnd,
  removal: ToldRemoval | undefined,
  frame: LetterFrame,
): Letter {
  const t = words.for(frame.reader)
  const names = {
    account: cleanName(told.accountName),
    name: nameFor(told.holder),
    by: nameFor(told.by),
    first: nameFor(removal?.proposer ?? ''),
  }
  return write(told, frame, {
    subject: t('letter.removal.subject-done', names),
    opening: t(`letter.removal.opening-${howOf(told, removal)}`, names),
    blocks: [paragraph(t('letter.removal.done-text'))],
    button: 'users',
  })
}

function howOf(
  { byHolder }: ToldEnd,
  removal: ToldRemoval | undefined,
): 'left' | 'confirmed' | 'unopposed' | 'alone' {
  if (byHolder) return 'left'
  if (removal?.removal.outcome === 'CONFIRMED') return 'confirmed'
  return removal?.removal.outcome === 'UNOPPOSED' ? 'unopposed' : 'alone'
}

function write(
  told: Pick<ToldRemoval, 'identifier'> & { readonly removal?: ToldRemoval['removal'] },
  frame: LetterFrame,
  { subject, opening, blocks, button = 'proposal' }: Said,
): Letter {
  const { reader, publicUrl, installationName } = frame
  const t = words.for(reader)
  const path =
    button === 'proposal' && told.removal
      ? removalPath.to(told.identifier, told.removal.grantId)
      : accountUsersPath.to(told.identifier)
  const composed = compose({
    reader,
    installationName,
    opening,
    blocks: [...blocks],
    button: {
      label: button === 'proposal' ? t('letter.removal.button') : t('letter.removal.button-users'),
      href: `${publicUrl}${path}`,
      orVisit: t('letter.or-visit'),
    },
    why: t('letter.removal.why'),
  })
  return { subject, ...(told.removal ? { thread: told.removal.id } : {}), ...composed }
}

function namesOf(told: ToldRemoval) {
  return {
    account: cleanName(told.accountName),
    by: nameFor(told.proposer),
    name: nameFor(told.holder),
  }
}

function nameFor(name: string): string {
  return cleanName(defang(name))
}

function dayOf({ reader }: LetterFrame, at: Date): string {
  return formatDate(reader, at, 'dateTime')
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

function reasonOf(told: ToldRemoval, { reader }: LetterFrame): Block {
  const by = words.for(reader)('letter.quote', { who: nameFor(told.proposer) })
  return { kind: 'quote', by, text: told.removal.reason }
}

function facts(told: ToldRemoval, frame: LetterFrame): Block {
  const t = words.for(frame.reader)
  const { noticeEndsAt, lapsesAt } = told.removal
  const notice = noticeEndsAt
    ? [{ label: t('letter.removal.notice'), value: dayOf(frame, noticeEndsAt) }]
    : []
  return {
    kind: 'facts',
    facts: [
      { label: t('letter.removal.person'), value: nameFor(told.holder) },
      { label: t('letter.account'), value: `${cleanName(told.accountName)} (${told.identifier})` },
      ...notice,
      { label: t('letter.removal.lapses'), value: dayOf(frame, lapsesAt) },
    ],
  }
}
