import { isTimeZone } from '../../kernel/time-zones.ts'
import { record } from '../../event-log/index.ts'
import { type AccountId, newId, type PersonId, type VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { insertAccount, insertVirtualAccount, personAt } from '../accounts.store.ts'
import type { AccountType, Visibility } from '../domain/account.ts'
import { type Identifier, type IdentifierProblem, readIdentifier } from '../domain/identifier.ts'
import { giveGrants } from '../grants.store.ts'

/** What an operator says about a new account, as they typed it. */
export type AccountToAdd = {
  readonly identifier: string
  readonly name: string
  readonly type: AccountType
  readonly visibility: Visibility
  /** IANA name. */
  readonly timeZone: string
  /** Domains whose ownership has been proved; people with a verified address there are of the house. */
  readonly verifiedDomains: readonly string[]
  /** The sign-in address of the first administrator. */
  readonly administrator: string
}

/** Why an account was not added. */
export type AddAccountRefusal =
  | { readonly code: 'identifier-unfit'; readonly problem: IdentifierProblem }
  | { readonly code: 'domain-unfit'; readonly domain: string }
  | { readonly code: 'identifier-taken' }
  | { readonly code: 'name-unfit' }
  | { readonly code: 'zone-unknown' }
  | { readonly code: 'unknown-person'; readonly address: string }

/** An account that was added, with its DEFAULT virtual account and its administrator. */
export type AddedAccount = {
  readonly accountId: AccountId
  readonly identifier: Identifier
  readonly defaultVirtualAccountId: VirtualAccountId
  readonly administratorId: PersonId
}

const longestName = 80

/** Adds an active account with its DEFAULT virtual account and a first administrator; `by` is null from the command line. */
export async function addAccount(
  tx: Tx,
  by: PersonId | null,
  asked: AccountToAdd,
): Promise<Outcome<AddedAccount, AddAccountRefusal>> {
  const read = readAccount(asked)
  if (!read.ok) return read
  const administratorId = await personAt(tx, asked.administrator)
  if (!administratorId) return refuse({ code: 'unknown-person', address: asked.administrator })
  const accountId = newId<'account'>()
  if (!(await insertAccount(tx, { id: accountId, ...read.value })))
    return refuse({ code: 'identifier-taken' })
  const defaultVirtualAccountId = newId<'virtual-account'>()
  await insertVirtualAccount(tx, {
    accountId,
    id: defaultVirtualAccountId,
    name: 'DEFAULT',
    parent: null,
    isDefault: true,
  })
  await giveGrants(tx, {
    accountId,
    personId: administratorId,
    given: { role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt: null },
    source: 'CREATION',
    requestId: null,
    decisionId: null,
    by,
  })
  await record(tx, {
    type: 'account.created',
    account: accountId,
    actor: by,
    subject: administratorId,
    facts: { type: asked.type, visibility: asked.visibility },
  })
  return done({ accountId, identifier: read.value.identifier, defaultVirtualAccountId, administratorId })
}

function readAccount(asked: AccountToAdd) {
  const identifier = readIdentifier(asked.identifier)
  if (!identifier.ok) return refuse({ code: 'identifier-unfit', problem: identifier.refusal })
  const verifiedDomains: Identifier[] = []
  for (const domain of asked.verifiedDomains) {
    const known = readIdentifier(domain)
    if (!known.ok) return refuse({ code: 'domain-unfit', domain })
    verifiedDomains.push(known.value)
  }
  const name = nameIn(asked.name)
  if (name === undefined) return refuse({ code: 'name-unfit' })
  if (!isTimeZone(asked.timeZone)) return refuse({ code: 'zone-unknown' })
  const { type, visibility, timeZone } = asked
  return done({ identifier: identifier.value, name, type, visibility, timeZone, verifiedDomains })
}

/** The name of an account or a part of one: 1 to 80 visible characters; undefined when the text is none. */
export function nameIn(text: string): string | undefined {
  const name = text.normalize('NFC').trim()
  const isFit = name.length > 0 && name.length <= longestName && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)
  return isFit ? name : undefined
}
