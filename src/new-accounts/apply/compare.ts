import { findable } from '../../accounts/domain/account.ts'
import type { Identifier } from '../../accounts/domain/identifier.ts'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { verifiedDomainsOf } from '../../access-requests/index.ts'
import { refreshLooks } from '../../accounts/index.ts'
import type { Viewer } from '../../people/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Findings } from '../domain/application.ts'
import { claimsOn, type Similar, similarAccounts } from './looks.store.ts'

/** What is compared with what there is. */
export type Compared = {
  readonly identifier: Identifier
  readonly name: string
  readonly nomineeAddress: string
}

/** What there is like it: what this person may know of, and what whoever looks at it should know. */
export type Comparison = {
  /** Accounts that the person may see and could ask for instead; never one that is hidden from them. */
  readonly visible: readonly Similar[]
  readonly found: Omit<Findings, 'proofIsRequired'>
}

/** Compares what is asked for with every account; `but` is the application itself when it is changed. */
export async function compare(
  db: Database | Tx,
  viewer: Pick<Viewer, 'personId' | 'address' | 'verified'>,
  wanted: Compared,
  but: string | null = null,
): Promise<Comparison> {
  await refreshLooks(db)
  const own = verifiedDomainsOf(viewer)
  const nominee = readIdentifier(wanted.nomineeAddress)
  const domains = [...new Set([...own, wanted.identifier, ...(nominee.ok ? [nominee.value] : [])])]
  const all = await similarAccounts(db, { person: viewer.personId, ...wanted, domains })
  const { reserved, asked } = await claimsOn(db, wanted.identifier, but)
  const mayKnow = (one: Similar) =>
    findable(one, { verifiedDomains: own, isMember: one.isMember, isInvited: false })
  return {
    visible: all.filter(mayKnow),
    found: {
      isTaken: reserved || all.some(({ isSame }) => isSame),
      isAlsoAsked: asked,
      looksAlike: all.some(({ isSame, looksAlike }) => looksAlike && !isSame),
      sharesDomain: all.some(({ isSame, sharesDomain }) => sharesDomain && !isSame),
    },
  }
}
