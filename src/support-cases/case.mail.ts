import { casePath } from '../paths/support-cases.ts'
import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { type Block, cleanName, compose, type Letter } from '../platform/mailer/index.ts'
import { daysAfter } from '../kernel/time.ts'
import type { StoredCase } from './case.store.ts'
import { daysToReopen } from './domain/case.ts'
import { type Words, words } from './messages/index.ts'
import type { Said } from './messages.store.ts'

/** What a letter about a case is written from. */
export type CaseLetter = {
  readonly one: StoredCase
  /** What was said, when the letter is about that. */
  readonly said: Said | undefined
}

/** Who reads it, and what stands around it. */
export type CaseFrame = {
  readonly reader: Reader
  readonly publicUrl: string
  readonly installationName: string
}

/** The kinds of letters about a case, with who reads each. */
export type CaseLetterKind =
  | 'opened.agent'
  | 'opened.requester'
  | 'answered.agent'
  | 'answered.account'
  | 'answered.requester'
  | 'resolved.agent'
  | 'resolved.requester'
  | 'reopened.agent'

/** Writes a letter about a case, in the case's thread; what somebody said stands apart, as theirs. */
export function caseMail(kind: CaseLetterKind, letter: CaseLetter, frame: CaseFrame): Letter {
  const { one } = letter
  const t = words.for(frame.reader)
  const names = namesOf(t, one)
  const composed = compose({
    reader: frame.reader,
    installationName: frame.installationName,
    opening: openingOf(t, kind, letter, names),
    blocks: blocksOf(t, kind, letter, frame.reader),
    button: {
      label: t('letter.button'),
      href: `${frame.publicUrl}${casePath.to(one.id)}`,
      orVisit: t('letter.or-visit'),
    },
    why: t(whys[audienceOf(kind)]),
  })
  const subject =
    kind === 'opened.agent'
      ? t(`letter.opened.agent.subject.${one.cause}`, names)
      : t(`letter.${kind}.subject`, names)
  return { subject, ...composed, thread: one.id }
}

const whys = {
  agent: 'letter.why.agent',
  account: 'letter.why.account',
  requester: 'letter.why.requester',
} as const

function audienceOf(kind: CaseLetterKind): keyof typeof whys {
  return kind.slice(kind.indexOf('.') + 1) as keyof typeof whys
}

/** The names that letters about a case use, fit for a subject. */
function namesOf(t: Words, { reference, accountName }: StoredCase) {
  return { reference, account: accountName === null ? t('letter.the-portal') : cleanName(accountName) }
}

function openingOf(
  t: Words,
  kind: CaseLetterKind,
  { one }: CaseLetter,
  names: ReturnType<typeof namesOf>,
): string {
  return kind === 'opened.agent'
    ? t(`letter.opened.agent.${one.cause}`, names)
    : t(`letter.${kind}.opening`, names)
}

function blocksOf(t: Words, kind: CaseLetterKind, { one, said }: CaseLetter, reader: Reader): Block[] {
  const blocks: Block[] = []
  if (said) blocks.push({ kind: 'quote', by: byline(t, said), text: said.text })
  if (audienceOf(kind) === 'agent') blocks.push(factsOf(t, one, reader))
  if (kind === 'opened.requester') {
    const date = formatDate(reader, one.answerDueAt, 'dateTime')
    blocks.push({ kind: 'paragraph', text: t('letter.opened.requester.text', { date }) })
  }
  if (audienceOf(kind) === 'requester' && one.status === 'RESOLVED' && one.resolvedAt) {
    const date = formatDate(reader, daysAfter(one.resolvedAt, daysToReopen), 'dateTime')
    blocks.push({ kind: 'paragraph', text: t('letter.resolved.text', { date }) })
  }
  return blocks
}

function byline(t: Words, { author, side }: Said): string {
  if (author === null) return t('letter.quote.desk')
  return t(side === 'SUPPORT' ? 'letter.quote.support' : 'letter.quote', { who: cleanName(author) })
}

/** What the desk should know of a case at a glance. */
export function factsOf(t: Words, one: StoredCase, reader: Reader): Block {
  const facts = [{ label: t('letter.case'), value: one.reference }]
  if (one.requestReference !== null) facts.push({ label: t('case.request'), value: one.requestReference })
  if (one.accountName !== null) {
    const value = `${cleanName(one.accountName)} (${one.identifier})`
    facts.push({ label: t('case.account'), value })
  }
  if (one.page !== '') facts.push({ label: t('case.page'), value: one.page })
  if (one.errorReference !== '') facts.push({ label: t('case.error'), value: one.errorReference })
  facts.push({ label: t('desk.due'), value: formatDate(reader, one.answerDueAt, 'dateTime') })
  return { kind: 'facts', facts }
}
