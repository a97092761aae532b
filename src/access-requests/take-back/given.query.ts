import { sql } from 'kysely'
import { grantColumns, grantsOf, type NamedTree, type StoredGrant, treeOf } from '../../accounts/index.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import { approverOf, type Decider } from '../decide/decide.store.ts'
import { takeBack } from '../domain/policy.ts'
import type { SeenRequest } from '../requests.store.ts'

/** The access that a request gave and that is still in force, with what the viewer can end. */
export type GivenAccess = {
  readonly tree: NamedTree
  readonly grants: readonly { readonly grant: StoredGrant; readonly canEnd: boolean }[]
}

const given = prepare<{ account: string; request: string }, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g
    where g.account_id = ${p.account}::uuid and g.request_id = ${p.request}::uuid and ${grantIsActive}
    order by g.id`,
)

/** What an approved request gave; null when nothing of it is in force. */
export async function loadGiven(
  db: Database,
  viewer: Decider,
  request: SeenRequest,
): Promise<GivenAccess | null> {
  if (request.status !== 'APPROVED') return null
  const { accountId } = request
  const grants = await given(db, { account: accountId, request: request.id })
  if (grants.length === 0) return null
  const [mine, tree] = await Promise.all([
    grantsOf(db, { accountId, personId: viewer.personId }),
    treeOf(db, accountId),
  ])
  const by = approverOf(viewer, mine, tree)
  return { tree, grants: grants.map((grant) => ({ grant, canEnd: couldEnd(grant, by, viewer) })) }
}

// The last-administrator guard and the password come on the page that asks once more.
function couldEnd(grant: StoredGrant, by: ReturnType<typeof approverOf>, viewer: Decider): boolean {
  const asked = takeBack(grant, by, { now: viewer.now, administrators: [], wantsTwo: false })
  return asked.ok || asked.refusal.code !== 'above-own-rights'
}
