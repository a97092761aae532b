import { activeOperators } from '../people/index.ts'
import type { Announcements } from '../platform/mailer/index.ts'

/** Operators are told when mails are given up. */
export const announcements: Announcements = {
  'mail.tested': async (tx, { actor }) =>
    (await activeOperators(tx))
      .filter(({ personId }) => personId === actor)
      .map(({ personId, address, locale }) => ({
        personId,
        address,
        locale,
        kind: 'mail.test',
        category: 'security',
      })),
  'mail.given-up': async (tx) =>
    (await activeOperators(tx)).map(({ personId, address, locale }) => ({
      personId,
      address,
      locale,
      kind: 'mail.given-up',
      category: 'operator',
    })),
}
