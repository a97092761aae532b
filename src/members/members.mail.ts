import type { NamedTree, StoredAccount, StoredGrant } from '../accounts/index.ts'
import { accountUsersPath, smartAccountsPath } from '../paths/accounts.ts'
import { administratorProposalPath } from '../paths/members.ts'
import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { type Block, cleanName, compose, defang, type Letter } from '../platform/mailer/index.ts'
import { words } from './messages/index.ts'
import { sayGiven, sayGrant } from './say.ts'
import type { Given } from '../accounts/domain/rights.ts'

/** What a letter about members is written with. */
export type MemberLetter = {
  readonly reader: Reader
  readonly publicUrl: string
  readonly installationName: string
  readonly account: Pick<StoredAccount, 'name' | 'identifier'>
  readonly tree: NamedTree
  /** Who did it, as this reader may know them. */
  readonly by: string
  /** Whom it was done to. */
  readonly name: string
}

type Said = {
  readonly subject: string
  readonly opening: string
  readonly blocks: readonly Block[]
  readonly button: { readonly label: string; readonly path: string }
  readonly why: string
}

function write({ reader, publicUrl, installationName }: MemberLetter, said: Said): Letter {
  const { subject, opening, blocks, button, why } = said
  const composed = compose({
    reader,
    installationName,
    opening,
    blocks,
    button: {
      label: button.label,
      href: `${publicUrl}${button.path}`,
      orVisit: words.for(reader)('letter.or-visit'),
    },
    why,
  })
  return { subject, ...composed }
}

function namesOf({ account, by, name }: MemberLetter) {
  return { account: cleanName(account.name), by: cleanName(defang(by)), name: cleanName(defang(name)) }
}

function accountFact({ reader, account }: MemberLetter) {
  const label = words.for(reader)('letter.account')
  return { label, value: `${cleanName(account.name)} (${account.identifier})` }
}

function heldNow({ reader, tree }: MemberLetter, held: readonly StoredGrant[]) {
  const t = words.for(reader)
  const value =
    held.length === 0
      ? t('letter.nothing')
      : held.map((grant) => defang(sayGrant(reader, grant, tree))).join('\n')
  return { label: t('letter.held'), value }
}

/** To somebody who was given access, or whose access was changed. */
export function givenMail(
  letter: MemberLetter,
  what: { readonly kind: 'added' | 'changed'; readonly got: Given; readonly held: readonly StoredGrant[] },
): Letter {
  const { reader, tree } = letter
  const t = words.for(reader)
  const names = namesOf(letter)
  const got = { label: t('letter.got'), value: defang(sayGiven(reader, what.got, tree)) }
  return write(letter, {
    subject: t(`letter.${what.kind}.subject`, names),
    opening: t(`letter.${what.kind}.opening`, names),
    blocks: [{ kind: 'facts', facts: [got, heldNow(letter, what.held), accountFact(letter)] }],
    button: { label: t('letter.button'), path: smartAccountsPath.to() },
    why: t('letter.why'),
  })
}

/** To somebody whose membership ended: by an administrator, or by themselves. */
export function endedMail(
  letter: MemberLetter,
  what: { readonly kind: 'removed' | 'left'; readonly had: readonly StoredGrant[] },
): Letter {
  const { reader, tree } = letter
  const t = words.for(reader)
  const names = namesOf(letter)
  const had = what.had.map((grant) => defang(sayGrant(reader, grant, tree))).join('\n')
  return write(letter, {
    subject: t(`letter.${what.kind}.subject`, names),
    opening: t(`letter.${what.kind}.opening`, names),
    blocks: [{ kind: 'facts', facts: [{ label: t('letter.was'), value: had }, accountFact(letter)] }],
    button: { label: t('letter.button'), path: smartAccountsPath.to() },
    why: t('letter.why'),
  })
}

/** To the other administrators: somebody administers the account now, or no longer. */
export function administratorMail(
  letter: MemberLetter,
  what: { readonly kind: 'new' | 'gone'; readonly first?: string; readonly hasLeft?: boolean },
): Letter {
  const { reader, account } = letter
  const t = words.for(reader)
  const names = namesOf(letter)
  const opening =
    what.kind === 'gone'
      ? t(what.hasLeft ? 'letter.gone.opening-left' : 'letter.gone.opening-removed', names)
      : what.first
        ? t('letter.new.opening-two', { ...names, first: cleanName(defang(what.first)) })
        : t('letter.new.opening', names)
  return write(letter, {
    subject: t(`letter.${what.kind}.subject`, names),
    opening,
    blocks: [{ kind: 'facts', facts: [accountFact(letter)] }],
    button: { label: t('letter.button-users'), path: accountUsersPath.to(account.identifier) },
    why: t('letter.why-administrator'),
  })
}

/** To the other administrators: one more must confirm somebody as an administrator. */
export function proposedMail(
  letter: MemberLetter,
  proposal: { readonly id: string; readonly lapsesAt: Date },
): Letter {
  const { reader, account } = letter
  const t = words.for(reader)
  const names = namesOf(letter)
  const date = formatDate(reader, proposal.lapsesAt, 'dateTime')
  return write(letter, {
    subject: t('letter.proposed.subject', names),
    opening: t('letter.proposed.opening', names),
    blocks: [
      {
        kind: 'facts',
        facts: [{ label: t('letter.person'), value: names.name }, accountFact(letter)],
      },
      { kind: 'paragraph', text: t('letter.proposed.text', { date }) },
    ],
    button: {
      label: t('letter.proposed.button'),
      path: administratorProposalPath.to(account.identifier, proposal.id),
    },
    why: t('letter.why-administrator'),
  })
}

/** To the other administrators: nobody was made an administrator after all. */
export function proposalOverMail(letter: MemberLetter, how: 'refused' | 'withdrawn'): Letter {
  const { reader, account } = letter
  const t = words.for(reader)
  const names = namesOf(letter)
  return write(letter, {
    subject: t('letter.proposal-over.subject', names),
    opening: t(`letter.proposal-over.opening-${how}`, names),
    blocks: [{ kind: 'facts', facts: [accountFact(letter)] }],
    button: { label: t('letter.button-users'), path: accountUsersPath.to(account.identifier) },
    why: t('letter.why-administrator'),
  })
}

/** To somebody who is invited: by whom, to what, and where to answer; the same whether or not they are here already. */
export function invitedMail(
  letter: MemberLetter,
  what: { readonly given: Given; readonly type: string; readonly lapsesAt: Date; readonly path: string },
): Letter {
  const { reader, tree } = letter
  const t = words.for(reader)
  const names = namesOf(letter)
  return write(letter, {
    subject: t('letter.invited.subject', names),
    opening: t('letter.invited.opening', names),
    blocks: [
      {
        kind: 'facts',
        facts: [
          accountFact(letter),
          { label: t('letter.invited.type'), value: what.type },
          { label: t('letter.invited.gives'), value: defang(sayGiven(reader, what.given, tree)) },
          { label: t('letter.invited.until'), value: formatDate(reader, what.lapsesAt, 'dateWithYear') },
        ],
      },
      { kind: 'paragraph', text: t('letter.invited.text') },
    ],
    button: { label: t('letter.invited.button'), path: what.path },
    why: t('letter.invited.why'),
  })
}
