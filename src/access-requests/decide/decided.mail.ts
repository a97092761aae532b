import type { Given } from '../../accounts/domain/rights.ts'
import { sayHeld, type StoredGrant } from '../../accounts/index.ts'
import { daysAfter } from '../../kernel/time.ts'
import { askPath } from '../../paths/access-requests.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { type Block, cleanName, defang, type Letter } from '../../platform/mailer/index.ts'
import { type PlaceNames, sayAsk } from '../asked.ts'
import { daysAfterDecline } from '../domain/asking.ts'
import { type LetterFrame, letterNames, type RequestLetter, writeLetter } from '../letter.ts'
import { words } from '../messages/index.ts'
import type { Decision } from './decision.query.ts'

/** A letter about a decision: the request, and what was decided. */
export type DecisionLetter = RequestLetter & {
  readonly decision: Decision
  /** What the rule says that decided it; undefined where somebody did. */
  readonly rule: string | undefined
  /** What ended with it, because the new access contains it. */
  readonly replaced: readonly StoredGrant[]
}

/** To the requester: what they have now, and what the administrator wrote. */
export function approvedMail(letter: DecisionLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const names = { ...letterNames(letter), by: shownDecider(letter, frame.reader) }
  return writeLetter(letter, frame, {
    subject: t('letter.approved.subject', names),
    opening: t('letter.approved.opening', names),
    blocks: [
      facts(letter, frame, [
        { label: t('letter.decided.given'), value: given(letter, frame.reader) },
        ...ended(letter, frame.reader),
        { label: t('letter.decided.asked'), value: asked(letter, frame.reader) },
      ]),
      ...noteQuote(letter, frame.reader),
      { kind: 'paragraph', text: t('letter.approved.next') },
    ],
    why: t('letter.why.requester'),
  })
}

/** To the requester: why not, and what to do next. */
export function declinedMail(letter: DecisionLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const { decision } = letter
  const names = { ...letterNames(letter), by: shownDecider(letter, frame.reader) }
  return writeLetter(letter, frame, {
    subject: t('letter.declined.subject', names),
    opening: t('letter.declined.opening', names),
    blocks: [
      facts(letter, frame, [
        { label: t('letter.decided.reason'), value: reasonOf(letter, frame.reader) },
        { label: t('letter.decided.asked'), value: asked(letter, frame.reader) },
      ]),
      ...noteQuote(letter, frame.reader),
      ...(decision.rule ? [{ kind: 'paragraph' as const, text: t('letter.by-rule.ask') }] : []),
      { kind: 'paragraph', text: afterDecline(decision, frame) },
    ],
    why: t('letter.why.requester'),
  })
}

/** To the other approvers: it is done, by whom, and how. */
export function doneMail(letter: DecisionLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const { decision } = letter
  const names = { ...letterNames(letter), by: byWhom(letter, frame.reader) }
  const approved = decision.given !== null
  const outcome = approved
    ? { label: t('letter.decided.given'), value: given(letter, frame.reader) }
    : { label: t('letter.decided.reason'), value: reasonOf(letter, frame.reader) }
  const rule = letter.rule === undefined ? [] : [{ label: t('letter.by-rule.rule'), value: letter.rule }]
  return writeLetter(letter, frame, {
    subject: approved ? t('letter.done.subject-approved', names) : t('letter.done.subject-declined', names),
    opening: approved ? t('letter.done.opening-approved', names) : t('letter.done.opening-declined', names),
    blocks: [facts(letter, frame, [outcome, ...rule]), { kind: 'paragraph', text: t('letter.done.text') }],
    why: t('letter.why.approver'),
  })
}

/** To the other administrators: one has approved an administrator role, one more must. */
export function oneMoreMail(letter: DecisionLetter, frame: LetterFrame): Letter {
  const t = words.for(frame.reader)
  const names = { ...letterNames(letter), by: cleanName(defang(letter.decision.byName)) }
  return writeLetter(letter, frame, {
    subject: t('letter.one-more.subject', names),
    opening: t('letter.one-more.opening', names),
    blocks: [
      facts(letter, frame, [{ label: t('letter.decided.would'), value: given(letter, frame.reader) }]),
      { kind: 'paragraph', text: t('letter.one-more.text') },
    ],
    why: t('letter.why.approver'),
  })
}

type Fact = { readonly label: string; readonly value: string }

function facts(letter: DecisionLetter, { reader }: LetterFrame, more: readonly Fact[]): Block {
  const t = words.for(reader)
  const { account, reference } = letterNames(letter)
  return {
    kind: 'facts',
    facts: [
      ...more,
      { label: t('letter.account'), value: `${account} (${letter.request.identifier})` },
      { label: t('letter.reference'), value: reference },
    ],
  }
}

function ended({ replaced, placeNames }: DecisionLetter, reader: Reader): Fact[] {
  if (replaced.length === 0) return []
  const t = words.for(reader)
  const said = replaced.map(({ role, virtualAccountId, endsAt }) => {
    const places = virtualAccountId === null ? [] : [placeNames[virtualAccountId] ?? t('asked.gone')]
    return sayHeld(reader, { role, endsAt, places })
  })
  return [{ label: t('letter.decided.ended'), value: defang(said.join('; ')) }]
}

function given({ decision, placeNames }: DecisionLetter, reader: Reader): string {
  return decision.given === null ? '' : sayGivenBy(reader, decision.given, placeNames)
}

/** What was given, in words, by the names of the virtual accounts. */
export function sayGivenBy(reader: Reader, { role, scope, endsAt }: Given, names: PlaceNames): string {
  const ids = scope.kind === 'VIRTUAL' ? scope.virtualAccountIds : []
  const t = words.for(reader)
  return defang(sayHeld(reader, { role, endsAt, places: ids.map((id) => names[id] ?? t('asked.gone')) }))
}

function asked({ request, placeNames }: DecisionLetter, reader: Reader): string {
  return defang(sayAsk(reader, request.ask, placeNames))
}

function noteQuote({ decision, request }: DecisionLetter, reader: Reader): Block[] {
  if (decision.note === '') return []
  const t = words.for(reader)
  const named =
    request.showAdministrators === 'NAMES'
      ? cleanName(defang(decision.byName))
      : t('letter.decided.who-decides')
  const who = decision.rule ? t('by-rule.writer') : named
  return [{ kind: 'quote', by: t('letter.quote', { who }), text: decision.note }]
}

// The account says whether its administrators are named to those who ask.
function shownDecider({ request, decision }: DecisionLetter, reader: Reader): string {
  if (decision.rule) return words.for(reader)('letter.by-rule')
  return request.showAdministrators === 'NAMES'
    ? cleanName(defang(decision.byName))
    : words.for(reader)('letter.decided.an-administrator')
}

function byWhom({ decision }: DecisionLetter, reader: Reader): string {
  return decision.rule ? words.for(reader)('letter.by-rule') : cleanName(defang(decision.byName))
}

function reasonOf({ decision }: DecisionLetter, reader: Reader): string {
  const t = words.for(reader)
  return decision.rule ? t('letter.by-rule.reason') : t(`code.${decision.code ?? 'OTHER'}`)
}

function afterDecline(decision: Decision, { reader, publicUrl }: LetterFrame): string {
  const t = words.for(reader)
  const day = (at: Date) => formatDate(reader, at, 'dateWithYear')
  if (decision.isBlocked) {
    return decision.blockedUntil
      ? t('letter.declined.blocked-until', { date: day(decision.blockedUntil) })
      : t('letter.declined.blocked')
  }
  return t('letter.declined.next', {
    date: day(daysAfter(decision.at, daysAfterDecline)),
    address: `${publicUrl}${askPath.to()}`,
  })
}
