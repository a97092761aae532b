import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { setPasswordHash } from '../credentials/credentials.store.ts'
import { makeLink, useLink } from '../links.store.ts'
import { createPerson, hasOperator } from '../people.store.ts'

/** Makes the one link with which the first operator is made; `operator-exists` once there is one. Gives its token. */
export async function issueFirstOperatorLink(tx: Tx): Promise<Outcome<string, 'operator-exists'>> {
  if (await hasOperator(tx)) return refuse('operator-exists')
  return done(await makeLink(tx, { purpose: 'FIRST_OPERATOR' }))
}

/** Makes the first operator with that link. Whoever starts the installation vouches for the address. */
export async function becomeOperator(
  tx: Tx,
  by: {
    token: string
    address: string
    firstName: string
    lastName: string
    passwordHash: string
    reader: Reader
  },
): Promise<Outcome<PersonId, 'link-gone' | 'address-taken'>> {
  const { reader, ...person } = by
  if (!(await useLink(tx, by.token, 'FIRST_OPERATOR')) || (await hasOperator(tx))) return refuse('link-gone')
  const id = await createPerson(tx, { ...person, ...reader, verified: true, isOperator: true })
  if (!id) return refuse('address-taken')
  await setPasswordHash(tx, id, by.passwordHash)
  const event = { type: 'person.added', account: installation, actor: id, facts: { operator: true } }
  await record(tx, event, { quiet: true })
  return done(id)
}
