import { holdOnBehalf, holdOpenRequests, type StoredOnBehalf } from '../../access-requests/index.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { readWritten } from '../../kernel/written.ts'
import { type ClockHandler, type ClockHandlers, stopClocks } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { actorIn, type By } from '../actor.ts'
import { lapseKind } from '../ask/ask.ts'
import {
  findChange,
  holdAccounts,
  lockChange,
  settleChange,
  type StoredChange,
  writeFirst,
} from '../changes.store.ts'
import { closeAccount } from '../close/close-account.ts'
import {
  agree,
  type Agreement,
  type ChangeRefusal,
  isPossible,
  mayRefuse,
  mayWithdraw,
  takesTwo,
  type Wish,
  wishFrom,
} from '../domain/change.ts'
import { mergeAccounts } from '../merge/merge-accounts.ts'
import { answerBounds } from '../reason.ts'
import { renameAccount } from '../rename/rename.ts'
import { isTaken } from '../rename/rename.store.ts'

/** One change of an account, as it was looked at. */
export type WhichChange = { readonly accountId: AccountId; readonly id: string; readonly version: number }

type Held = {
  readonly change: StoredChange
  readonly wish: Wish
  readonly requests: readonly RequestId[]
  readonly waiting: readonly StoredOnBehalf[]
}

/**
 * Agrees to a change: the first of two, or the second, and then it is done in the same moment, as the account is now.
 */
export async function agreeToChange(
  tx: Tx,
  by: By,
  which: WhichChange,
): Promise<Outcome<Agreement, ChangeRefusal>> {
  const found = await findChange(tx, which)
  if (!found || !takesTwo(found.kind)) return refuse({ code: 'not-found' })
  const wish = wishFrom(found.kind, found.what)
  const waiting = await holdOnBehalf(tx, { account: which.accountId })
  await holdOpenRequests(tx, which.accountId)
  const ids = wish.kind === 'MERGE' ? [which.accountId, wish.into] : [which.accountId]
  const accounts = await holdAccounts(tx, ids)
  // Again: what was sent before the account was held is there now, and nothing more can come.
  const requests = await holdOpenRequests(tx, which.accountId)
  const account = accounts.find(({ id }) => id === which.accountId)
  const change = await lockChange(tx, which)
  if (!account || !change) return refuse({ code: 'not-found' })
  const { actor, now } = await actorIn(tx, by, which.accountId)
  const agreed = agree(change, actor, { version: which.version, now })
  if (!agreed.ok) return agreed
  const possible = await isStillPossible(tx, { account, accounts, wish })
  if (!possible.ok) return possible
  return agreed.value === 'FIRST'
    ? agreeFirst(tx, by, change)
    : carryOut(tx, by, { change, wish, requests, waiting }, now)
}

type Accounts = Awaited<ReturnType<typeof holdAccounts>>

/** Whether the change can be made to the account, and with the other one, as both are at this moment. */
async function isStillPossible(
  tx: Tx,
  {
    account,
    accounts,
    wish,
  }: { readonly account: Accounts[number]; readonly accounts: Accounts; readonly wish: Wish },
): Promise<Outcome<true, ChangeRefusal>> {
  const possible = isPossible(account, wish)
  if (!possible.ok) return possible
  if (wish.kind === 'MERGE') {
    const other = accounts.find(({ id }) => id === wish.into)
    return other?.status === 'ACTIVE' ? done(true) : refuse({ code: 'into-unknown' })
  }
  const isNamed = wish.kind === 'IDENTIFIER' && (await isTaken(tx, wish.identifier, account.id))
  return isNamed ? refuse({ code: 'identifier-taken' }) : done(true)
}

async function agreeFirst(tx: Tx, by: By, change: StoredChange): Promise<Outcome<Agreement, ChangeRefusal>> {
  await writeFirst(tx, change, by.personId)
  const facts = { changeId: change.id, kind: change.kind }
  const event = { type: 'account.change-agreed', account: change.accountId, actor: by.personId, facts }
  await record(tx, event)
  return done('FIRST')
}

async function carryOut(
  tx: Tx,
  by: By,
  { change, wish, requests, waiting }: Held,
  now: Date,
): Promise<Outcome<Agreement, ChangeRefusal>> {
  const { accountId, id: changeId } = change
  await settleChange(tx, change, { outcome: 'DONE', by: by.personId })
  await stopClocks(tx, { account: accountId, subject: changeId })
  const ending = { accountId, changeId, by: by.personId }
  if (wish.kind === 'CLOSE') await closeAccount(tx, { ...ending, waiting })
  else if (wish.kind === 'MERGE') await mergeAccounts(tx, { ...ending, into: wish.into, requests, waiting })
  else await renameAccount(tx, { ...ending, now }, wish)
  return done('DONE')
}

/** Says no to a change; nothing happens to the account. */
export async function refuseChange(
  tx: Tx,
  by: By,
  which: WhichChange & { readonly answer: string },
): Promise<Outcome<null, ChangeRefusal>> {
  return endChange(tx, by, { which, answer: which.answer, outcome: 'REFUSED' })
}

/** Takes back what was asked. */
export async function withdrawChange(
  tx: Tx,
  by: By,
  which: WhichChange,
): Promise<Outcome<null, ChangeRefusal>> {
  return endChange(tx, by, { which, answer: '', outcome: 'WITHDRAWN' })
}

const ends = { REFUSED: 'account.change-refused', WITHDRAWN: 'account.change-withdrawn' } as const

async function endChange(
  tx: Tx,
  by: By,
  how: { which: WhichChange; answer: string; outcome: 'REFUSED' | 'WITHDRAWN' },
): Promise<Outcome<null, ChangeRefusal>> {
  const { which, outcome } = how
  const answer = readWritten(how.answer, answerBounds)
  if (!answer.ok) return refuse({ code: 'reason-unfit', problem: answer.refusal })
  const { actor, now } = await actorIn(tx, by, which.accountId)
  const change = await lockChange(tx, which)
  if (!change) return refuse({ code: 'not-found' })
  const ask = outcome === 'REFUSED' ? mayRefuse : mayWithdraw
  const allowed = ask(change, actor, { version: which.version, now })
  if (!allowed.ok) return allowed
  await settleChange(tx, change, { outcome, by: by.personId, answer: answer.value })
  await stopClocks(tx, { account: change.accountId, subject: change.id })
  const facts = { changeId: change.id, kind: change.kind }
  await record(tx, { type: ends[outcome], account: change.accountId, actor: by.personId, facts })
  return done(null)
}

/** What happens to changes by itself: nobody agreed in time. */
export const clockHandlers: ClockHandlers = { [lapseKind]: lapse }

async function lapse(...[tx, { account, subject, now }]: Parameters<ClockHandler>): ReturnType<ClockHandler> {
  const change = await lockChange(tx, { accountId: account as AccountId, id: subject })
  if (!change || change.settledAt !== null) return 'SKIPPED'
  if (change.lapsesAt > now) return { later: change.lapsesAt }
  await settleChange(tx, change, { outcome: 'LAPSED', by: null })
  const facts = { changeId: change.id, kind: change.kind }
  await record(tx, { type: 'account.change-lapsed', account: change.accountId, actor: null, facts })
  return 'DONE'
}
