import { type Identifier, readIdentifier } from '../accounts/domain/identifier.ts'
import type { Viewer } from '../people/index.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { Profile } from './domain/request.ts'
import { words } from './messages/index.ts'

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

/** What is left of the profile of somebody who was erased. */
export const noProfile: Profile = {
  firstName: '',
  lastName: '',
  preferredFirstName: '',
  company: '',
  country: '',
  companyAddress: '',
  companyPhone: '',
  email: '',
  userId: '',
}

/** How whoever asked is called: as in the profile that was sent, or that they were erased. */
export function askerName(
  reader: Reader,
  profile: Pick<Profile, 'firstName' | 'lastName' | 'email'>,
): string {
  return fullName(profile) || words.for(reader)('asked.erased')
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
