import type { AccountId } from '../../kernel/id.ts'
import type { Identifier } from './identifier.ts'

export const accountTypes = ['CUSTOMER', 'HOLDING', 'LIMITED'] as const
/** What kind of customer the account stands for; shown, never a rule. */
export type AccountType = (typeof accountTypes)[number]

export const accountStatuses = ['PENDING', 'ACTIVE', 'SUSPENDED', 'CLOSED'] as const
/** Only an ACTIVE account can be found or asked for. */
export type AccountStatus = (typeof accountStatuses)[number]

export const visibilities = ['LISTED', 'RESTRICTED'] as const
/** LISTED: anybody signed in finds the account by its identifier. RESTRICTED: only those who belong to it. */
export type Visibility = (typeof visibilities)[number]

/** An account as the rules see it; rows and pages carry more. */
export type Account = {
  readonly id: AccountId
  readonly identifier: Identifier
  readonly name: string
  readonly type: AccountType
  readonly status: AccountStatus
  readonly visibility: Visibility
  /** Domains whose ownership the account has proved. */
  readonly verifiedDomains: readonly Identifier[]
}

/** What is known about the person who looks an account up. */
export type Asker = {
  /** The domains of the person's verified addresses; an unverified address gives none. */
  readonly verifiedDomains: readonly Identifier[]
  readonly isMember: boolean
  readonly isInvited: boolean
}

/**
 * Whether the asker may learn that this account exists, its name and its type.
 * When false, answer exactly as if there were no such account.
 */
export function findable(
  account: Pick<Account, 'status' | 'visibility' | 'verifiedDomains'>,
  asker: Asker,
): boolean {
  if (account.status !== 'ACTIVE') return false
  return account.visibility === 'LISTED' || asker.isMember || asker.isInvited || isOfTheHouse(account, asker)
}

/** Whether a verified address of the asker lies in a verified domain of the account; a subdomain is another domain. */
export function isOfTheHouse(
  account: Pick<Account, 'verifiedDomains'>,
  asker: Pick<Asker, 'verifiedDomains'>,
): boolean {
  return asker.verifiedDomains.some((domain) => account.verifiedDomains.includes(domain))
}
