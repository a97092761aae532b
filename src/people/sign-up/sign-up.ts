import { installation } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { record } from '../../event-log/index.ts'
import { orderLink } from '../links.store.ts'

/** What somebody gave to get an account; the password as its hash, the browser as the hash of its secret. */
export type SignUp = {
  readonly address: string
  readonly firstName: string
  readonly lastName: string
  readonly passwordHash: string
  readonly browser: string
  readonly reader: Reader
}

/**
 * Keeps a sign-up until the address is confirmed; nobody is made before that. It does the same work whether or not the
 * address has an account: which mail is sent is decided later, where nobody can time it.
 */
export async function signUp(tx: Tx, by: SignUp): Promise<Outcome<null, never>> {
  const { address, reader } = by
  const handle = await orderLink(tx, {
    purpose: 'VERIFY',
    address,
    payload: {
      password: by.passwordHash,
      browser: by.browser,
      firstName: by.firstName,
      lastName: by.lastName,
      locale: reader.locale,
      timeZone: reader.timeZone,
    },
  })
  await record(tx, { type: 'person.sign-up-asked', account: installation, actor: null, facts: { handle } })
  return done(null)
}
