import { createHmac } from 'node:crypto'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { daysAfter } from '../../kernel/time.ts'
import { claimLinkPath, claimPath } from '../../paths/claims.ts'
import { accountPath } from '../../paths/accounts.ts'
import { nameOf } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  type Block,
  cleanName,
  compose,
  type Letter,
  type Letters,
  type Mail,
} from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { daysToProve, isClaimOpen } from '../domain/claim.ts'
import { words } from '../messages/index.ts'
import { findClaim, type StoredClaim } from './claims.store.ts'
import { type ClaimLinkPurpose, keepClaimLink } from './links.store.ts'
import { claimIn, type Party, partyOf } from './told.store.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings' | 'key'>
type About = {
  readonly tx: Tx
  readonly mail: Mail
  readonly claim: StoredClaim
  readonly claimant: Party
  readonly reader: Reader
  readonly post: Post
}
type Said = {
  readonly subject: string
  readonly opening: string
  readonly blocks: readonly Block[]
  readonly button: { readonly label: string; readonly path: string }
  readonly why: string
}

/** The letters about claims, each written for whoever it still concerns when it is sent. */
export function claimLetters(post: Post): Letters {
  return {
    'claim.role-mail': composer(post, roleMail),
    'claim.noticed.member': composer(post, noticed),
    'claim.noticed.claimant': composer(post, noticedOwn),
    'claim.agent': composer(post, forAgent),
    'claim.over': composer(post, over),
    'claim.administered': composer(post, administered),
  }
}

function composer(post: Post, say: (about: About) => Promise<Said | null>) {
  return async (tx: Tx, mail: Mail): Promise<Letter | null> => {
    const about = await aboutOf(post, tx, mail)
    const said = about && (await say(about))
    if (!about || !said) return null
    const t = words.for(about.reader)
    const { subject, opening, blocks, button, why } = said
    const composed = compose({
      reader: about.reader,
      installationName: post.settings.name,
      opening,
      blocks,
      button: {
        label: button.label,
        href: `${post.publicUrl}${button.path}`,
        orVisit: t('claim.mail.or-visit'),
      },
      why,
    })
    return { subject, ...composed, thread: about.claim.id }
  }
}

async function aboutOf(post: Post, tx: Tx, mail: Mail): Promise<About | undefined> {
  const id = claimIn(mail.payload)
  const claim = id && (await findClaim(tx, id))
  const claimant = claim && (await partyOf(tx, claim.claimantId))
  if (!claim || !claimant) return undefined
  const told = mail.personId === null ? undefined : await partyOf(tx, mail.personId as PersonId)
  if (told?.status === 'ERASED') return undefined
  const timeZone = told?.timeZone ?? claimant.timeZone
  return { tx, mail, claim, claimant, post, reader: { locale: mail.locale, timeZone } }
}

// Always the same for the same mail, so that a mail that is sent twice opens the same.
function tokenFor({ post, mail }: About): string {
  return createHmac('sha256', post.key).update(`claim-link\n${mail.account}\n${mail.id}`).digest('base64url')
}

async function linkFor(about: About, purpose: ClaimLinkPurpose, domain: string | null): Promise<string> {
  const { claim, mail } = about
  const token = tokenFor(about)
  const personId = mail.personId as PersonId | null
  const link = { accountId: claim.accountId as AccountId, claimId: claim.id, purpose, personId, domain }
  await keepClaimLink(about.tx, token, link, 30)
  return claimLinkPath.to(token)
}

function names({ claim, claimant }: About) {
  return { name: cleanName(nameOf(claimant)), account: cleanName(claim.accountName) }
}

function facts({ claim, claimant, reader }: About): Block {
  const t = words.for(reader)
  return {
    kind: 'facts',
    facts: [
      { label: t('claim.fact.reference'), value: claim.reference },
      { label: t('claim.fact.account'), value: `${cleanName(claim.accountName)} (${claim.identifier})` },
      { label: t('claim.fact.claimant'), value: `${cleanName(nameOf(claimant))}, ${claimant.address}` },
    ],
  }
}

function quote({ claim, claimant, reader }: About): Block[] {
  if (claim.reason === '') return []
  const by = words.for(reader)('claim.mail.wrote', { name: cleanName(nameOf(claimant)) })
  return [{ kind: 'quote', by, text: claim.reason }]
}

async function roleMail(about: About): Promise<Said | null> {
  const { claim, mail, reader } = about
  const { domain } = mail.payload
  if (claim.status !== 'OPEN' || typeof domain !== 'string') return null
  const t = words.for(reader)
  const said = { ...names(about), domain }
  return {
    subject: t('claim.mail.domain.subject', said),
    opening: t('claim.mail.domain.opening', said),
    blocks: [facts(about), ...quote(about), { kind: 'paragraph', text: t('claim.mail.domain.text') }],
    button: { label: t('claim.mail.domain.button'), path: await linkFor(about, 'CONFIRM_DOMAIN', domain) },
    why: t('claim.mail.domain.why', { domain }),
  }
}

async function noticed(about: About): Promise<Said | null> {
  const { claim, reader } = about
  if (!isClaimOpen(claim.status) || claim.noticeEndsAt === null) return null
  const t = words.for(reader)
  const said = { ...names(about), date: formatDate(reader, claim.noticeEndsAt, 'date') }
  return {
    subject: t('claim.mail.notice.subject', said),
    opening: t('claim.mail.notice.opening', said),
    blocks: [facts(about), ...quote(about), { kind: 'paragraph', text: t('claim.mail.notice.text', said) }],
    button: { label: t('claim.mail.notice.button'), path: await linkFor(about, 'STOP', null) },
    why: t('claim.mail.notice.why', said),
  }
}

async function noticedOwn(about: About): Promise<Said | null> {
  const { claim, reader } = about
  if (!isClaimOpen(claim.status) || claim.noticeEndsAt === null) return null
  const t = words.for(reader)
  const said = { ...names(about), date: formatDate(reader, claim.noticeEndsAt, 'date') }
  return {
    subject: t('claim.mail.proven.subject', said),
    opening: t('claim.mail.proven.opening', said),
    blocks: [facts(about), { kind: 'paragraph', text: t('claim.mail.proven.text', said) }],
    button: { label: t('claim.mail.open'), path: claimPath.to(claim.id) },
    why: t('claim.mail.why'),
  }
}

async function forAgent(about: About): Promise<Said | null> {
  const { claim, reader } = about
  if (!isClaimOpen(claim.status)) return null
  const t = words.for(reader)
  const step = claim.status === 'OPEN' ? 'documents' : claim.approvedBy.length > 0 ? 'second' : 'decide'
  const said = { ...names(about), step }
  return {
    subject: t('claim.mail.agent.subject', { reference: claim.reference, account: said.account }),
    opening: t('claim.mail.agent.opening', said),
    blocks: [facts(about), ...quote(about)],
    button: { label: t('claim.mail.open'), path: claimPath.to(claim.id) },
    why: t('claim.mail.agent.why'),
  }
}

async function over(about: About): Promise<Said | null> {
  const { claim, reader, mail } = about
  if (isClaimOpen(claim.status)) return null
  const t = words.for(reader)
  const isOwn = mail.personId === claim.claimantId
  const how = claim.status === 'LAPSED' && claim.provedAt !== null ? 'ENDED' : claim.status
  const said = { ...names(about), how, whose: isOwn ? 'own' : 'other' }
  const answer: Block[] =
    isOwn && claim.answer !== '' ? [{ kind: 'quote', by: t('claim.mail.answered'), text: claim.answer }] : []
  const button =
    isOwn && claim.status === 'GRANTED'
      ? { label: t('claim.account.open'), path: accountPath.to(claim.identifier) }
      : { label: t('claim.mail.open'), path: claimPath.to(claim.id) }
  return {
    subject: t('claim.mail.over.subject', said),
    opening: t('claim.mail.over.opening', said),
    blocks: [facts(about), ...answer],
    button,
    why: isOwn ? t('claim.mail.why') : t('claim.mail.notice.why', said),
  }
}

async function administered(about: About): Promise<Said | null> {
  const { claim, reader } = about
  if (claim.status !== 'OPEN') return null
  const t = words.for(reader)
  const until = daysAfter(claim.openedAt, daysToProve)
  const said = { ...names(about), date: formatDate(reader, until, 'date') }
  return {
    subject: t('claim.mail.administered.subject', said),
    opening: t('claim.mail.administered.opening', said),
    blocks: [facts(about), { kind: 'paragraph', text: t('claim.mail.administered.text', said) }],
    button: { label: t('claim.mail.open'), path: claimPath.to(claim.id) },
    why: t('claim.mail.why'),
  }
}
