import { choiceOf, readChoice, type NamedRole } from '../../accounts/domain/roles.ts'
import { accountOf, customRolesToGive, type NamedTree, type StoredGrant } from '../../accounts/index.ts'
import type { AccountId, GrantId, VirtualAccountId } from '../../kernel/id.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { readingOf } from '../add-members/add-members.ts'
import type { Acting } from '../at-the-machine.ts'
import { type Line, type LineProblem, readLine } from '../domain/adding.ts'
import type { Refusal } from '../domain/refusals.ts'
import { changeGrant } from './change-grant.ts'

/** A grant, whose it is, and what it becomes as somebody wrote it; what is undefined stays as it is. */
export type Written = {
  readonly accountId: AccountId
  readonly tree: NamedTree
  readonly address: string
  readonly grant: Pick<StoredGrant, 'role' | 'endsAt'> & {
    readonly id: GrantId
    readonly virtualAccountId: VirtualAccountId | null
  }
  readonly to: { readonly [Field in 'role' | 'place' | 'ends']: string | undefined }
}

/** Changes a grant as `changeGrant` does, to what stands in a line of text. Gives the grant that it was. */
export async function changeAsWritten(
  tx: Tx,
  acting: Acting,
  { accountId, tree, address, grant, to }: Written,
): Promise<Outcome<StoredGrant, Refusal | { readonly code: 'unreadable'; readonly problem: LineProblem }>> {
  const ownRoles = await customRolesToGive(tx, accountId)
  const { timeZone } = await accountOf(tx, accountId)
  const reading = readingOf({ tree, timeZone, now: acting.now, ownRoles })
  const line = {
    address,
    role: to.role ?? choiceOf(grant.role),
    place: to.place ?? grant.virtualAccountId ?? '',
    ends: to.ends ?? grant.endsAt?.toISOString() ?? '',
  }
  const read = readAgain(line, to.place === undefined, reading)
  if (!read.ok) return refuse({ code: 'unreadable', problem: read.refusal })
  const { given } = read.value
  const chosen = { ...given, role: readChoice(choiceOf(given.role)) as NamedRole }
  return changeGrant(tx, acting, { accountId, id: grant.id, to: chosen })
}

type Reading = Parameters<typeof readLine>[1]

// A role of the whole account in the place of one in a virtual account leaves the place behind.
function readAgain(line: Line, mayLeavePlace: boolean, reading: Reading): ReturnType<typeof readLine> {
  const read = readLine(line, reading)
  if (read.ok || !mayLeavePlace || read.refusal !== 'place-not-wanted') return read
  return readLine({ ...line, place: '' }, reading)
}
