import { record } from '../../event-log/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { personAt, treeOf } from '../accounts.store.ts'
import { colleaguesIn } from '../delegates/delegates.store.ts'
import { decidesSomething } from '../domain/delegation.ts'
import { rightsOf } from '../domain/rights.ts'
import { grantsOf } from '../grants.store.ts'
import { type Changer, mayChangeSettings } from '../settings/power.ts'
import { lockSight } from '../settings/sight.store.ts'
import { chosenIn, writeBackups } from './backup-approvers.store.ts'

/** Who is to be mailed only once a request is late: all of them. `version` is what the form was made from. */
export type BackupsAsked = {
  readonly account: AccountId
  readonly people: readonly PersonId[]
  /** More of them, by the address they sign in with. */
  readonly addresses: readonly string[]
  readonly version: number | null
}

/** Why they were not changed; `no-decider`: nobody who decides there has this address. */
export type BackupsRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'no-decider'; readonly address: string }

/** Chooses who is mailed only once a request is late; whoever becomes one, or no longer is, is told. */
export async function changeBackupApprovers(
  tx: Tx,
  by: NonNullable<Changer>,
  asked: BackupsAsked,
): Promise<Outcome<'saved' | 'unchanged', BackupsRefusal>> {
  const { account, version } = asked
  const now = await lockSight(tx, account)
  if (!(await mayChangeSettings(tx, by, account))) return refuse({ code: 'not-found' })
  if (version !== null && now.version !== version) return refuse({ code: 'changed-meanwhile' })
  const wanted = await wantedIn(tx, by, asked)
  if (!wanted.ok) return wanted
  const before = new Set((await chosenIn(tx, account)).map(({ personId }) => personId))
  const added = [...wanted.value].filter((id) => !before.has(id))
  const removed = [...before].filter((id) => !wanted.value.has(id))
  if (added.length === 0 && removed.length === 0) return done('unchanged')
  await writeBackups(tx, account, { added, removed })
  const changes = [
    ...added.map((subject) => ({ type: 'account.backup-approver-chosen', subject })),
    ...removed.map((subject) => ({ type: 'account.backup-approver-ended', subject })),
  ]
  for (const { type, subject } of changes) {
    const quiet = subject === by.personId
    await record(tx, { type, account, actor: by.personId, subject }, { quiet })
  }
  return done('saved')
}

// Whoever was ticked and has lost their power meanwhile is left out without a word; an address must be right.
async function wantedIn(
  tx: Tx,
  by: NonNullable<Changer>,
  { account, people, addresses }: BackupsAsked,
): Promise<Outcome<ReadonlySet<PersonId>, BackupsRefusal>> {
  const listed = (await colleaguesIn(tx, account)).filter(({ isDisabled }) => !isDisabled)
  const able = new Set(listed.map(({ personId }) => personId))
  const wanted = new Set<PersonId>()
  for (const id of people) if (able.has(id) || (await decides(tx, by, account, id))) wanted.add(id)
  for (const address of addresses) {
    const id = await personAt(tx, address)
    if (id === undefined || !(able.has(id) || (await decides(tx, by, account, id))))
      return refuse({ code: 'no-decider', address })
    wanted.add(id)
  }
  return done(wanted)
}

async function decides(
  tx: Tx,
  by: NonNullable<Changer>,
  accountId: AccountId,
  personId: PersonId,
): Promise<boolean> {
  const grants = await grantsOf(tx, { accountId, personId })
  if (grants.length === 0) return false
  const rights = rightsOf(grants, await treeOf(tx, accountId), by.now)
  return decidesSomething({ rights, isDisabled: false })
}
