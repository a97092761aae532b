import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { setIdentityAddress } from '../credentials/credentials.store.ts'
import { endLinks, orderLink, useLink } from '../links.store.ts'
import { markVerified, personByAddress, setAddress } from '../people.store.ts'
import { endSessions } from '../sessions.store.ts'

type By = { readonly personId: PersonId; readonly address: string; readonly sessionId: string }

/** Asks for a link to another address. Whether somebody has that address already is not told here. */
export async function askForAddress(tx: Tx, by: By, address: string): Promise<Outcome<null, 'same'>> {
  if (address === by.address) return refuse('same')
  const handle = await orderLink(tx, { purpose: 'CHANGE_ADDRESS', personId: by.personId, address })
  const event = { type: 'person.address-change-asked', account: installation, actor: by.personId }
  await record(tx, { ...event, facts: { handle } })
  return done(null)
}

/** Asks for a link to one's own address, which nobody has confirmed yet. */
export async function askToVerify(tx: Tx, by: By): Promise<Outcome<null, never>> {
  const handle = await orderLink(tx, { purpose: 'RESET', personId: by.personId, address: by.address })
  const event = { type: 'person.recovery-asked', account: installation, actor: by.personId }
  await record(tx, { ...event, facts: { handle } })
  return done(null)
}

/** Asks for a link to one's own address, to prove that mail arrives there again. */
export async function askToProveAgain(tx: Tx, by: By): Promise<Outcome<null, never>> {
  const { personId, address } = by
  const handle = await orderLink(tx, { purpose: 'CHANGE_ADDRESS', personId, address })
  const event = { type: 'person.address-change-asked', account: installation, actor: personId }
  await record(tx, { ...event, facts: { handle } })
  return done(null)
}

/**
 * Takes the address that the link was mailed to. Only the person who asked can do it, while signed in; other sessions
 * and links end, and the old address is told.
 */
export async function takeAddress(
  tx: Tx,
  by: By,
  token: string,
): Promise<Outcome<null, 'link-gone' | 'address-taken'>> {
  const link = await useLink(tx, token, 'CHANGE_ADDRESS')
  if (!link?.address || link.personId !== by.personId) return refuse('link-gone')
  const owner = await personByAddress(tx, link.address)
  if (owner) return owner.id === by.personId ? keepAddress(tx, owner) : refuse('address-taken')
  await setAddress(tx, by.personId, link.address)
  await setIdentityAddress(tx, by.personId, link.address)
  await endLinks(tx, { personId: by.personId, address: link.address })
  await endSessions(tx, by.personId, by.sessionId)
  const details = { person: by.personId, content: { before: by.address, after: link.address } }
  await record(tx, { type: 'person.address-changed', account: installation, actor: by.personId }, { details })
  return done(null)
}

/** It is theirs already; now it is known again that mail arrives there. */
async function keepAddress(tx: Tx, owner: { id: PersonId; address: string }): Promise<Outcome<null, never>> {
  await markVerified(tx, owner.id)
  await endLinks(tx, { personId: owner.id, address: owner.address })
  await record(tx, { type: 'person.verified', account: installation, actor: owner.id })
  return done(null)
}
