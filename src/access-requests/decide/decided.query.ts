import { sql } from 'kysely'
import type { Given } from '../../accounts/domain/rights.ts'
import { type NamedTree, type StoredGrant, treeOf } from '../../accounts/index.ts'
import type { RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { decidedRole, mayBeDecidedBy } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import { replacedBy } from './replaced.query.ts'
import { findRequest, type SeenRequest, type Sight } from '../requests.store.ts'

/** What somebody decided on a request last, and the next request that waits for them. */
export type LastDecided = {
  readonly request: SeenRequest
  readonly tree: NamedTree
  readonly kind: 'approved' | 'first' | 'declined'
  readonly given: Given | null
  /** What ended with it, because it is contained in what was given. */
  readonly replaced: readonly StoredGrant[]
  readonly note: string
  readonly nextId: RequestId | null
}

type Row = {
  verdict: 'APPROVE' | 'DECLINE'
  final: boolean
  role: Given['role'] | null
  scope: 'ACCOUNT' | 'VIRTUAL' | null
  virtualAccountIds: VirtualAccountId[]
  endsAt: Date | null
  note: string
  nextId: RequestId | null
}

const last = prepare<{ account: string; request: string; person: string }, Row>(
  (p) => sql<Row>`
    select d.verdict, d.final, ${decidedRole('d')} as role, d.scope, d.virtual_account_ids as "virtualAccountIds", d.ends_at as "endsAt",
      d.note,
      (select r.id from grants mine join access_requests r on r.account_id = mine.account_id
        where mine.person_id = ${p.person}::uuid and mine.decides and mine.revoked_at is null and mine.suspended_at is null
          and r.id <> ${p.request}::uuid and ${mayBeDecidedBy(p.person)}
        order by r.due_at, r.id limit 1) as "nextId"
    from decisions d
    where d.account_id = ${p.account}::uuid and d.request_id = ${p.request}::uuid and d.decided_by = ${p.person}::uuid
    order by d.decided_at desc, d.id desc limit 1`,
)

/** What this viewer decided on a request; undefined when they decided nothing, or may not see it. */
export async function loadDecided(
  db: Database,
  viewer: Sight,
  id: RequestId,
): Promise<LastDecided | undefined> {
  const request = await findRequest(db, viewer, id)
  if (!request) return undefined
  const [[row], tree, replaced] = await Promise.all([
    last(db, { account: request.accountId, request: id, person: viewer.personId }),
    treeOf(db, request.accountId),
    replacedBy(db, request),
  ])
  if (!row) return undefined
  const { verdict, final, note, nextId } = row
  const kind = verdict === 'DECLINE' ? 'declined' : final ? 'approved' : 'first'
  return { request, tree, kind, note, nextId, replaced, given: givenIn(row) }
}

function givenIn({ role, scope, virtualAccountIds, endsAt }: Row): Given | null {
  if (role === null) return null
  return {
    role,
    endsAt,
    scope: scope === 'ACCOUNT' ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds },
  }
}
