import type { Given, Tree } from '../../accounts/domain/rights.ts'
import { recorded } from '../../accounts/domain/roles.ts'
import { giveGrants } from '../../accounts/index.ts'
import { closeRequest, isAnsweredBy, type OpenFor } from '../../access-requests/index.ts'
import { type Fact, record } from '../../event-log/index.ts'
import type { AccountId, GrantId, PersonId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'

/** A role that is given directly, to somebody whose open request was locked before anything was written. */
export type Gift = {
  readonly accountId: AccountId
  readonly personId: PersonId
  readonly given: Given
  readonly by: PersonId | null
  readonly tree: Tree
  /** Their open requests, from `lockOpenRequestsFor`. */
  readonly open: readonly OpenFor[]
  readonly why?: { readonly [name: string]: Fact }
}

/** What is left to be recorded, last in the transaction. */
export type Afterwards = () => Promise<void>

/** Gives a role directly; undefined when it was held already. What it gives back records it and closes what it answers. */
export async function give(tx: Tx, gift: Gift): Promise<Afterwards | undefined> {
  const { accountId, personId, given, by, tree, open } = gift
  const grantIds = await giveGrants(tx, {
    accountId,
    personId,
    given,
    source: 'DIRECT',
    requestId: null,
    decisionId: null,
    by,
  })
  if (grantIds.length === 0) return undefined
  return async () => {
    for (const request of open.filter((one) => one.beneficiaryId === personId)) {
      if (isAnsweredBy(request, given, tree))
        await closeRequest(tx, { accountId, id: request.id }, { because: 'GIVEN_DIRECTLY', by })
    }
    await record(tx, addedEvent(gift, grantIds))
  }
}

function addedEvent(
  { accountId, personId, given, by, why }: Gift,
  grantIds: readonly GrantId[],
): Parameters<typeof record>[1] {
  return {
    type: 'member.added',
    account: accountId,
    actor: by,
    subject: personId,
    facts: { ...why, ...factsOfGiven(given), grantIds },
  }
}

/** A role, its scope and its end, as events say it. */
export function factsOfGiven({ role, scope, endsAt }: Given) {
  return {
    role: recorded(role),
    scope: scope.kind,
    virtualAccountIds: scope.kind === 'VIRTUAL' ? scope.virtualAccountIds : [],
    endsAt: endsAt?.toISOString() ?? null,
  }
}
