import type { Role } from '../../accounts/domain/roles.ts'
import type { DeclineCode } from '../../access-requests/domain/request.ts'
import type { AccountKey, PersonKey } from './cast.ts'
import { ownRole } from './role-life.ts'
import { olderHistory } from './older-history.ts'

/** How a request of the past ended; `after` is in hours since it was sent. */
export type Ending =
  | { readonly is: 'APPROVED'; readonly by: PersonKey; readonly after: number; readonly given: GivenThen }
  | {
      readonly is: 'DECLINED'
      readonly by: PersonKey
      readonly after: number
      readonly code: DeclineCode
      readonly text: string
    }
  | { readonly is: 'WITHDRAWN'; readonly after: number }
  | { readonly is: 'EXPIRED' }
  | { readonly is: 'OPEN' }
  | { readonly is: 'WITH_SUPPORT' }

type GivenThen = {
  readonly role: Role
  readonly places: readonly string[]
  readonly endsInDays?: number
  readonly note?: string
}

/** A request that was sent before the demo began; `places` are names of virtual accounts, none is the whole account. */
export type PastRequest = {
  readonly by: PersonKey
  readonly account: AccountKey
  readonly daysAgo: number
  readonly reason: string
  readonly places?: readonly string[]
  /** The scope is left to the administrator. */
  readonly unsure?: true
  /** A built-in role, or the one that ACME made for itself. */
  readonly role?: Role | typeof ownRole
  readonly endsInDays?: number
  readonly seen?: { readonly by: PersonKey; readonly after: number }
  /** A reminder by hand, in hours since it was sent. */
  readonly reminded?: number
  /** A question to the requester and their answer, in hours since it was sent. */
  readonly talk?: {
    readonly by: PersonKey
    readonly after: number
    readonly question: string
    readonly answeredAfter: number
    readonly answer: string
  }
  readonly ending: Ending
}

/** What happened before, oldest first; nobody here is one of those who start without an open request. */
export const history: readonly PastRequest[] = [
  ...olderHistory,
  {
    by: 'hugo',
    account: 'globex.example',
    daysAgo: 62,
    reason: 'I take over the vendor reports from Carla’s team and need to read the contracts.',
    role: 'SV',
    seen: { by: 'carla', after: 3 },
    ending: { is: 'APPROVED', by: 'carla', after: 4, given: { role: 'SV', places: [] } },
  },
  {
    by: 'kate',
    account: 'initech.example',
    daysAgo: 58,
    reason: 'New in the licence office; Dmitri asked me to look after the renewals.',
    role: 'SU',
    seen: { by: 'dmitri', after: 20 },
    ending: { is: 'APPROVED', by: 'dmitri', after: 21, given: { role: 'SU', places: [] } },
  },
  {
    by: 'nina',
    account: 'acme.example',
    daysAgo: 47,
    reason: 'Je rejoins l’équipe réseau de Lyon et je dois renouveler les licences du site.',
    unsure: true,
    seen: { by: 'ben', after: 24 },
    talk: {
      by: 'ben',
      after: 24.2,
      question: 'Which part of the account do you need: only Lyon, or Paris as well?',
      answeredAfter: 25.5,
      answer: 'Lyon seulement, pour les licences du réseau. Merci d’avoir demandé.',
    },
    ending: { is: 'APPROVED', by: 'ben', after: 27, given: { role: 'VU', places: ['Lyon'] } },
  },
  {
    by: 'paul',
    account: 'acme.example',
    daysAgo: 41,
    reason: 'Commissioning of the new switches in Paris, contract of last spring.',
    places: [],
    role: 'SU',
    reminded: 80,
    ending: { is: 'EXPIRED' },
  },
  {
    by: 'mia',
    account: 'acme.example',
    daysAgo: 36,
    reason: 'Partner Works supports ACME’s sites and needs every product in one place.',
    role: 'SA',
    seen: { by: 'ana', after: 5 },
    ending: {
      is: 'DECLINED',
      by: 'ana',
      after: 6,
      code: 'TOO_MUCH',
      text: 'An outside partner cannot administer the account. Please ask again for the viewer role; that is enough for support.',
    },
  },
  {
    by: 'yuki',
    account: 'acme.example',
    daysAgo: 30,
    reason: 'I run the tests in the Paris Lab this quarter.',
    places: ['Paris Lab'],
    role: 'VU',
    seen: { by: 'vera', after: 2 },
    ending: {
      is: 'APPROVED',
      by: 'vera',
      after: 3,
      given: {
        role: 'VV',
        places: ['Paris Lab'],
        endsInDays: 60,
        note: 'Viewer is enough until the new lab is open.',
      },
    },
  },
  {
    by: 'ines',
    account: 'acme.example',
    daysAgo: 24,
    reason: 'Je dois consulter les contrats de Lyon pour l’audit de fin d’année.',
    places: ['Lyon'],
    role: 'VV',
    ending: { is: 'WITHDRAWN', after: 30 },
  },
  {
    by: 'lena',
    account: 'acme.example',
    daysAgo: 21,
    reason: 'I think my team’s licences are registered under this account.',
    unsure: true,
    seen: { by: 'ben', after: 44 },
    ending: {
      is: 'DECLINED',
      by: 'ben',
      after: 45,
      code: 'WRONG_ACCOUNT',
      text: 'Your licences belong to Globex Partners, globex.example. Please ask there; Carla Reyes looks after it.',
    },
  },
  {
    by: 'emil',
    account: 'acme.example',
    daysAgo: 17,
    reason: 'I plan the capacity of all sites and need to see what is installed.',
    role: 'SV',
    seen: { by: 'ana', after: 19 },
    ending: { is: 'APPROVED', by: 'ana', after: 20, given: { role: 'SV', places: [], endsInDays: 12 } },
  },
  {
    by: 'mia',
    account: 'acme.example',
    daysAgo: 11,
    reason: 'As you advised: to read the installed products while we support your sites.',
    role: 'SV',
    endsInDays: 180,
    seen: { by: 'ben', after: 30 },
    reminded: 74,
    ending: { is: 'OPEN' },
  },
  {
    by: 'paul',
    account: 'acme.example',
    daysAgo: 9,
    reason: 'The commissioning of the switches goes on until March; my first request has expired.',
    places: ['Paris', 'Lyon'],
    role: 'VU',
    endsInDays: 120,
    ending: { is: 'OPEN' },
  },
  {
    by: 'lena',
    account: 'globex.example',
    daysAgo: 8,
    reason: 'Ben Okafor at ACME told me that our licences are here. I renew them every year.',
    role: 'SU',
    ending: { is: 'OPEN' },
  },
  {
    by: 'omar',
    account: 'acme.example',
    daysAgo: 4,
    reason: 'I install the software at the Lyon site from next week on.',
    places: ['Lyon'],
    role: 'VU',
    seen: { by: 'ana', after: 22 },
    ending: { is: 'OPEN' },
  },
  {
    by: 'noah',
    account: 'umbrella.example',
    daysAgo: 3,
    reason: 'Uma has left the company and nobody can open the account any more.',
    role: 'SU',
    ending: { is: 'WITH_SUPPORT' },
  },
  {
    by: 'ines',
    account: 'acme.example',
    daysAgo: 3,
    reason: 'Je répondrai avec Vera aux questions de licences de Paris, à partir de lundi.',
    places: ['Paris'],
    role: ownRole,
    ending: { is: 'OPEN' },
  },
  {
    by: 'emil',
    account: 'acme.example',
    daysAgo: 2,
    reason: 'Ana asked me to stand in for her as administrator during her leave.',
    role: 'SA',
    endsInDays: 90,
    ending: { is: 'OPEN' },
  },
  {
    by: 'hugo',
    account: 'acme.example',
    daysAgo: 1,
    reason: 'We buy together with ACME and I should see the shared contracts.',
    unsure: true,
    ending: { is: 'OPEN' },
  },
]
