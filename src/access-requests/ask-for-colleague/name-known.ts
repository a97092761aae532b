import type { Viewer } from '../../people/index.ts'
import { verifiedDomainsOf } from '../profile.ts'
import type { StoredOnBehalf } from './on-behalf.store.ts'

/** The account's name as somebody may know it: a colleague who could not find the account reads its identifier. */
export function nameKnownTo(
  viewer: Viewer,
  one: Pick<StoredOnBehalf, 'askedBy' | 'isListed' | 'verifiedDomains' | 'accountName' | 'identifier'>,
): string {
  const domains = verifiedDomainsOf(viewer)
  const mayKnow =
    one.askedBy === viewer.personId ||
    one.isListed ||
    domains.some((name) => one.verifiedDomains.includes(name))
  return mayKnow ? one.accountName : one.identifier
}
