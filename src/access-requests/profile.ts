import { type Identifier, readIdentifier } from '../accounts/domain/identifier.ts'
import type { Viewer } from '../people/index.ts'
import type { Profile } from './domain/request.ts'

/** The details that go with a request, as they are in the person's profile now. */
export function profileOf(viewer: Viewer): Profile {
  return {
    firstName: viewer.firstName,
    lastName: viewer.lastName,
    preferredFirstName: viewer.preferredFirstName,
    company: viewer.company,
    country: viewer.country,
    companyAddress: viewer.siteAddress,
    companyPhone: viewer.companyPhone,
    email: viewer.address,
    userId: viewer.directoryId ?? viewer.address,
  }
}

/** The full name in a profile that was sent; the address when it holds none. */
export function fullName(profile: Pick<Profile, 'firstName' | 'lastName' | 'email'>): string {
  return `${profile.firstName} ${profile.lastName}`.trim() || profile.email
}

/** The domain of the person's verified address, if it is one that an account could own. */
export function verifiedDomainsOf(viewer: Pick<Viewer, 'address' | 'verified'>): readonly Identifier[] {
  if (!viewer.verified) return []
  const domain = readIdentifier(viewer.address)
  return domain.ok ? [domain.value] : []
}
