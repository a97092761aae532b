import type { PastRequest } from './history.ts'

/** What was asked of ACME half a year ago: enough for it to say how long its answers take. */
export const olderHistory: readonly PastRequest[] = [
  {
    by: 'emil',
    account: 'acme.example',
    daysAgo: 172,
    reason: 'I plan the move of the Lyon site and need its contracts until the summer.',
    places: ['Lyon'],
    role: 'VV',
    ending: { is: 'APPROVED', by: 'ana', after: 7, given: { role: 'VV', places: ['Lyon'], endsInDays: -98 } },
  },
  {
    by: 'omar',
    account: 'acme.example',
    daysAgo: 154,
    reason: 'I prepare the first tests in the Paris Lab with Vera.',
    places: ['Paris Lab'],
    role: 'VV',
    ending: {
      is: 'APPROVED',
      by: 'vera',
      after: 25,
      given: { role: 'VV', places: ['Paris Lab'], endsInDays: -66 },
    },
  },
  {
    by: 'nina',
    account: 'acme.example',
    daysAgo: 139,
    reason: 'Je voudrais voir le compte entier pour préparer mon arrivée.',
    role: 'SU',
    ending: {
      is: 'DECLINED',
      by: 'ben',
      after: 22,
      code: 'NOT_NEEDED',
      text: 'Votre arrivée n’est pas encore confirmée. Demandez à nouveau dès votre premier jour.',
    },
  },
  {
    by: 'ines',
    account: 'acme.example',
    daysAgo: 124,
    reason: 'Je relis les contrats pour la clôture du semestre.',
    role: 'SV',
    ending: { is: 'APPROVED', by: 'ana', after: 50, given: { role: 'SV', places: [], endsInDays: -59 } },
  },
  {
    by: 'kate',
    account: 'acme.example',
    daysAgo: 110,
    reason: 'Somebody told me that the licences of Initech are kept here.',
    unsure: true,
    ending: {
      is: 'DECLINED',
      by: 'ana',
      after: 4,
      code: 'WRONG_ACCOUNT',
      text: 'The licences of Initech are in initech.example; Dmitri looks after that account.',
    },
  },
  {
    by: 'emil',
    account: 'acme.example',
    daysAgo: 96,
    reason: 'I read what is installed in Paris, for the capacity of next year.',
    places: ['Paris'],
    role: 'VV',
    ending: {
      is: 'APPROVED',
      by: 'ben',
      after: 28,
      given: { role: 'VV', places: ['Paris'], endsInDays: -21 },
    },
  },
]
