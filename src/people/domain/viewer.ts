import type { PersonId } from '../../kernel/id.ts'

/** Who keeps a field that cannot be changed here, and where it can. */
export type FieldOwner = { readonly system: string; readonly href?: string }

/** The fields of a profile that a person or another system fills in. */
export const profileFields = [
  'firstName',
  'lastName',
  'preferredFirstName',
  'company',
  'country',
  'siteAddress',
  'companyPhone',
] as const
export type ProfileField = (typeof profileFields)[number]
export type Profile = { readonly [Field in ProfileField]: string }

/** Whether a profile says enough to go with a request: first and last name, company, country. */
export function isComplete(
  profile: Pick<Profile, 'firstName' | 'lastName' | 'company' | 'country'>,
): boolean {
  return [profile.firstName, profile.lastName, profile.company, profile.country].every(
    (value) => value !== '',
  )
}

/** How a person is called: the preferred first name, or the first, with the last; the address while there is none. */
export function nameOf(person: {
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
}): string {
  const name = `${person.preferredFirstName || person.firstName} ${person.lastName}`.trim()
  return name === '' ? person.address : name
}

/** One or two letters that stand for a person. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

/** How many things wait, as the header shows them; counting stops at 100. */
export type Counters = {
  readonly toDecide: number
  /** Cases that wait for an answer of support; 0 for whoever is no agent. */
  readonly toAnswer: number
  readonly ownOpen: number
  /** Entries of the bell that were not read. */
  readonly unread: number
  /** Whether there is an account or a part of one to look after. */
  readonly manages: boolean
  readonly canDecide: boolean
}

/** What is known of a person who asks for something, whichever way they came in. */
export type KnownPerson = Profile & {
  readonly personId: PersonId
  readonly address: string
  readonly verified: boolean
  readonly directoryId: string | null
  readonly ownedFields: Readonly<Partial<Record<ProfileField | 'address', FieldOwner>>>
  readonly isSupport: boolean
  readonly isOperator: boolean
  readonly locale: 'en' | 'fr'
  readonly timeZone: string
}
