import { rightsOf } from '../../accounts/domain/rights.ts'
import { recorded } from '../../accounts/domain/roles.ts'
import { record } from '../../event-log/index.ts'
import type { RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { isHalfDecided, writeAmendment } from '../changes.store.ts'
import { amend as mayAmend } from '../domain/policy.ts'
import { reschedule } from '../clocks.store.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { AccessRequest } from '../domain/request.ts'
import { askColumns, findRequest, lockRequest, virtualAccountsOf } from '../requests.store.ts'
import { readAsking } from '../submit/asking.query.ts'
import { factsOf } from '../submit/submit.ts'
import { askFrom, type WishForm } from '../submit/wish.ts'
import { wishedRole } from '../submit/wished-role.ts'

/** What somebody changes their request to, and the version they were looking at. */
export type Amending = { readonly id: RequestId; readonly wish: WishForm; readonly version: number }

/** Changes what the viewer's own open request asks for, or why; approvers who had seen it are told. */
export async function amend(
  tx: Tx,
  viewer: Viewer,
  amending: Amending,
): Promise<Outcome<RequestId, Refusal>> {
  const { id, wish, version } = amending
  const found = await findRequest(tx, viewer, id)
  if (!found) return refuse({ code: 'not-found' })
  const request = await lockRequest(tx, found.accountId, id)
  const facts = await factsFor(tx, viewer, { request, virtualAccountIds: virtualAccountsOf(wish.scope) })
  const role = await wishedRole(tx, { account: { id: request.accountId }, grants: facts.grants }, wish.role)
  if (!role.ok) return role
  const ask = askFrom({ ...wish, role: role.value }, request.accountTimeZone)
  const next = mayAmend(request, viewer.personId, { ask, reason: wish.reason, version }, facts)
  if (!next.ok) return next
  const after = next.value
  if (!(await writeAmendment(tx, request, after)))
    return refuse({ code: 'stale-version', version: request.version })
  await reschedule(tx, request)
  const { scope, virtualAccounts, named, endsAt } = askColumns(after.ask)
  const reasonChanged = after.reason !== request.reason
  await record(
    tx,
    {
      type: 'access-request.amended',
      account: request.accountId,
      actor: viewer.personId,
      request: id,
      facts: {
        version: after.version,
        scope,
        virtualAccountIds: virtualAccounts,
        role: after.ask.role && recorded(after.ask.role),
        endsAt: endsAt?.toISOString() ?? null,
        reasonChanged,
      },
    },
    { details: { person: viewer.personId, content: { reason: after.reason, named } } },
  )
  return done(id)
}

type Amended = {
  readonly request: AccessRequest & { readonly identifier: string }
  readonly virtualAccountIds: ReturnType<typeof virtualAccountsOf>
}

async function factsFor(tx: Tx, viewer: Viewer, { request, virtualAccountIds }: Amended) {
  const { identifier } = request
  const asking = await readAsking(tx, viewer, { identifier, virtualAccountIds, known: true })
  const tree = { accountId: request.accountId, virtualAccounts: asking.tree }
  const { choosable, declined } = factsOf(viewer, asking)
  return {
    choosable,
    declined,
    grants: asking.grants,
    held: rightsOf(asking.grants, tree, asking.now),
    isHalfDecided: await isHalfDecided(tx, request),
    now: asking.now,
    block: asking.block,
  }
}
