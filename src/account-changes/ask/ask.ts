import { type Identifier, readIdentifier } from '../../accounts/domain/identifier.ts'
import { type AccountType, accountTypes } from '../../accounts/domain/account.ts'
import { findAccount } from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import { type AccountId, newId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'
import { readWritten } from '../../kernel/written.ts'
import { setClocks } from '../../platform/clocks/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { actorIn, type By } from '../actor.ts'
import { holdAccounts, insertChange, isKnownTo } from '../changes.store.ts'
import {
  type Actor,
  type ChangeId,
  type ChangeRefusal,
  daysToAgree,
  keptWish,
  mayAsk,
  type ProposedKind,
  type Wish,
} from '../domain/change.ts'
import { reasonBounds } from '../reason.ts'
import { isTaken } from '../rename/rename.store.ts'

/** What somebody typed about the change they want. */
export type Asked = {
  readonly accountId: AccountId
  readonly kind: ProposedKind
  /** The identifier of the other account, or the new one. */
  readonly identifier?: string
  readonly type?: string
  readonly reason: string
}

/** The kind of the clock that ends what nobody agreed to. */
export const lapseKind = 'account-change.lapse'

/**
 * Asks for a change of a whole account. An administrator of it asks; support and operators propose, and are the first of
 * the two that it takes. What is asked waits fourteen days.
 */
export async function askForChange(tx: Tx, by: By, asked: Asked): Promise<Outcome<ChangeId, ChangeRefusal>> {
  const { accountId } = asked
  const text = readWritten(asked.reason, reasonBounds)
  if (!text.ok) return refuse({ code: 'reason-unfit', problem: text.refusal })
  const [account] = await holdAccounts(tx, [accountId])
  if (!account) return refuse({ code: 'not-found' })
  const { actor, now } = await actorIn(tx, by, accountId)
  if (!actor.isOffice && !actor.isAdministrator) return refuse({ code: 'not-found' })
  const wish = await readWish(tx, actor, asked)
  if (!wish.ok) return wish
  const allowed = mayAsk(account, actor, wish.value)
  if (!allowed.ok) return allowed
  const id = newId<'account-change'>()
  const lapsesAt = daysAfter(now, daysToAgree)
  const isWritten = await insertChange(tx, {
    id,
    accountId,
    kind: asked.kind,
    what: keptWish(wish.value),
    reason: text.value,
    by: by.personId,
    isFirst: actor.isOffice,
    now,
    lapsesAt,
    isDone: false,
  })
  if (!isWritten) return refuse({ code: 'asked-already' })
  await setClocks(tx, { account: accountId, subject: id }, [{ kind: lapseKind, n: 1, dueAt: lapsesAt }])
  const facts = { changeId: id, kind: asked.kind, isFirst: actor.isOffice }
  await record(tx, { type: 'account.change-asked', account: accountId, actor: by.personId, facts })
  return done(id)
}

/**
 * The wish in what was typed: an account that is there, an identifier that nobody has. An administrator of the account
 * learns nothing here of accounts that they would not find otherwise.
 */
export async function readWish(
  db: Database | Tx,
  by: Pick<Actor, 'personId' | 'isOffice'>,
  asked: Omit<Asked, 'reason'>,
): Promise<Outcome<Wish, ChangeRefusal>> {
  const { kind, identifier = '' } = asked
  if (kind === 'TYPE') return done({ kind, type: typeIn(asked.type) })
  if (kind !== 'MERGE' && kind !== 'IDENTIFIER') return done({ kind })
  const read = readIdentifier(identifier)
  if (!read.ok) return refuse({ code: 'identifier-unfit' })
  return kind === 'MERGE'
    ? otherAccount(db, by, read.value)
    : newIdentifier(db, by, { accountId: asked.accountId, identifier: read.value })
}

async function newIdentifier(
  db: Database | Tx,
  { isOffice }: Pick<Actor, 'isOffice'>,
  { accountId, identifier }: { readonly accountId: AccountId; readonly identifier: Identifier },
): Promise<Outcome<Wish, ChangeRefusal>> {
  const isOwn = (await findAccount(db, identifier))?.id === accountId
  return isOffice && !isOwn && (await isTaken(db, identifier, accountId))
    ? refuse({ code: 'identifier-taken' })
    : done({ kind: 'IDENTIFIER', identifier })
}

async function otherAccount(
  db: Database | Tx,
  { personId, isOffice }: Pick<Actor, 'personId' | 'isOffice'>,
  identifier: Identifier,
): Promise<Outcome<Wish, ChangeRefusal>> {
  const other = await findAccount(db, identifier)
  if (other?.status !== 'ACTIVE' || !(isOffice || (await isKnownTo(db, other.id, personId))))
    return refuse({ code: 'into-unknown' })
  return done({ kind: 'MERGE', into: other.id })
}

function typeIn(typed: string | undefined): AccountType {
  return accountTypes.find((type) => type === typed) ?? 'CUSTOMER'
}
