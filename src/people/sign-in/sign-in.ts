import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { closeSession, type Device, openSession } from '../sessions.store.ts'

/** How somebody showed who they are; `before` is the session this browser had, which ends. */
export type Entrance = {
  readonly how: 'password' | 'link' | 'provider'
  /** Whom they signed in with. */
  readonly provider?: string
  readonly device: Device
  readonly before?: string | undefined
}

/** Opens a new session for somebody who showed who they are. Gives its token. */
export async function signIn(tx: Tx, person: PersonId, entrance: Entrance): Promise<Outcome<string, never>> {
  if (entrance.before) await closeSession(tx, entrance.before)
  const passwordTyped = entrance.how === 'password'
  const { device, provider = null } = entrance
  const token = await openSession(tx, person, { device, passwordTyped, provider })
  const event = {
    type: 'person.signed-in',
    account: installation,
    actor: person,
    facts: { how: entrance.how, ...(provider === null ? {} : { providerId: provider }) },
  }
  await record(tx, event, { quiet: true })
  return done(token)
}

/** Records that a password was wrong; `person` is whose it was, when there is somebody. */
export async function signInFailed(tx: Tx, person: PersonId | undefined): Promise<Outcome<null, never>> {
  const event = { type: 'person.sign-in-failed', account: installation, actor: null, facts: { count: 1 } }
  await record(tx, person ? { ...event, subject: person } : event, { quiet: true })
  return done(null)
}
