import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import type { Told } from '../../platform/mailer/index.ts'
import { gaveUpLately } from './told.store.ts'

/** What is recorded about mails that do not arrive. */
export const told: Told = {
  async bounced(tx, mail) {
    const facts = { mailId: mail.id, kind: mail.kind }
    const subject = mail.personId as PersonId
    const event = { type: 'person.mail-bounced', account: installation, actor: null, subject }
    await record(tx, { ...event, facts })
  },
  async gaveUp(tx, mail) {
    const facts = { mailId: mail.id, kind: mail.kind }
    const event = { type: 'mail.given-up', account: installation, actor: null }
    // One word about a row of them is enough.
    await record(tx, { ...event, facts }, { quiet: await gaveUpLately(tx, mail.id) })
  },
}
