import type { Tx } from '../../platform/db/index.ts'
import type { MailOrder, RecordedEvent } from '../../platform/mailer/index.ts'
import { activeOperators, toldAs } from '../told.store.ts'

/** Whose offices changed is told, and the operators beside whoever changed them. */
export async function tellOffices(tx: Tx, event: RecordedEvent): Promise<MailOrder[]> {
  const { subject, actor, facts, at } = event
  const person = subject ? await toldAs(tx, subject) : undefined
  const others = (await activeOperators(tx)).filter(
    ({ personId }) => personId !== actor && personId !== subject,
  )
  const { support, operator } = facts
  const payload = { person: subject, by: actor, support, operator, at: at.toISOString() }
  const to = (kind: string) => (one: { personId: string; address: string; locale: 'en' | 'fr' }) => ({
    kind,
    personId: one.personId,
    address: one.address,
    locale: one.locale,
    payload,
    category: 'security' as const,
  })
  return [
    ...(person ? [person] : []).map(to('person.offices-changed')),
    ...others.map(to('person.offices-changed.operator')),
  ]
}
