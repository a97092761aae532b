import { activeOperators } from '../people/index.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Announcements, MailOrder, RecordedEvent } from '../platform/mailer/index.ts'

/** The other operators are told with whom people sign in. */
async function tellProvider(tx: Tx, { type, actor, at, facts }: RecordedEvent): Promise<MailOrder[]> {
  const what = type.slice('installation.provider-'.length)
  return (await activeOperators(tx))
    .filter(({ personId }) => personId !== actor)
    .map(({ personId, address, locale }) => ({
      personId,
      address,
      locale,
      kind: 'provider.changed',
      category: 'security',
      payload: { what, by: actor, at: at.toISOString(), name: facts['name'] },
    }))
}

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
  'installation.provider-added': tellProvider,
  'installation.provider-changed': tellProvider,
  'installation.provider-removed': tellProvider,
  'mail.given-up': async (tx) =>
    (await activeOperators(tx)).map(({ personId, address, locale }) => ({
      personId,
      address,
      locale,
      kind: 'mail.given-up',
      category: 'operator',
    })),
}
