import { domainOf } from '../../people/domain/address.ts'
import type { Viewer } from '../../people/index.ts'
import type { DirectoryFilter } from './list.query.ts'

/** Whose directory it is: an address that is not proved finds no account by its domain. */
export function whoseDirectory({
  personId,
  verified,
  address,
}: Pick<Viewer, 'personId' | 'verified' | 'address'>): Pick<DirectoryFilter, 'person' | 'domains'> {
  return { person: personId, domains: verified ? [domainOf(address)] : [] }
}
