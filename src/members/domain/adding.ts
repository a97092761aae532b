import { endMomentOf, readEnd } from '../../accounts/domain/end-moment.ts'
import { coverage, fits, type Given, holds, type Rights, type Scope } from '../../accounts/domain/rights.ts'
import {
  choiceOf,
  type CustomRole,
  type GrantedRole,
  isRole,
  isVirtualRole,
  keyOf,
  type NamedRole,
  type Role,
  readChoice,
  takesTwo,
} from '../../accounts/domain/roles.ts'
import { endProblem } from '../../access-requests/domain/end-date.ts'
import { isId, type PersonId, type VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { readAddress } from '../../people/domain/address.ts'

/** One line of what somebody typed or sent: whom, which role, where, until when; each as text. */
export type Line = {
  readonly address: string
  readonly role: string
  readonly place: string
  readonly ends: string
}

/** What is wrong with a line, so that nothing can be done for it. */
export const lineProblems = [
  'address-missing',
  'address-wrong',
  'role-missing',
  'role-unknown',
  'role-changed',
  'place-missing',
  'place-unknown',
  'place-not-wanted',
  'end-unreadable',
  'end-out-of-range',
  'above-own-rights',
  'ends-after-own-right',
  'cannot-sign-in',
  'yourself',
  'twice',
] as const
export type LineProblem = (typeof lineProblems)[number]

/** A line that can be read: to whom, and what. */
export type ReadLine = { readonly address: string; readonly given: Given }

/** A virtual account with the names from the topmost to itself. */
export type Place = { readonly id: VirtualAccountId; readonly names: readonly string[] }

/** What lines are read with: the account's clocks and places, and what roles are called. */
export type Reading = {
  readonly timeZone: string
  readonly places: readonly Place[]
  /** Names of roles in every language, in lower case. */
  readonly roleNames: ReadonlyMap<string, Role>
  /** The roles of the account's own. */
  readonly ownRoles: readonly CustomRole[]
  readonly now: Date
}

/** Reads a line: an address, a role by its code or its name, or as a form chose it, places parted by semicolons, and an end or none. */
export function readLine(line: Line, reading: Reading): Outcome<ReadLine, LineProblem> {
  const address = readAddress(line.address)
  if (!address.ok) return refuse(address.refusal === 'empty' ? 'address-missing' : 'address-wrong')
  const role = readRole(line.role, reading)
  if (!role.ok) return role
  const scope = readScope(role.value, line.place, reading.places)
  if (!scope.ok) return scope
  const endsAt = readEndOf(line.ends, reading)
  if (!endsAt.ok) return endsAt
  return done({
    address: address.value,
    given: { role: role.value, scope: scope.value, endsAt: endsAt.value },
  })
}

function readRole(text: string, reading: Reading): Outcome<GrantedRole, LineProblem> {
  const written = text.trim()
  if (written === '') return refuse('role-missing')
  const code = written.toUpperCase()
  if (isRole(code)) return done(code)
  const chosen = readChoice(written)
  const name = fold(written.replace(/\s+/g, ' '))
  const key = keyNamed(chosen) ?? written.toLowerCase()
  const own = reading.ownRoles.find((one) => keyOf(one) === key || fold(one.name) === name)
  if (own) return isAsSeen(own, chosen) ? done(own) : refuse('role-changed')
  const role = reading.roleNames.get(name)
  return role ? done(role) : refuse('role-unknown')
}

const keyNamed = (chosen: NamedRole | undefined) => (typeof chosen === 'object' ? chosen.custom : chosen)

// Chosen in a form or kept, a role is given as it was seen; by its name, as it is.
function isAsSeen(own: CustomRole, chosen: NamedRole | undefined): boolean {
  return typeof chosen !== 'object' || chosen.version === own.version
}

/** A line whose custom role, where it names one, is fixed to the version that is known now. */
export function pinned<One extends Line>(line: One, ownRoles: readonly CustomRole[]): One {
  const name = fold(line.role.replace(/\s+/g, ' '))
  const own = isRole(line.role)
    ? undefined
    : ownRoles.find((one) => fold(one.name) === name || one.id === line.role.trim().toLowerCase())
  return own ? { ...line, role: choiceOf(own) } : line
}

function readScope(role: GrantedRole, text: string, places: readonly Place[]): Outcome<Scope, LineProblem> {
  const written = text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
  if (!isVirtualRole(role))
    return written.length === 0 ? done({ kind: 'ACCOUNT' }) : refuse('place-not-wanted')
  if (written.length === 0) return refuse('place-missing')
  const found = written.map((one) => findPlace(one, places))
  const ids = found.filter((id): id is VirtualAccountId => id !== undefined)
  if (ids.length < found.length) return refuse('place-unknown')
  return done({ kind: 'VIRTUAL', virtualAccountIds: [...new Set(ids)] })
}

// By id, by all names from the topmost down, or by its own name where no other is called so.
function findPlace(text: string, places: readonly Place[]): VirtualAccountId | undefined {
  if (isId(text)) return places.find(({ id }) => id === text)?.id
  const wanted = text
    .split('/')
    .map(fold)
    .filter((name) => name !== '')
  const whole = places.filter(({ names }) => names.map(fold).join('/') === wanted.join('/'))
  const named =
    whole.length > 0 ? whole : places.filter(({ names }) => fold(names.at(-1) ?? '') === fold(text))
  return named.length === 1 ? named[0]?.id : undefined
}

function fold(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/

// By the account's clocks, or a whole instant, as programs write it.
function readEndOf(text: string, { timeZone, now }: Reading): Outcome<Date | null, LineProblem> {
  if (instant.test(text.trim())) return checkedEnd(new Date(text.trim()), now)
  const [day = '', time = ''] = text.trim().split(/[\sT]+/)
  const end = readEnd({ day, time })
  if (end === null) return done(null)
  const at = end === undefined ? undefined : endMomentOf(end, timeZone)
  return at === undefined ? refuse('end-unreadable') : checkedEnd(at, now)
}

function checkedEnd(at: Date, now: Date): Outcome<Date, LineProblem> {
  if (Number.isNaN(at.getTime())) return refuse('end-unreadable')
  return endProblem(at, now) ? refuse('end-out-of-range') : done(at)
}

/** Who gives; null is the command line of the installation. */
export type Giver = { readonly personId: PersonId; readonly rights: Rights } | null

/** What is known of whoever an address belongs to; undefined when it belongs to nobody here. */
export type Addressee = {
  readonly personId: PersonId
  readonly isActive: boolean
  /** They belong or belonged to the account, asked for it, or their proven address lies in a domain that it proved. */
  readonly isKnown: boolean
  readonly rights: Rights
}

/** What must be known to say what becomes of a line. */
export type AddFacts = {
  readonly addressee: Addressee | undefined
  /** An invitation to this address is on its way. */
  readonly isInvited: boolean
  /** Somebody has proposed to make them an administrator. */
  readonly isProposed: boolean
  /** An administrator takes two people here, now. */
  readonly needsTwo: boolean
}

/** What becomes of a line. */
export type Plan =
  | { readonly kind: 'GIVE' | 'PROPOSE'; readonly personId: PersonId; readonly given: Given }
  | {
      readonly kind: 'INVITE'
      readonly given: Given
      /** Accepting it proposes an administrator, whom another one must confirm. */
      readonly needsTwo: boolean
    }
  | { readonly kind: 'HELD' | 'INVITED' | 'PROPOSED' }
  | { readonly kind: 'PROBLEM'; readonly problem: LineProblem }

/**
 * What becomes of a line. Whoever the account knows gets the role at once, an administrator by two people; everybody
 * else is invited, in the same words whether or not the address belongs to somebody.
 */
export function planFor({ given }: ReadLine, by: Giver, facts: AddFacts): Plan {
  const above = aboveOwn(given, by)
  if (above) return { kind: 'PROBLEM', problem: above }
  const { addressee, isInvited } = facts
  if (addressee && addressee.personId === by?.personId) return { kind: 'PROBLEM', problem: 'yourself' }
  if (addressee?.isKnown) return planForKnown(given, addressee, facts)
  const needsTwo = facts.needsTwo && takesTwo(given.role, 'change-administrators')
  return isInvited ? { kind: 'INVITED' } : { kind: 'INVITE', given, needsTwo }
}

function planForKnown(
  given: Given,
  { isActive, rights, personId }: Addressee,
  { needsTwo, isProposed }: AddFacts,
): Plan {
  if (!isActive) return { kind: 'PROBLEM', problem: 'cannot-sign-in' }
  if (holds(rights, given.role, given.scope, given.endsAt)) return { kind: 'HELD' }
  if (!needsTwo || !takesTwo(given.role, 'change-administrators')) return { kind: 'GIVE', personId, given }
  return isProposed ? { kind: 'PROPOSED' } : { kind: 'PROPOSE', personId, given }
}

/** Why somebody cannot give this; undefined when they can, and always for the command line. */
export function aboveOwn(
  { role, scope, endsAt }: Given,
  by: Giver,
): 'above-own-rights' | 'ends-after-own-right' | undefined {
  if (by === null) return undefined
  const own = fits(role, scope) ? coverage(by.rights, role, scope) : ({ covered: false } as const)
  if (!own.covered) return 'above-own-rights'
  if (own.until === null || (endsAt !== null && endsAt <= own.until)) return undefined
  return 'ends-after-own-right'
}
