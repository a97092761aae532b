import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../test/world/world.ts'
import { type AccountId, newId, type PersonId } from '../kernel/id.ts'
import { done } from '../kernel/outcome.ts'
import { transact } from '../platform/db/index.ts'
import type { Role } from './domain/roles.ts'
import { giveGrants, grantsOf, holdGrantsOf } from './grants.store.ts'

let here: World
let accountId: AccountId
let personId: PersonId
beforeAll(async () => {
  here = await world()
  const [account] = await here.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'acme.example'`,
  )
  accountId = account?.id as AccountId
  personId = await here.idOf('zoe')
})
afterAll(() => here.end())

const day = (n: number) => new Date(Date.now() + n * 86_400_000)

async function gives(role: Role, endsAt: Date | null): Promise<number> {
  const given = { role, scope: { kind: 'ACCOUNT' }, endsAt } as const
  const from = { source: 'DIRECT', requestId: null, decisionId: null, by: null } as const
  const outcome = await transact(here.db, async (tx) =>
    done(await giveGrants(tx, { accountId, personId, given, ...from })),
  )
  return outcome.ok ? outcome.value.length : 0
}

const held = async () => (await grantsOf(here.db, { accountId, personId })).map(({ endsAt }) => endsAt)

describe('giving a role', () => {
  it('lengthens what is held, and never shortens it', async () => {
    expect(await gives('SV', day(10))).toBe(1)
    expect(await gives('SV', day(5))).toBe(0)
    expect(await gives('SV', day(20))).toBe(1)
    const [until] = await held()
    expect(until && until > day(19)).toBe(true)
    expect(await gives('SV', null)).toBe(1)
    expect(await held()).toEqual([null])
    expect(await gives('SV', day(30))).toBe(0)
  })

  it('works again once an earlier grant has ended, whether or not anything noticed', async () => {
    expect(await gives('SU', day(1))).toBe(1)
    await here.setClock('2 days')
    expect(await gives('SU', day(8))).toBe(1)
    await here.setClock('0 days')
  })
})

describe('what somebody holds, when they use it', () => {
  it('is nothing for the disabled, and nothing in an account that is not active', async () => {
    const holds = async () => {
      const outcome = await transact(here.db, async (tx) =>
        done((await holdGrantsOf(tx, { accountId, personId })).length),
      )
      return outcome.ok && outcome.value
    }
    expect(await holds()).toBeGreaterThan(0)
    await here.owner(`update accounts set status = 'SUSPENDED' where id = $1`, [accountId])
    expect(await holds()).toBe(0)
    await here.owner(`update accounts set status = 'ACTIVE' where id = $1`, [accountId])
    await here.owner(`update people set status = 'DISABLED' where id = $1`, [personId])
    expect(await holds()).toBe(0)
    await here.owner(`update people set status = 'ACTIVE' where id = $1`, [personId])
  })
})

describe('the database itself', () => {
  it('refuses a second grant of the same role in the same place', async () => {
    await expect(
      here.owner(
        `insert into grants (account_id, id, person_id, role, source) values ($1, $2, $3, 'SV', 'DIRECT')`,
        [accountId, newId(), personId],
      ),
    ).rejects.toThrow('grants_once')
  })
})
