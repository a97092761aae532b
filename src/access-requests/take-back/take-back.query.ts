import { sql } from 'kysely'
import { type Identifier, readIdentifier } from '../../accounts/domain/identifier.ts'
import { may } from '../../accounts/domain/rights.ts'
import {
  administratorsOf,
  findAccount,
  findGrant,
  grantsOf,
  type NamedTree,
  type StoredAccount,
  type StoredGrant,
  treeOf,
} from '../../accounts/index.ts'
import { type GrantId, isId, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import { nameOf } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import { approverOf, type Decider } from '../decide/decide.store.ts'
import type { Approver } from '../domain/approvers.ts'
import { takeBack } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { TakeBackFacts } from '../domain/taking-back.ts'

/** A grant, for whoever may see it, with whether they may end it. */
export type GrantView = {
  readonly account: StoredAccount
  readonly grant: StoredGrant
  readonly tree: NamedTree
  readonly name: string
  readonly isOwn: boolean
  readonly rest: readonly StoredGrant[]
  readonly allowed: Outcome<StoredGrant, Refusal>
  /** The viewer, with what they hold in the account. */
  readonly by: Approver
  readonly facts: TakeBackFacts
}

const person = prepare<{ id: string }, Parameters<typeof nameOf>[0]>(
  (p) => sql<Parameters<typeof nameOf>[0]>`
    select p.first_name as "firstName", p.last_name as "lastName", p.preferred_first_name as "preferredFirstName",
      p.address from people p where p.id = ${p.id}::uuid`,
)

/** The grant that a path names; undefined for whoever may not see it, as if there were none. */
export async function loadGrant(
  db: Database,
  viewer: Decider,
  named: { readonly identifier: string; readonly id: string },
): Promise<GrantView | undefined> {
  const account = await accountNamed(db, named.identifier)
  if (!account || !isId(named.id)) return undefined
  const accountId = account.id
  const [grant, mine, tree] = await Promise.all([
    findGrant(db, { accountId, id: named.id as GrantId }),
    grantsOf(db, { accountId, personId: viewer.personId }),
    treeOf(db, accountId),
  ])
  const by = approverOf(viewer, mine, tree)
  if (!grant || !maySee(grant, viewer.personId, by.rights)) return undefined
  const [[holder], rest, administrators] = await Promise.all([
    person(db, { id: grant.personId }),
    grantsOf(db, { accountId, personId: grant.personId }),
    administratorsOf(db, accountId),
  ])
  const facts = { now: viewer.now, administrators, wantsTwo: account.twoForAdministrator }
  const allowed = takeBack(grant, by, facts)
  return {
    account,
    grant,
    tree,
    name: holder ? nameOf(holder) : '',
    isOwn: grant.personId === viewer.personId,
    rest: rest.filter(({ id }) => id !== grant.id),
    allowed: allowed.ok ? done(grant) : allowed,
    by,
    facts,
  }
}

async function accountNamed(db: Database, text: string): Promise<StoredAccount | undefined> {
  const identifier = readIdentifier(text)
  return identifier.ok ? findAccount(db, identifier.value as Identifier) : undefined
}

function maySee(grant: StoredGrant, viewer: PersonId, rights: Parameters<typeof may>[0]): boolean {
  if (grant.personId === viewer) return true
  const whole = { kind: 'ACCOUNT' } as const
  if (may(rights, 'see-people', whole)) return true
  const { virtualAccountId } = grant
  if (virtualAccountId === null) return false
  return may(rights, 'see-people', { kind: 'VIRTUAL', virtualAccountIds: [virtualAccountId] })
}
