import { createHmac } from 'node:crypto'
import { accountPath } from '../paths/accounts.ts'
import { applicationLinkPath, applicationPath } from '../paths/new-accounts.ts'
import type { PersonId } from '../kernel/id.ts'
import { nameOf } from '../people/index.ts'
import type { Tx } from '../platform/db/index.ts'
import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import {
  type Block,
  cleanName,
  compose,
  type Letter,
  type Letters,
  type Mail,
} from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findApplication, storyOf, type StoredApplication } from './applications.store.ts'
import { isApplicationOpen, openChecks } from './domain/application.ts'
import { lapsesAt } from './domain/times.ts'
import { type ApplicationLink, keepApplicationLink } from './links/links.store.ts'
import { words } from './messages/index.ts'
import { isProvable } from './prove/prove.ts'
import { applicationIn, type Party, partyOf } from './told.store.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings' | 'key'>
type About = {
  readonly tx: Tx
  readonly mail: Mail
  readonly application: StoredApplication
  readonly requester: Party
  readonly reader: Reader
  readonly post: Post
  readonly t: ReturnType<typeof words.for>
  /** What every sentence can name. */
  readonly said: {
    readonly name: string
    readonly account: string
    readonly identifier: string
    readonly reference: string
    readonly nominee: string
    readonly date: string
  }
}
type Said = {
  readonly subject: string
  readonly opening: string
  readonly blocks: readonly Block[]
  readonly button?: { readonly label: string; readonly path: string }
  readonly why: string
}
type Say = (about: About) => Promise<Said | null> | Said | null

/** The letters about new accounts, each written for whoever it still concerns when it is sent. */
export function letters(post: Post): Letters {
  const all: Readonly<Record<string, Say>> = {
    'application.receipt': receipt,
    'application.nominee': (about) => toNominee(about, 'nominee'),
    'application.nominee-reminder': (about) => toNominee(about, 'nominee-reminder'),
    'application.operator': forOperator,
    'application.approved': approved,
    'application.action': action,
    'application.proof-lost': proofLost,
    'application.expiry-near': expiryNear,
    'application.over': over,
    'application.role-mail': roleMail,
  }
  return Object.fromEntries(Object.entries(all).map(([kind, say]) => [kind, composer(post, say)]))
}

function composer(post: Post, say: Say) {
  return async (tx: Tx, mail: Mail): Promise<Letter | null> => {
    const about = await aboutOf(post, tx, mail)
    const said = about && (await say(about))
    if (!about || !said) return null
    const { subject, opening, blocks, button, why } = said
    const composed = compose({
      reader: about.reader,
      installationName: post.settings.name,
      opening,
      blocks,
      ...(button && {
        button: {
          label: button.label,
          href: `${post.publicUrl}${button.path}`,
          orVisit: about.t('application.mail.or-visit'),
        },
      }),
      why,
    })
    return { subject, ...composed, thread: about.application.id }
  }
}

async function aboutOf(post: Post, tx: Tx, mail: Mail): Promise<About | undefined> {
  const id = applicationIn(mail.payload)
  const application = id && (await findApplication(tx, id))
  const requester = application && (await partyOf(tx, application.requesterId))
  if (!application || !requester) return undefined
  const told = mail.personId === null ? undefined : await partyOf(tx, mail.personId as PersonId)
  if (told?.status === 'ERASED') return undefined
  const reader = { locale: mail.locale, timeZone: told?.timeZone ?? requester.timeZone }
  const said = {
    name: cleanName(nameOf(requester)),
    account: cleanName(application.name),
    identifier: application.identifier,
    reference: application.reference,
    nominee: application.nomineeAddress,
    date: formatDate(reader, lapsesAt(application), 'date'),
  }
  return { tx, mail, application, requester, reader, post, t: words.for(reader), said }
}

// Always the same for the same mail, so that a mail that is sent twice opens the same.
async function linkFor(about: About, link: Omit<ApplicationLink, 'applicationId'>): Promise<string> {
  const { mail, post, application } = about
  const token = createHmac('sha256', post.key)
    .update(`application-link\n${mail.account}\n${mail.id}`)
    .digest('base64url')
  await keepApplicationLink(about.tx, token, { ...link, applicationId: application.id }, 95)
  return applicationLinkPath.to(token)
}

function facts({ application, requester, t, said }: About): Block {
  return {
    kind: 'facts',
    facts: [
      { label: t('application.fact.reference'), value: said.reference },
      { label: t('application.fact.account'), value: `${said.account} (${said.identifier})` },
      { label: t('application.fact.requester'), value: `${said.name}, ${requester.address}` },
      ...(application.whose === 'OWN'
        ? []
        : [{ label: t('application.fact.nominee'), value: application.nomineeAddress }]),
    ],
  }
}

function reason({ application, t, said }: About): Block[] {
  if (application.reason === '') return []
  return [{ kind: 'quote', by: t('application.mail.wrote', said), text: application.reason }]
}

function open({ application, t }: About) {
  return { label: t('application.mail.open'), path: applicationPath.to(application.id) }
}

function receipt(about: About): Said | null {
  const { application, t, said } = about
  if (!isApplicationOpen(application.status)) return null
  return {
    subject: t('application.mail.receipt.subject', said),
    opening: t('application.mail.receipt.opening', { ...said, status: application.status }),
    blocks: [facts(about), { kind: 'paragraph', text: t('application.mail.receipt.text', said) }],
    button: open(about),
    why: t('application.mail.why'),
  }
}

// A nominee without an identity here learns who asks and for what; the link itself opens nothing without signing in.
async function toNominee(about: About, kind: 'nominee' | 'nominee-reminder'): Promise<Said | null> {
  const { application, mail, t, said } = about
  const round = Number(mail.payload['round'])
  if (application.status !== 'AWAITING_NOMINEE' || round !== application.nomineeRound) return null
  const isOwn = application.whose === 'OWN'
  const path = isOwn
    ? applicationPath.to(application.id)
    : await linkFor(about, { purpose: 'NOMINEE', domain: null, round })
  const whose = isOwn ? 'own' : 'other'
  return {
    subject: t(`application.mail.${kind}.subject`, { ...said, whose }),
    opening: t(`application.mail.${kind}.opening`, { ...said, whose }),
    blocks: [
      facts(about),
      ...(isOwn ? [] : reason(about)),
      { kind: 'paragraph', text: t('application.mail.nominee.text', said) },
    ],
    button: { label: t('application.mail.nominee.button'), path },
    why: isOwn ? t('application.mail.why') : t('application.mail.nominee.why', said),
  }
}

function forOperator(about: About): Said | null {
  const { application, mail, t, said } = about
  if (application.status !== 'CHECKING') return null
  const when = mail.payload['near'] === 1 ? 'near' : 'new'
  const checks = openChecks(application).map((check) => t(`application.check.${check}`))
  return {
    subject: t('application.mail.operator.subject', { ...said, when }),
    opening: t('application.mail.operator.opening', { ...said, when }),
    blocks: [
      facts(about),
      { kind: 'facts', facts: [{ label: t('application.fact.checks'), value: checks.join(', ') }] },
      ...reason(about),
    ],
    button: open(about),
    why: t('application.mail.operator.why'),
  }
}

function approved(about: About): Said | null {
  const { application, t, said } = about
  if (application.status !== 'AWAITING_NOMINEE' || application.whose === 'OWN') return null
  return {
    subject: t('application.mail.approved.subject', said),
    opening: t('application.mail.approved.opening', said),
    blocks: [facts(about)],
    button: open(about),
    why: t('application.mail.why'),
  }
}

// Pointless once it is proven in another way, or over.
function proofLost(about: About): Said | null {
  const { application, t, said } = about
  if (!isProvable(application)) return null
  return {
    subject: t('application.mail.proof-lost.subject', said),
    opening: t('application.mail.proof-lost.opening', said),
    blocks: [{ kind: 'paragraph', text: t('application.mail.proof-lost.text') }],
    button: open(about),
    why: t('application.mail.why'),
  }
}

const writers = { ASKED: 'operator', REFUSED: 'nominee', DECLINED: 'operator' } as const

async function lastNote({ tx, application, t }: About): Promise<Block[]> {
  const story = await storyOf(tx, application.id)
  const last = story.filter(({ kind, note }) => note !== '' && kind in writers).at(-1)
  const who = last && writers[last.kind as keyof typeof writers]
  return last && who ? [{ kind: 'quote', by: t('application.mail.note', { who }), text: last.note }] : []
}

async function action(about: About): Promise<Said | null> {
  const { application, t, said } = about
  if (application.status !== 'ACTION_NEEDED') return null
  const who = application.action === 'NOMINEE' ? 'nominee' : 'operator'
  return {
    subject: t('application.mail.action.subject', said),
    opening: t('application.mail.action.opening', { ...said, who }),
    blocks: [...(await lastNote(about)), facts(about)],
    button: open(about),
    why: t('application.mail.why'),
  }
}

function expiryNear(about: About): Said | null {
  const { application, t, said } = about
  const { status, whose } = application
  if (!isApplicationOpen(status)) return null
  const stands = status === 'AWAITING_NOMINEE' ? whose : status
  return {
    subject: t('application.mail.expiry-near.subject', said),
    opening: t('application.mail.expiry-near.opening', { ...said, status }),
    blocks: [
      facts(about),
      { kind: 'paragraph', text: t('application.mail.expiry-near.text', { ...said, stands }) },
    ],
    button: open(about),
    why: t('application.mail.why'),
  }
}

async function over(about: About): Promise<Said | null> {
  const { application, mail, t, said } = about
  const { status } = application
  if (isApplicationOpen(status)) return null
  const isRequester = mail.personId === application.requesterId
  const administers = application.whose === 'OWN' || !isRequester
  const whose = administers ? 'own' : 'other'
  const isThere = status === 'ACTIVE' && administers
  return {
    subject: t('application.mail.over.subject', { ...said, status }),
    opening: t('application.mail.over.opening', { ...said, status, whose }),
    blocks: [...(isRequester && status === 'DECLINED' ? await lastNote(about) : []), facts(about)],
    // Who was only asked sees nothing of it any more.
    ...(isThere
      ? {
          button: { label: t('application.mail.over.account'), path: accountPath.to(application.identifier) },
        }
      : isRequester && { button: open(about) }),
    why: isRequester ? t('application.mail.why') : t('application.mail.nominee.why', said),
  }
}

async function roleMail(about: About): Promise<Said | null> {
  const { application, t, said } = about
  if (application.proof !== null) return null
  const domain = application.identifier
  return {
    subject: t('application.mail.domain.subject', said),
    opening: t('application.mail.domain.opening', said),
    blocks: [facts(about), ...reason(about), { kind: 'paragraph', text: t('application.mail.domain.text') }],
    button: {
      label: t('application.mail.domain.button'),
      path: await linkFor(about, { purpose: 'CONFIRM_DOMAIN', domain, round: null }),
    },
    why: t('application.mail.domain.why', said),
  }
}
