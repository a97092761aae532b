import type { Announcements } from '../platform/mailer/index.ts'
import { everyAcceptor } from './due.query.ts'

/** Who is told about agreements: once, when a version is published, everybody who may accept it. */
export const announcements: Announcements = {
  'agreement.published': async (tx, event) =>
    (await everyAcceptor(tx)).map(({ personId, address, locale }) => ({
      kind: 'agreement.published',
      personId,
      address,
      locale,
      category: 'access' as const,
      payload: { agreementId: event.facts['agreementId'], version: event.facts['version'] },
    })),
}
