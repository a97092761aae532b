import { type Fact, record } from '../../event-log/index.ts'
import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { needsSecond } from '../domain/two-for-administrator.ts'
import { administratorsOf } from '../grants.store.ts'
import { type Changer, mayChangeSettings } from './power.ts'
import { deleteWish, lockSight, type Sight, waitingWish, writeSight, writeWish } from './sight.store.ts'

/** What is asked for; `version` is what the form was made from, null where nobody looked at one. */
export type SightAsked = {
  readonly account: AccountId
  readonly sight: Omit<Sight, 'version'>
  readonly version: number | null
}

/** Why it was not changed. */
export type SightRefusal = { readonly code: 'not-found' } | { readonly code: 'changed-meanwhile' }

/** What came of it: it holds, a part of it waits for a second administrator, or it was so already. */
export type SightChange = 'saved' | 'waits' | 'unchanged'

/**
 * Changes what is shown of administrators, and how many people one takes. Fewer people hold only once a second
 * administrator agrees, as long as there is one; the operator's command needs nobody.
 */
export async function changeSight(
  tx: Tx,
  by: Changer,
  { account, sight, version }: SightAsked,
): Promise<Outcome<SightChange, SightRefusal>> {
  const before = await lockSight(tx, account)
  if (!(await mayChangeSettings(tx, by, account))) return refuse({ code: 'not-found' })
  if (version !== null && before.version !== version) return refuse({ code: 'changed-meanwhile' })
  const waits = by !== null && (await asksSecond(tx, account, before, sight))
  const after = waits ? { ...sight, twoForAdministrator: before.twoForAdministrator } : sight
  if (waits) await writeWish(tx, account, sight.twoForAdministrator, by.personId)
  const changed = await write(tx, by, { account, before, after })
  if (waits)
    await recordSetting(tx, by, { account, what: 'WISHED', facts: { two: sight.twoForAdministrator } })
  if (waits) return done('waits')
  return done(changed ? 'saved' : 'unchanged')
}

async function asksSecond(
  tx: Tx,
  account: AccountId,
  before: Sight,
  { twoForAdministrator }: Omit<Sight, 'version'>,
): Promise<boolean> {
  const able = (await administratorsOf(tx, account)).filter(({ isDisabled }) => !isDisabled)
  const people = new Set(able.map(({ personId }) => personId))
  return needsSecond(before.twoForAdministrator, twoForAdministrator, people.size)
}

type Step = { readonly account: AccountId; readonly before: Sight; readonly after: Omit<Sight, 'version'> }

async function write(tx: Tx, by: Changer, { account, before, after }: Step): Promise<boolean> {
  const names = (['showAdministrators', 'twoForAdministrator'] as const).filter(
    (name) => before[name] !== after[name],
  )
  if (names.length === 0) return false
  await writeSight(tx, account, after)
  if (names.includes('twoForAdministrator')) await deleteWish(tx, account)
  const part = (sight: Omit<Sight, 'version'>) => Object.fromEntries(names.map((name) => [name, sight[name]]))
  await recordSetting(tx, by, {
    account,
    what: 'CHANGED',
    facts: { before: part(before), after: part(after) },
  })
  return true
}

type Recorded = {
  readonly account: AccountId
  readonly what: 'CHANGED' | 'WISHED' | 'REFUSED'
  readonly facts?: { readonly [name: string]: Fact }
}

async function recordSetting(tx: Tx, by: Changer, { account, what, facts = {} }: Recorded): Promise<void> {
  const event = { type: 'account.administrators-setting', account, actor: by?.personId ?? null }
  await record(tx, { ...event, facts: { what, ...facts } }, { quiet: what !== 'WISHED' })
}

/** Why a wish was not settled. */
export type WishRefusal = { readonly code: 'not-found' | 'late' | 'own' }

/** Agrees to what another administrator wants, or ends it; whoever wanted it can only end it. */
export async function settleWish(
  tx: Tx,
  by: NonNullable<Changer>,
  { account, agree }: { readonly account: AccountId; readonly agree: boolean },
): Promise<Outcome<'agreed' | 'refused', WishRefusal>> {
  const before = await lockSight(tx, account)
  if (!(await mayChangeSettings(tx, by, account))) return refuse({ code: 'not-found' })
  const wish = await waitingWish(tx, account)
  if (!wish) return refuse({ code: 'late' })
  if (agree && wish.by === by.personId) return refuse({ code: 'own' })
  await deleteWish(tx, account)
  if (!agree) {
    await recordSetting(tx, by, { account, what: 'REFUSED' })
    return done('refused')
  }
  await write(tx, by, { account, before, after: { ...before, twoForAdministrator: wish.two } })
  return done('agreed')
}
