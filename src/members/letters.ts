import { createHmac } from 'node:crypto'
import { accountWords, grantsOf, roleRecorded } from '../accounts/index.ts'
import type { Given } from '../accounts/domain/rights.ts'
import type { AccountId, PersonId, VirtualAccountId } from '../kernel/id.ts'
import { invitationLinkPath } from '../paths/members.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Letter, Letters, Mail } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import {
  administratorMail,
  endedMail,
  givenMail,
  invitedMail,
  type MemberLetter,
  proposalOverMail,
  proposedMail,
} from './members.mail.ts'
import { words } from './messages/index.ts'
import { findInvitation, keepInvitationLink } from './invite/invitations.store.ts'
import { findProposal } from './propose-administrator/proposals.store.ts'
import { grantsNamed, type ToldAccount, toldAccount } from './told.query.ts'

type Post = Pick<Platform, 'publicUrl' | 'settings' | 'key'>
type About = {
  readonly tx: Tx
  readonly mail: Mail
  readonly accountId: AccountId
  readonly letter: MemberLetter
} & {
  readonly told: ToldAccount
}
type Write = (about: About) => Promise<Letter | null>

/** The letters about members; one that has become pointless is dropped. */
export function letters(post: Post): Letters {
  const composer = (write: Write, sees: 'all' | 'shown') => (tx: Tx, mail: Mail) =>
    compose(post, tx, mail, { write, sees })
  return {
    'member.added.holder': composer(added('added'), 'shown'),
    'member.changed.holder': composer(added('changed'), 'shown'),
    'member.removed.holder': composer(ended('removed'), 'shown'),
    'member.left.holder': composer(ended('left'), 'shown'),
    'member.added.administrator': composer(newAdministrator, 'all'),
    'member.gone.administrator': composer(goneAdministrator, 'all'),
    'administrator.proposed': composer(proposed, 'all'),
    'administrator.ended': composer(proposalOver, 'all'),
    'member.invited': (tx, mail) => invited(post, tx, mail),
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

async function compose(
  post: Post,
  tx: Tx,
  mail: Mail,
  { write, sees }: { readonly write: Write; readonly sees: 'all' | 'shown' },
): Promise<Letter | null> {
  const accountId = mail.account as AccountId
  const { actor, subject, proposedBy } = mail.payload
  const ids = [text(actor), text(subject), text(proposedBy), mail.personId ?? ''].filter((id) => id !== '')
  const told = await toldAccount(tx, accountId, ids)
  const timeZone = told.zones.get(mail.personId ?? '')
  if (timeZone === undefined) return null
  const reader = { locale: mail.locale, timeZone }
  const isNamed = sees === 'all' || told.account.showAdministrators === 'NAMES'
  const somebody = words.for(reader)('letter.somebody')
  const letter: MemberLetter = {
    reader,
    publicUrl: post.publicUrl,
    installationName: post.settings.name,
    account: told.account,
    tree: told.tree,
    by: (isNamed && told.names.get(text(actor))) || somebody,
    name: told.names.get(text(subject)) ?? somebody,
  }
  return write({ tx, mail, accountId, letter, told })
}

async function givenIn(tx: Tx, accountId: AccountId, { payload }: Mail): Promise<Given | undefined> {
  const role = await roleRecorded(tx, accountId, payload['role'])
  if (!role) return undefined
  const end = text(payload['endsAt'])
  const endsAt = end === '' ? null : new Date(end)
  const virtualAccountIds = list(payload['virtualAccountIds']) as VirtualAccountId[]
  const scope =
    payload['scope'] === 'VIRTUAL'
      ? ({ kind: 'VIRTUAL', virtualAccountIds } as const)
      : ({ kind: 'ACCOUNT' } as const)
  return { role, scope, endsAt }
}

function added(kind: 'added' | 'changed'): Write {
  return async ({ tx, mail, accountId, letter }) => {
    const got = await givenIn(tx, accountId, mail)
    const held = await grantsOf(tx, { accountId, personId: mail.personId as PersonId })
    const ids = list(mail.payload['grantIds'])
    // What was taken back meanwhile is told by its own mail.
    if (!got || !held.some(({ id }) => ids.includes(id))) return null
    return givenMail(letter, { kind, got, held })
  }
}

function ended(kind: 'removed' | 'left'): Write {
  return async ({ tx, mail, accountId, letter }) => {
    const had = await grantsNamed(tx, accountId, list(mail.payload['grantIds']))
    return had.length === 0 ? null : endedMail(letter, { kind, had })
  }
}

const newAdministrator: Write = async ({ mail, letter, told }) => {
  const first = told.names.get(text(mail.payload['proposedBy']))
  return administratorMail(letter, { kind: 'new', ...(first ? { first } : {}) })
}

const goneAdministrator: Write = async ({ mail, letter }) =>
  administratorMail(letter, { kind: 'gone', hasLeft: mail.payload['type'] === 'member.left' })

const proposed: Write = async ({ tx, mail, accountId, letter }) => {
  const proposal = await findProposal(tx, { accountId, id: text(mail.payload['proposalId']) })
  return proposal && proposal.settledAt === null ? proposedMail(letter, proposal) : null
}

const proposalOver: Write = async ({ mail, letter }) =>
  proposalOverMail(letter, mail.payload['type'] === 'administrator.refused' ? 'refused' : 'withdrawn')

async function invited(post: Post, tx: Tx, mail: Mail): Promise<Letter | null> {
  const accountId = mail.account as AccountId
  const invitation = await findInvitation(tx, { accountId, id: text(mail.payload['invitationId']) })
  if (!invitation || invitation.address !== mail.address) return null
  const told = await toldAccount(tx, accountId, [invitation.invitedBy])
  const reader = { locale: mail.locale, timeZone: told.account.timeZone }
  // Always the same for the same mail, so that a mail that is sent twice opens the same.
  const token = createHmac('sha256', post.key)
    .update(`invitation\n${mail.account}\n${mail.id}`)
    .digest('base64url')
  await keepInvitationLink(tx, invitation, token)
  return invitedMail(
    {
      reader,
      publicUrl: post.publicUrl,
      installationName: post.settings.name,
      account: told.account,
      tree: told.tree,
      by: told.names.get(invitation.invitedBy) ?? words.for(reader)('letter.somebody'),
      name: '',
    },
    {
      given: invitation.given,
      type: accountWords.for(reader)(`type.${told.account.type}`),
      lapsesAt: invitation.lapsesAt,
      path: `${invitationLinkPath.to()}?t=${token}`,
    },
  )
}
