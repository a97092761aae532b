import { activeOperators } from '../people/index.ts'
import type { Announcements } from '../platform/mailer/index.ts'

/** Operators are told when mails are given up, and when another operator changed the way they leave by. */
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
  'installation.mail-server-changed': async (tx, { actor, at, facts }) =>
    (await activeOperators(tx))
      .filter(({ personId }) => personId !== actor)
      .map(({ personId, address, locale }) => ({
        personId,
        address,
        locale,
        kind: 'mail-server.changed',
        category: 'security',
        payload: { by: actor, at: at.toISOString(), host: facts['host'] },
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
