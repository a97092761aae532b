import { managedAccount, type SeenAccount } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import type { ApiCaller } from '../../people/index.ts'
import type { Problem } from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { type ListedRole, roleSeen, type StoredRole } from '../custom-roles.store.ts'
import type { RoleRefusal } from '../domain/wanted-role.ts'
import { sayRefusal } from '../say.ts'
import { placesSeen, writes } from '../seeing.ts'
import { shownRole } from './role.schema.ts'

/** A call about the roles of the account that its address names. */
export type Asked = { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> }
export type Found = { readonly seen: SeenAccount; readonly role: StoredRole }

export const notFound: Problem = { status: 404, code: 'not-found' }

/** The account for whoever sees its people; undefined for others, as if there were none. */
export function seenBy(db: Database | Tx, { caller, params }: Asked): Promise<SeenAccount | undefined> {
  return managedAccount(db, caller, params['identifier'] ?? '')
}

/** The account for whoever writes roles of some kind in it. */
export async function writtenBy(db: Database | Tx, asked: Asked): Promise<SeenAccount | undefined> {
  const seen = await seenBy(db, asked)
  return seen && writes(seen).length > 0 ? seen : undefined
}

/** The role that the address names, in such an account. */
export async function roleIn(
  db: Database | Tx,
  seen: SeenAccount,
  { params }: Asked,
): Promise<ListedRole | undefined> {
  const id = params['id'] ?? ''
  return isId(id) ? roleSeen(db, { accountId: seen.account.id, id }, placesSeen(seen)) : undefined
}

const pointers = { name: '/name', description: '/description', actions: '/actions' } as const

/** Why nothing was done with a role, as the API says it; `role` is shown to whoever had an older one. */
export function problemOf(refusal: RoleRefusal, { reader }: ApiCaller, role?: StoredRole): Problem {
  if (refusal.code === 'not-found') return notFound
  const { status, text, field } = sayRefusal(reader, refusal)
  const errors = field === undefined ? undefined : [{ pointer: pointers[field], detail: text }]
  const current = refusal.code === 'stale-version' && role ? shownRole(role) : undefined
  return { status, code: refusal.code, detail: text, errors, current }
}
