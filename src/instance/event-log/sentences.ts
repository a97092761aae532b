import { changeSentences } from '../../account-changes/index.ts'
import { type GrantedRole, readRecorded } from '../../accounts/domain/roles.ts'
import { sayHeld, sayPatienceChange } from '../../accounts/index.ts'
import { sayAsk } from '../../access-requests/index.ts'
import type { Ask } from '../../access-requests/domain/request.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { customRoleSentences } from '../../custom-roles/index.ts'
import { tagSentences } from '../../tags/index.ts'
import { groupSentences } from '../../groups/index.ts'
import { memberSentences } from '../../members/index.ts'
import { personEventName } from '../../people/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { agreementSentences } from '../../agreements/index.ts'
import { applicationSentences } from '../../new-accounts/index.ts'
import { ruleSentences, sayByRule } from '../../rules/index.ts'
import { words } from '../messages/index.ts'
import { caseSentences } from './case-sentences.ts'
import { claimSentences } from './claim-sentences.ts'
import type { EventLine } from './events.query.ts'
import { installationSentences } from './installation-sentences.ts'
import { nameIn } from './names.ts'
import { reviewSentences } from './review-sentences.ts'

/** The names of virtual accounts, by their ids. */
export type PlaceNames = Readonly<Record<string, string>>

/** Who reads, and what the virtual accounts are called. */
export type Reading = { readonly reader: Reader; readonly places: PlaceNames }

type Facts = NonNullable<EventLine['body']['facts']>
type Said = {
  readonly line: EventLine
  readonly facts: Facts
  readonly reading: Reading
  readonly t: ReturnType<typeof words.for>
  /** The reference of the request. */
  readonly request: string
  readonly person: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const ids = (value: unknown): VirtualAccountId[] =>
  Array.isArray(value) ? value.filter((id): id is VirtualAccountId => typeof id === 'string') : []

function askIn(said: Said): Ask {
  const { facts } = said
  const places = ids(facts['virtualAccountIds'])
  const scope =
    facts['scope'] === 'VIRTUAL'
      ? ({ kind: 'VIRTUAL', virtualAccountIds: places } as const)
      : ({ kind: facts['scope'] === 'ACCOUNT' ? 'ACCOUNT' : 'UNSURE' } as const)
  return { scope, role: roleIn(said) ?? null, endsAt: endIn(facts) }
}

function endIn(facts: Facts): Date | null {
  const end = text(facts['endsAt'])
  return end === '' ? null : new Date(end)
}

function placeIn({ facts, reading }: Said): string {
  const id = text(facts['virtualAccountId'])
  return reading.places[id] ?? words.for(reading.reader)('log.gone')
}

/** What was asked, as one phrase. */
const asked = (said: Said) => sayAsk(said.reading.reader, askIn(said), said.reading.places)

/** What was given or taken, as one phrase. */
function held(said: Said): string {
  const { facts, reading, t } = said
  const role = roleIn(said)
  if (!role) return t('log.gone')
  const listed = ids(facts['virtualAccountIds']).map((id) => reading.places[id] ?? t('log.gone'))
  const places = typeof facts['virtualAccountId'] === 'string' ? [placeIn(said)] : listed
  return sayHeld(reading.reader, { role, places, endsAt: endIn(facts) })
}

/** The role that was given or taken; one of the account's own is called as it is now. */
function roleIn({ facts, reading, t }: Said): GrantedRole | undefined {
  const role = readRecorded(facts['role'])
  if (typeof role !== 'object') return role
  const name = reading.places[role.custom] ?? t('log.gone')
  return { id: role.custom, name, version: role.version, reach: 'ACCOUNT', actions: [] }
}

const whyRefused: Readonly<Record<string, string>> = { 'own-request': 'own', 'above-own-rights': 'above' }

const sentences: Readonly<Record<string, (said: Said) => string>> = {
  ...installationSentences,
  'access-request.submitted': (said) =>
    said.t('log.access-request.submitted', { request: said.request, asked: asked(said) }),
  'access-request.routed-to-support': ({ t, request }) =>
    t('log.access-request.routed-to-support', { request }),
  'access-request.viewed': ({ t, request, person }) => t('log.access-request.viewed', { request, person }),
  'access-request.reminded': ({ t, request, facts }) =>
    t('log.access-request.reminded', { request, by: facts['byHand'] === false ? 'clock' : 'hand' }),
  'access-request.amended': (said) =>
    said.t('log.access-request.amended', { request: said.request, asked: asked(said) }),
  'access-request.withdrawn': ({ t, request }) => t('log.access-request.withdrawn', { request }),
  'access-request.first-approval': (said) => said.t('log.access-request.first-approval', given(said)),
  'access-request.approved': (said) =>
    isByRule(said) ? byRule(said, held(said)) : said.t('log.access-request.approved', given(said)),
  'access-request.declined': (said) =>
    isByRule(said)
      ? byRule(said, null)
      : said.t('log.access-request.declined', {
          request: said.request,
          person: said.person,
          code: text(said.facts['code']),
        }),
  'access-request.information-asked': ({ t, request, person }) =>
    t('log.access-request.information-asked', { request, person }),
  'access-request.answered': ({ t, request }) => t('log.access-request.answered', { request }),
  'access-request.commented': ({ t, request }) => t('log.access-request.commented', { request }),
  'access-request.comments-mailed': ({ t, request, facts }) =>
    t('log.access-request.comments-mailed', { request, n: spanOf(facts) }),
  'access-request.claimed': ({ t, request }) => t('log.access-request.claimed', { request }),
  'access-request.claim-released': ({ t, request }) => t('log.access-request.claim-released', { request }),
  'account.prepared-text-saved': ({ t, facts }) =>
    t('log.account.prepared-text-saved', { purpose: text(facts['purpose']) }),
  'account.prepared-text-removed': ({ t, facts }) =>
    t('log.account.prepared-text-removed', { purpose: text(facts['purpose']) }),
  'account.administrators-contacted': ({ t }) => t('log.account.administrators-contacted'),
  'account.contact-answered': ({ t, person }) => t('log.account.contact-answered', { person }),
  'access-request.overdue': ({ t, request }) => t('log.access-request.overdue', { request }),
  'access-request.escalated': ({ t, request }) => t('log.access-request.escalated', { request }),
  'access-request.handed-back': ({ t, request }) => t('log.access-request.handed-back', { request }),
  'access-request.expiry-near': (said) =>
    said.t('log.access-request.expiry-near', { request: said.request, date: expiryIn(said) }),
  'access-request.answer-missing': (said) =>
    said.t('log.access-request.answer-missing', { request: said.request, date: expiryIn(said) }),
  'access-request.support-nudged': ({ t, request }) => t('log.access-request.support-nudged', { request }),
  'access-request.expired': ({ t, request, facts }) =>
    t('log.access-request.expired', { request, because: text(facts['because']) }),
  'access-request.closed': ({ t, request, facts }) =>
    t('log.access-request.closed', { request, because: text(facts['because']) }),
  'access-request.decision-refused': ({ t, request, facts }) =>
    t('log.access-request.decision-refused', { request, why: whyRefused[text(facts['refusal'])] ?? 'other' }),
  'grant.given': (said) => said.t('log.grant.given', { person: said.person, held: held(said) }),
  'grant.revoked': (said) =>
    said.t('log.grant.revoked', {
      person: said.person,
      held: held(said),
      whose: said.facts['byTheHolder'] === true ? 'own' : 'other',
    }),
  'grant.removal-proposed': ({ t, person }) => t('log.grant.removal-proposed', { person }),
  'grant.removal-refused': ({ t, person, facts }) =>
    t('log.grant.removal-refused', { person, whose: facts['byTheHolder'] === true ? 'own' : 'other' }),
  'grant.removal-withdrawn': ({ t, person }) => t('log.grant.removal-withdrawn', { person }),
  'grant.expired': (said) => said.t('log.grant.expired', { person: said.person, held: held(said) }),
  'grant.ending': (said) =>
    said.t('log.grant.ending', { person: said.person, held: held(said), n: Number(said.facts['days']) }),
  'grant.end-moved': (said) => said.t('log.grant.end-moved', { person: said.person, held: held(said) }),
  'grant.revocation-refused': ({ t }) => t('log.grant.revocation-refused'),
  'delegate.chosen': ({ t, person }) => t('log.delegate.chosen', { person }),
  'delegate.ended': ({ t, person, facts }) =>
    t('log.delegate.ended', { person, by: facts['byTheDelegate'] === true ? 'delegate' : 'own' }),
  'account.created': ({ t, person }) => t('log.account.created', { person }),
  'account.visibility-changed': ({ t, facts }) =>
    t('log.account.visibility-changed', { visibility: text(facts['visibility']) }),
  'account.calendar-changed': ({ t, facts }) =>
    t('log.account.calendar-changed', { what: text(facts['what']), n: ids(facts['days']).length }),
  'account.patience-changed': ({ t, facts, reading }) =>
    t('log.account.patience-changed', { changes: sayPatienceChange(reading.reader, facts).join('; ') }),
  'installation.patience-changed': ({ t, facts, reading }) =>
    t('log.installation.patience-changed', { changes: sayPatienceChange(reading.reader, facts).join('; ') }),
  'account.administrators-setting': ({ t, facts }) =>
    t('log.account.administrators-setting', { what: text(facts['what']) }),
  'account.backup-approver-chosen': ({ t, person }) => t('log.account.backup-approver-chosen', { person }),
  'account.backup-approver-ended': ({ t, person }) => t('log.account.backup-approver-ended', { person }),
  'account.renamed': ({ t }) => t('log.account.renamed'),
  'account.named-alike': ({ t, facts, reading }) =>
    t('log.account.named-alike', { account: reading.places[text(facts['accountId'])] ?? t('log.gone') }),
  'account.contact-changed': ({ t, facts }) =>
    t('log.account.contact-changed', { has: facts['hasAddress'] === true ? 'yes' : 'no' }),
  'account.contact-confirmed': ({ t }) => t('log.account.contact-confirmed'),
  'virtual-account.renamed': (said) => said.t('log.virtual-account.renamed', { place: placeIn(said) }),
  'virtual-account.moved': (said) =>
    said.t('log.virtual-account.moved', {
      place: placeIn(said),
      to: said.facts['parentId'] === null ? 'top' : 'other',
      parent: said.reading.places[text(said.facts['parentId'])] ?? said.t('log.gone'),
    }),
  'virtual-account.restricted': (said) => said.t('log.virtual-account.restricted', { place: placeIn(said) }),
  'virtual-account.unrestricted': (said) =>
    said.t('log.virtual-account.unrestricted', { place: placeIn(said) }),
  'virtual-account.closed': (said) =>
    said.t('log.virtual-account.closed', {
      place: placeIn(said),
      n: Math.max(0, ids(said.facts['virtualAccountIds']).length - 1),
    }),
  'access-request.narrowed': ({ t, request, facts }) =>
    t('log.access-request.narrowed', { request, n: ids(facts['virtualAccountIds']).length }),
  ...claimSentences,
  'virtual-account.created': (said) => said.t('log.virtual-account.created', { place: placeIn(said) }),
  'on-behalf.asked': ({ t }) => t('log.on-behalf.asked'),
  'on-behalf.confirmed': ({ t, person }) => t('log.on-behalf.confirmed', { person }),
  'on-behalf.refused': ({ t, person }) => t('log.on-behalf.refused', { person }),
  'on-behalf.withdrawn': ({ t }) => t('log.on-behalf.withdrawn'),
  'on-behalf.lapsed': ({ t, person, facts }) =>
    t(facts['because'] ? 'log.on-behalf.ended' : 'log.on-behalf.lapsed', { person }),
  'access-request.looked-up-in-vain': ({ t, facts }) =>
    t('log.access-request.looked-up-in-vain', { n: Number(facts['misses']) }),
  ...caseSentences,
  ...Object.fromEntries(
    Object.entries(reviewSentences).map(([type, say]) => [
      type,
      (said: Said) => say({ ...said, held: held(said) }),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(customRoleSentences).map(([type, say]) => [
      type,
      (said: Said) => {
        const role = roleIn(said)
        const name = typeof role === 'object' ? role.name : said.t('log.gone')
        return say({ reader: said.reading.reader, facts: said.facts, role: name })
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({ ...memberSentences, ...groupSentences, ...tagSentences }).map(([type, say]) => [
      type,
      (said: Said) => {
        const { reader, places: names } = said.reading
        return say({ reader, facts: said.facts, person: said.person, held: held(said), names })
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({ ...ruleSentences, ...agreementSentences, ...applicationSentences }).map(
      ([type, say]) => [
        type,
        ({ reading, facts, person }: Said) => say({ reader: reading.reader, facts, person }),
      ],
    ),
  ),
  ...Object.fromEntries(
    Object.entries(changeSentences).map(([type, say]) => [
      type,
      (said: Said) => say({ reader: said.reading.reader, facts: said.facts, place: placeIn(said) }),
    ]),
  ),
}

function isByRule({ facts }: Said): boolean {
  return typeof facts['ruleId'] === 'string'
}

function byRule({ reading, request, person }: Said, given: string | null): string {
  return sayByRule(reading.reader, { request, person, held: given })
}

function expiryIn({ facts, reading }: Said): string {
  const at = new Date(text(facts['expiresAt']))
  return Number.isNaN(at.getTime()) ? '–' : formatDate(reading.reader, at, 'dateWithYear')
}

// For how many who were away the decider stood in.
function absentIn(facts: Facts): number {
  return ids(facts['standsInFor']).length
}

/** How many comments lie from the first to the last that were told. */
function spanOf(facts: Facts): number {
  const n = Number(facts['last']) - Number(facts['first']) + 1
  return Number.isFinite(n) ? n : 0
}

function given(said: Said) {
  return { request: said.request, person: said.person, held: held(said), absent: absentIn(said.facts) }
}

/** What an event says, after the name of who did it: "approved AR-7K3M-Q9XD of Hugo Marsh: …". */
export function sayEvent(line: EventLine, reading: Reading): string {
  const { reader } = reading
  const t = words.for(reader)
  const person = nameIn(reader, line.subject)
  const sentence = sentences[line.type]
  if (sentence)
    return sentence({ line, reading, t, person, facts: line.body.facts ?? {}, request: line.reference ?? '' })
  const what = personEventName(reader, line.type) ?? t('log.other', { type: line.type })
  return line.subject ? t('log.about', { what, person }) : what
}

/** The types that have a sentence of their own here. */
export const saidTypes = Object.keys(sentences)
