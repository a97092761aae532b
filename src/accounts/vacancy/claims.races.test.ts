import { afterAll, beforeAll, expect, it } from 'vitest'
import { type World, world } from '../../../test/world/world.ts'
import type { ClaimId, PersonId } from '../../kernel/id.ts'
import { transact } from '../../platform/db/index.ts'
import { approve, stop } from './decide-claim.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await w.owner(`update people set is_support = true where address = 'olga@operator.example'`)
})
afterAll(() => w.end())

const stateOf = async (id: string) =>
  (await w.owner<{ status: string }>('select status from claims where id = $1', [id]))[0]

it('a claim of two agents and somebody who stops it at the same moment ends in one way only', async () => {
  const ids = {
    sam: await w.idOf('sam'),
    olga: await w.idOf('olga'),
    uma: (await w.owner<{ id: PersonId }>(`select id from people where address = 'uma@umbrella.example'`))[0]
      ?.id,
  }
  const seen = new Set<string>()
  for (let round = 0; round < 40; round++) {
    await w.owner(
      `delete from grants where person_id in (select id from people where address = 'zoe@elsewhere.example')`,
    )
    const [row] = await w.owner<{ id: ClaimId }>(
      `insert into claims (account_id, id, reference, claimant_id, status, reason, proof, proved_at, notice_ends_at)
       select a.id, gen_random_uuid(), 'VC-' || $1, p.id, 'WITH_SUPPORT', 'x', 'DNS', app_now(), app_now()
       from accounts a, people p where a.identifier = 'umbrella.example' and p.address = 'zoe@elsewhere.example'
       returning id`,
      [`TEST-${round}`],
    )
    const id = row?.id as ClaimId
    const acts = [
      () => transact(w.db, (tx) => approve(tx, { personId: ids.sam }, id)),
      () => transact(w.db, (tx) => approve(tx, { personId: ids.olga }, id)),
      () => transact(w.db, (tx) => stop(tx, { personId: ids.uma as PersonId }, id)),
    ]
    await Promise.all(
      acts
        .slice(round % 3)
        .concat(acts.slice(0, round % 3))
        .map((act) => act()),
    )
    const after = await stateOf(id)
    const [given] = await w.owner<{ n: number }>(
      `select count(*)::int as n from grants g join people p on p.id = g.person_id
       where p.address = 'zoe@elsewhere.example' and g.role = 'SA' and g.revoked_at is null`,
    )
    expect(given?.n).toBe(after?.status === 'GRANTED' ? 1 : 0)
    expect(['GRANTED', 'STOPPED']).toContain(after?.status)
    seen.add(after?.status ?? '')
  }
  expect(seen.size).toBe(2)
})
