import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../../test/world/world.ts'
import { giveGrants } from '../../accounts/index.ts'
import type { AccountId, GrantId, PersonId } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import { transact } from '../../platform/db/index.ts'
import type { Decider } from '../decide/decide.store.ts'
import { takeGrantBack } from '../take-back/take-back.ts'
import {
  confirmProposedRemoval,
  proposeToRemove,
  refuseProposedRemoval,
  withdrawProposedRemoval,
} from './remove-administrator.ts'

const rounds = 200
const names = ['ana', 'ben', 'luc', 'raul'] as const
type Name = (typeof names)[number]

let here: World
let acme: AccountId
const people = new Map<Name, PersonId>()

beforeAll(async () => {
  here = await world()
  const [account] = await here.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'acme.example'`,
  )
  acme = account?.id as AccountId
  for (const name of names) people.set(name, await here.idOf(name))
})
afterAll(() => here.end())

const idOf = (who: Name) => people.get(who) as PersonId
const decider = (who: Name): Decider => {
  const now = new Date()
  return { personId: idOf(who), isSupport: false, isOperator: false, authenticatedAt: now, now }
}

/** Makes exactly these people administer the account, with nothing proposed; gives the grants' ids. */
async function administrators(...wanted: Name[]): Promise<Record<Name, GrantId>> {
  await here.owner(
    `update administrator_removals set settled_at = app_now(), outcome = 'LAPSED' where settled_at is null`,
  )
  const given = { role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt: null } as const
  const from = { source: 'DIRECT', requestId: null, decisionId: null, by: null } as const
  for (const who of wanted) {
    await transact(here.db, async (tx) =>
      done(await giveGrants(tx, { accountId: acme, personId: idOf(who), given, ...from })),
    )
  }
  await here.owner(
    `update grants set revoked_at = app_now() where account_id = $1 and role = 'SA' and revoked_at is null
       and person_id <> all($2::uuid[])`,
    [acme, wanted.map(idOf)],
  )
  const rows = await here.owner<{ id: GrantId; person: PersonId }>(
    `select id, person_id as person from grants where account_id = $1 and role = 'SA' and revoked_at is null`,
    [acme],
  )
  const found = names.map((name) => [name, rows.find(({ person }) => person === idOf(name))?.id])
  return Object.fromEntries(found) as Record<Name, GrantId>
}

const of = (id: GrantId) => ({ accountId: acme, id })
const proposing = (who: Name, id: GrantId) =>
  transact(here.db, (tx) =>
    proposeToRemove(tx, decider(who), of(id), { reason: 'Has left for another team.' }),
  )
const confirming = (who: Name, id: GrantId, removalId: string) =>
  transact(here.db, (tx) => confirmProposedRemoval(tx, decider(who), { ...of(id), removalId }))
const withdrawing = (who: Name, id: GrantId, removalId: string) =>
  transact(here.db, (tx) => withdrawProposedRemoval(tx, decider(who), { ...of(id), removalId }))
const refusing = (who: Name, id: GrantId, removalId: string) =>
  transact(here.db, (tx) => refuseProposedRemoval(tx, decider(who), { ...of(id), removalId, answer: '' }))
const leaving = (who: Name, id: GrantId) => transact(here.db, (tx) => takeGrantBack(tx, decider(who), of(id)))

async function proposed(who: Name, id: GrantId): Promise<string> {
  const outcome = await proposing(who, id)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.removalId
}

async function left(): Promise<number> {
  const [row] = await here.owner<{ n: number }>(
    `select count(*)::int as n from grants where account_id = $1 and role = 'SA' and revoked_at is null`,
    [acme],
  )
  return row?.n ?? 0
}

/** How this proposal ended, how often that was recorded, and whether the access is over. */
async function after(id: GrantId, removalId: string) {
  const [row] = await here.owner<{ outcome: string; recorded: number; over: boolean }>(
    `select m.outcome, g.revoked_at is not null as over,
       (select count(*)::int from events e where e.account_id = m.account_id
         and e.type in ('grant.revoked', 'grant.removal-refused', 'grant.removal-withdrawn')
         and e.body::jsonb #>> '{facts,removalId}' = m.id::text) as recorded
     from administrator_removals m join grants g on g.account_id = m.account_id and g.id = m.grant_id
     where m.id = $2 and g.id = $1`,
    [id, removalId],
  )
  return row
}

describe(`two at once, ${rounds} times`, () => {
  it('two who propose the same make one proposal', { timeout: 240_000 }, async () => {
    for (let round = 0; round < rounds; round++) {
      const { luc } = await administrators('ana', 'ben', 'luc')
      const outcomes = await Promise.all([proposing('ana', luc), proposing('ben', luc)])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'removal-already-proposed' } })
    }
  })

  it('a proposal is confirmed or withdrawn, never both', { timeout: 240_000 }, async () => {
    const seen = new Set<string | undefined>()
    for (let round = 0; round < rounds; round++) {
      const { luc } = await administrators('ana', 'ben', 'luc')
      const removal = await proposed('ana', luc)
      const steps = [() => confirming('ben', luc, removal), () => withdrawing('ana', luc, removal)]
      if (round % 2) steps.reverse()
      const outcomes = await Promise.all(steps.map((step) => step()))
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      const row = await after(luc, removal)
      expect(row).toMatchObject({ recorded: 1, over: row?.outcome === 'CONFIRMED' })
      seen.add(row?.outcome)
    }
    expect([...seen].every((outcome) => outcome === 'CONFIRMED' || outcome === 'WITHDRAWN')).toBe(true)
  })

  it('a proposal is confirmed by one and refused by another, never both', { timeout: 240_000 }, async () => {
    for (let round = 0; round < rounds; round++) {
      const { luc } = await administrators('ana', 'ben', 'luc', 'raul')
      const removal = await proposed('ana', luc)
      const outcomes = await Promise.all([confirming('ben', luc, removal), refusing('raul', luc, removal)])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      const row = await after(luc, removal)
      expect(row).toMatchObject({ recorded: 1, over: row?.outcome === 'CONFIRMED' })
    }
  })

  it('a second is never somebody who has left at that very moment', { timeout: 240_000 }, async () => {
    for (let round = 0; round < rounds; round++) {
      const { ben, luc } = await administrators('ana', 'ben', 'luc')
      const removal = await proposed('ana', luc)
      const [confirmed, gone] = await Promise.all([confirming('ben', luc, removal), leaving('ben', ben)])
      expect(gone.ok).toBe(true)
      const [late] = await here.owner<{ n: number }>(
        `select count(*)::int as n from events removed join events gone on gone.account_id = removed.account_id
           and gone.seq < removed.seq and gone.body::jsonb #>> '{facts,grantId}' = $2 and gone.type = 'grant.revoked'
         where removed.type = 'grant.revoked' and removed.body::jsonb #>> '{facts,removalId}' = $1`,
        [removal, ben],
      )
      expect(late?.n).toBe(0)
      expect((await after(luc, removal))?.over).toBe(confirmed.ok)
    }
  })

  it('two removals and somebody who leaves never take the last administrator', {
    timeout: 240_000,
  }, async () => {
    for (let round = 0; round < rounds; round++) {
      const { ana, ben, luc } = await administrators('ana', 'ben', 'luc')
      const [ofBen, ofLuc] = [await proposed('ana', ben), await proposed('ana', luc)]
      await Promise.all([
        confirming('luc', ben, ofBen),
        confirming('ben', luc, ofLuc),
        leaving('ana', ana),
        leaving(round % 2 ? 'ben' : 'luc', round % 2 ? ben : luc),
      ])
      expect(await left()).toBeGreaterThan(0)
    }
  })
})
