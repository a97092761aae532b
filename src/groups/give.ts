import { giveGrants, revokeGrant } from '../accounts/index.ts'
import { recorded } from '../accounts/domain/roles.ts'
import { closeRequest, isAnsweredBy, type OpenFor } from '../access-requests/index.ts'
import type { Tree } from '../accounts/domain/rights.ts'
import { record } from '../event-log/index.ts'
import type { AccountId, GrantId, PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { WantedGroup } from './domain/groups.ts'
import { type GroupGrant, lockGroupGrants } from './groups.store.ts'

/** One change of who holds what by a group. */
export type GroupChange = {
  readonly accountId: AccountId
  readonly id: string
  readonly by: PersonId
}

/** Gives people what a group gives; who held it by this group already is left as they are. Gives the new grants. */
export async function giveByGroup(
  tx: Tx,
  { accountId, id, by }: GroupChange,
  { people, group }: { readonly people: readonly PersonId[]; readonly group: Omit<WantedGroup, 'name'> },
): Promise<GrantId[]> {
  const given = { role: group.role, scope: group.scope, endsAt: null }
  const ids: GrantId[] = []
  for (const personId of people) {
    const ofOne = { accountId, personId, given, source: 'GROUP', requestId: null, decisionId: null } as const
    ids.push(...(await giveGrants(tx, { ...ofOne, by, groupId: id })))
  }
  return ids
}

/** Ends what one person, or everybody, holds by a group. */
export async function endByGroup(
  tx: Tx,
  { accountId, id, by }: GroupChange,
  person?: PersonId,
): Promise<GroupGrant[]> {
  const ended = await lockGroupGrants(tx, { accountId, id, ...(person ? { person } : {}) })
  for (const grant of ended) await revokeGrant(tx, { accountId, id: grant.id, by })
  return ended
}

/** Closes the open requests that a group has answered by what it gives. */
export async function closeAnswered(
  tx: Tx,
  { accountId, by }: GroupChange,
  of: { readonly group: Omit<WantedGroup, 'name'>; readonly tree: Tree; readonly open: readonly OpenFor[] },
): Promise<void> {
  const given = { role: of.group.role, scope: of.group.scope, endsAt: null }
  for (const request of of.open) {
    if (isAnsweredBy(request, given, of.tree))
      await closeRequest(tx, { accountId, id: request.id }, { because: 'GIVEN_DIRECTLY', by })
  }
}

/** Records something about a group; `person` is whom it was done to. */
export async function recordGroup(
  tx: Tx,
  type: string,
  { accountId, id, by }: GroupChange,
  more: {
    readonly person?: PersonId
    readonly group?: Omit<WantedGroup, 'name'>
    readonly people?: number
    readonly grantIds?: readonly GrantId[]
  } = {},
): Promise<void> {
  const { person, group, people, grantIds } = more
  await record(tx, {
    type,
    account: accountId,
    actor: by,
    ...(person ? { subject: person } : {}),
    facts: {
      groupId: id,
      ...(group
        ? {
            role: recorded(group.role),
            scope: group.scope.kind,
            virtualAccountIds: group.scope.kind === 'VIRTUAL' ? group.scope.virtualAccountIds : [],
            endsAt: null,
          }
        : {}),
      ...(people === undefined ? {} : { people }),
      ...(grantIds === undefined ? {} : { grantIds }),
    },
  })
}
