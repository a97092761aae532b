import { patienceNames } from '../../src/accounts/domain/patience-settings.ts'
import { newId } from '../../src/kernel/id.ts'
import type { LinkPurpose } from '../../src/people/domain/link.ts'
import { approval, refusal } from '../world/acts.ts'
import { accessForms } from './access-forms.ts'
import { caseForms } from './case-forms.ts'
import { claimForms } from './claim-forms.ts'
import { newAccountForms } from './new-account-forms.ts'
import { groupForms } from './group-forms.ts'
import { memberForms } from './member-forms.ts'
import { operatorForms } from './operator-forms.ts'
import { reviewForms } from './review-forms.ts'
import { ruleForms } from './rule-forms.ts'
import { virtualAccountForms } from './virtual-account-forms.ts'
import { goodPassword } from '../world/links.ts'
import type { Fields } from '../world/visitor.ts'
import type { CastMember } from '../world/world.ts'

const numbers = () => ({ version: '1', ...Object.fromEntries(patienceNames.map((name) => [name, ''])) })

/** A form as a browser would send it, and who sends it. */
export type Form = {
  readonly as?: CastMember
  readonly link?: LinkPurpose
  readonly id?: string
  readonly fields?: () => Fields
  /** Reads nothing of what is sent, so that nothing can be slipped in. */
  readonly isButton?: true
  /** Fields that may come several times. */
  readonly lists?: readonly string[]
}

const names = { firstName: 'Nora', lastName: 'Lind' }

const preparedText = () => ({
  purpose: 'DECLINE',
  titleEn: 'Ask the Paris team',
  textEn: 'The Paris team runs this; please ask them.',
  titleFr: '',
  textFr: '',
})

/** Every form of the application, with what a browser would send; `ids` names what they are about. */
export const formsOf = (ids: Readonly<Record<string, string>>): Record<string, Form> => ({
  '/sign-up': { fields: () => ({ ...names, address: 'nora@new.example', password: goodPassword }) },
  '/sign-in': { fields: () => ({ address: 'ana@acme.example', password: goodPassword, next: '/queue' }) },
  '/sign-out': { as: 'zoe', isButton: true },
  '/verify-address': { link: 'VERIFY', fields: () => ({ ...names, password: goodPassword }) },
  '/forgotten-password': { fields: () => ({ address: 'ana@acme.example' }) },
  '/reset-password': { link: 'RESET', fields: () => ({ password: goodPassword }) },
  '/sign-in-link': { link: 'SIGN_IN', isButton: true },
  '/first-operator': {
    link: 'FIRST_OPERATOR',
    fields: () => ({ ...names, address: 'nora@new.example', password: goodPassword }),
  },
  '/confirm-address': { as: 'raul', link: 'CHANGE_ADDRESS', isButton: true },
  '/confirm-password': { as: 'raul', fields: () => ({ password: goodPassword, next: '/profile' }) },
  '/profile/away': {
    as: 'raul',
    fields: () => ({
      from: '',
      until: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10),
      note: 'In the mountains',
    }),
  },
  '/profile/away/back': { as: 'raul', isButton: true },
  '/profile/away/delegate': {
    as: 'ana',
    fields: () => ({ account: ids['account'] ?? '', delegate: ids['ben'] ?? '' }),
  },
  '/profile/away/stop': { as: 'ben', fields: () => ({ account: newId(), person: newId() }) },
  '/profile/personal': {
    as: 'raul',
    fields: () => ({ ...names, preferredFirstName: 'Nora', next: '/profile' }),
  },
  '/profile/company': {
    as: 'raul',
    fields: () => ({
      company: 'ACME',
      country: 'FR',
      siteAddress: 'Here',
      companyPhone: '',
      next: '/profile',
    }),
  },
  '/profile/preferences': { as: 'raul', fields: () => ({ locale: 'en', timeZone: 'Europe/Rome' }) },
  '/profile/notifications': {
    as: 'raul',
    fields: () => ({ 'own-request': 'AT_ONCE', conversation: 'DAILY' }),
  },
  '/unsubscribe': { isButton: true },
  '/notifications/read': { as: 'raul', fields: () => ({ entry: newId() }) },
  '/operator/mails/resend': { as: 'olga', fields: () => ({ mail: [newId()] }), lists: ['mail'] },
  '/operator/trouble/retry': { as: 'olga' },
  '/profile/password': {
    as: 'raul',
    fields: () => ({ currentPassword: 'wrong one this is', password: goodPassword }),
  },
  '/profile/address': { as: 'raul', fields: () => ({ address: 'raul@other.example' }) },
  '/profile/address/verify-again': { as: 'raul', isButton: true },
  '/sign-in/with': { fields: () => ({ address: 'ana@acme.example', next: '/queue' }) },
  '/profile/sign-ins/:id/unlink': { as: 'raul', isButton: true },
  '/profile/sessions/end': { as: 'raul', fields: () => ({ which: newId() }) },
  '/profile/tokens/new': {
    as: 'raul',
    fields: () => ({ name: 'robot', scopes: ['requests:read'], days: '30' }),
    lists: ['scopes'],
  },
  '/profile/tokens/:id/revoke': { as: 'raul', isButton: true },
  '/language': { as: 'raul', fields: () => ({ locale: 'en', return: '/' }) },
  '/theme': { as: 'raul', fields: () => ({ theme: 'dark', return: '/' }) },
  '/requests/new': { as: 'zoe', fields: () => ({ identifier: 'acme.example' }) },
  '/requests/new/reason': {
    as: 'zoe',
    fields: () => ({
      account: 'acme.example',
      key: newId(),
      reason: 'I prepare the roll-out in Lyon and need to see its licences.',
      scope: 'unsure',
      named: '',
      role: '',
      ends: '',
    }),
    lists: ['virtualAccount'],
  },
  '/requests/new/keep': { as: 'zoe', fields: () => ({ identifier: 'acme.example' }), isButton: true },
  '/requests/:id/amend': {
    as: 'raul',
    id: 'request',
    fields: () => ({
      version: '1',
      reason: 'I prepare the roll-out in Bath and need to see its licences.',
      scope: 'account',
      named: '',
      role: '',
      ends: '',
    }),
    lists: ['virtualAccount'],
  },
  '/requests/:id/withdraw': { as: 'raul', id: 'request' },
  '/requests/:id/remind': { as: 'raul', id: 'request' },
  '/accounts/:identifier/events/checks': { as: 'ana', fields: () => ({ kept: '' }) },
  '/operator/events/checks': { as: 'olga', fields: () => ({ kept: '' }) },
  '/requests/:id/approve': { as: 'carla', id: 'request', fields: approval, lists: ['va'] },
  '/requests/:id/decline': { as: 'carla', id: 'request', fields: refusal },
  '/requests/:id/question': {
    as: 'carla',
    id: 'request',
    fields: () => ({ version: '1', prepared: '', question: 'Which of the licences do you need to see?' }),
  },
  '/requests/:id/question/fill': {
    as: 'carla',
    id: 'request',
    fields: () => ({ version: '1', prepared: '', question: '' }),
  },
  '/requests/:id/decline/fill': {
    as: 'carla',
    id: 'request',
    fields: () => ({ ...refusal(), prepared: '' }),
  },
  '/requests/:id/answer': {
    as: 'raul',
    id: 'request',
    fields: () => ({ question: '1', answer: 'Those of the workshop, until March.' }),
  },
  '/requests/:id/comment': { as: 'raul', id: 'request', fields: () => ({ comment: 'Thank you' }) },
  '/requests/:id/claim': { as: 'carla', id: 'request' },
  '/requests/:id/release': { as: 'carla', id: 'request' },
  '/contact/:identifier': {
    as: 'raul',
    fields: () => ({ request: '', message: 'Whom can I ask about the licences of Bath?' }),
  },
  '/messages/:id': { as: 'ana', id: 'message', fields: () => ({ answer: 'Please ask the Paris team.' }) },
  '/accounts/:identifier/prepared-texts/new': { as: 'ana', fields: preparedText },
  '/accounts/:identifier/prepared-texts/:id': { as: 'ana', id: 'text', fields: preparedText },
  '/accounts/:identifier/prepared-texts/:id/remove': { as: 'ana', id: 'text' },
  '/accounts/:identifier/settings': {
    as: 'ana',
    fields: () => ({
      version: '1',
      timeZone: 'Europe/Paris',
      weekend: ['6', '7'],
      country: 'FR',
      region: '',
      quietFrom: '20:00',
      quietTo: '07:00',
    }),
    lists: ['weekend'],
  },
  '/accounts/:identifier/settings/closed-days': {
    as: 'ana',
    fields: () => ({ days: '2026-12-24 Christmas Eve' }),
  },
  '/accounts/:identifier/settings/closed-days/:day/open': { as: 'ana' },
  '/accounts/:identifier/settings/times': { as: 'ana', fields: numbers },
  '/accounts/:identifier/settings/administrators': {
    as: 'ana',
    fields: () => ({ version: '1', show: 'NAMES', two: 'usual' }),
  },
  '/accounts/:identifier/settings/administrators/settle': { as: 'ana', fields: () => ({ agree: 'no' }) },
  '/accounts/:identifier/settings/backup-approvers': {
    as: 'ana',
    fields: () => ({ version: '1', people: [], others: '' }),
    lists: ['people'],
  },
  '/operator/settings': { as: 'olga', fields: numbers },
  ...caseForms,
  ...groupForms,
  ...memberForms,
  ...accessForms,
  ...reviewForms,
  ...ruleForms,
  ...virtualAccountForms,
  '/requests/:id/ask-again': { as: 'raul', id: 'request' },
  '/queue/selected': { as: 'ana', fields: () => ({ request: [`${ids['pending']}:1`] }), lists: ['request'] },
  '/queue/decide': {
    as: 'ana',
    fields: () => ({
      request: [`${ids['pending']}:1`],
      what: 'decline',
      code: 'NOT_NEEDED',
      text: 'The Paris team does it.',
    }),
    lists: ['request'],
  },
  '/accounts/:identifier/grants/:id/take-back': { as: 'ana', id: 'grant' },
  '/accounts/:identifier/grants/:id/removal': {
    as: 'ana',
    id: 'administration',
    fields: () => ({ what: 'propose', reason: 'Has left for another company.' }),
  },
  ...claimForms,
  ...newAccountForms,
  ...operatorForms,
  '/operator/people/new': {
    as: 'olga',
    fields: () => ({ ...names, address: 'nora@new.example', locale: 'en', timeZone: 'UTC' }),
  },
  '/operator/people/:id/disable': {
    as: 'olga',
    id: 'person',
    fields: () => ({ reason: 'He has left the company this morning.' }),
  },
  '/operator/people/:id/merge': {
    as: 'olga',
    id: 'person',
    fields: () => ({ with: 'nobody@new.example', stays: ids['person'] ?? '' }),
  },
  '/operator/people/:id/erase': { as: 'olga', id: 'person', fields: () => ({ address: 'x@y.example' }) },
  '/accounts/:identifier/change/:kind': {
    as: 'olga',
    fields: () => ({ reason: 'The company has decided this on Monday.' }),
  },
  '/accounts/:identifier/changes/:id': { as: 'olga', fields: () => ({ what: 'agree', version: '1' }) },
  '/operator/people/:id/enable': { as: 'olga', id: 'person' },
})
