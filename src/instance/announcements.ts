import type { Announcements } from '../platform/mailer/index.ts'
import { operators } from './delivery/told.store.ts'

/** Operators are told when mails are given up. */
export const announcements: Announcements = {
  'mail.tested': async (tx, { actor }) =>
    (await operators(tx))
      .filter(({ personId }) => personId === actor)
      .map((person) => ({ ...person, kind: 'mail.test', category: 'security' })),
  'mail.given-up': async (tx) =>
    (await operators(tx)).map((person) => ({ ...person, kind: 'mail.given-up', category: 'operator' })),
}
