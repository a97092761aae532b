import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { asks } from '../world/acts.ts'
import { type CastMember, type World, world } from '../world/world.ts'

// What holds even when the code above it is wrong.

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

describe('the database', () => {
  test('takes no decision by whoever asked, or is to get the access, whatever the code says', async () => {
    const request = await asks(w, 'raul')
    const [row] = await w.owner<{ account: string }>(
      'select account_id as account from access_requests where id = $1',
      [request],
    )
    await w.owner('update access_requests set beneficiary_id = $2 where id = $1', [
      request,
      await w.idOf('zoe'),
    ])
    const decide = async (by: CastMember, final: boolean) =>
      w.owner(
        `insert into decisions (account_id, id, request_id, decided_by, verdict, final, request_version, role, scope,
           decided_at)
         values ($1, $2, $3, $4, 'APPROVE', $5, 1, 'SV', 'ACCOUNT', app_now())`,
        [row?.account, newId(), request, await w.idOf(by), final],
      )
    for (const who of ['raul', 'zoe'] as const) {
      for (const final of [true, false]) {
        await expect(decide(who, final), who).rejects.toThrow('Nobody decides their own request')
      }
    }
    await decide('ana', true)
  })

  test('takes no removal that is proposed or confirmed by one person, or by the person concerned', async () => {
    const [ben] = await w.owner<{ account: string; id: string }>(
      `select g.account_id as account, g.id from grants g join people p on p.id = g.person_id
       where p.address = 'ben@acme.example' and g.role = 'SA'`,
    )
    const remove = async (by: CastMember, outcome: string | null, settledBy: CastMember | null) =>
      w.owner(
        `insert into administrator_removals (account_id, id, grant_id, proposed_by, reason, proposed_at, lapses_at,
           settled_at, settled_by, outcome)
         values ($1, $2, $3, $4, 'Has left.', app_now(), app_now() + interval '7 days',
           case when $5::text is null then null else app_now() end, $6, $5)`,
        [ben?.account, newId(), ben?.id, await w.idOf(by), outcome, settledBy && (await w.idOf(settledBy))],
      )
    const own = 'Nobody is one of the two for their own removal'
    await expect(remove('ben', null, null)).rejects.toThrow(own)
    await expect(remove('ana', 'CONFIRMED', 'ben')).rejects.toThrow(own)
    await expect(remove('ana', 'CONFIRMED', 'ana')).rejects.toThrow('Two people remove an administrator')
    await expect(remove('ana', 'UNOPPOSED', 'ana')).rejects.toThrow('check')
    await remove('ana', 'CONFIRMED', 'vera')
  })
})

describe('what strangers make us send', () => {
  const ask = (path: string, fields: Record<string, string>) => w.stranger().post(path, fields)

  test('has an end in all, however many they are and whomever they name, and the log says so', async () => {
    // The window in which this is counted, and the next one, should it begin meanwhile.
    await w.owner(
      `insert into limits (bucket, window_start, count)
       select 'mail:all', to_timestamp((floor(extract(epoch from app_now()) / 3600) + n) * 3600), 500
       from generate_series(0, 1) n
       on conflict (bucket, window_start) do update set count = 500`,
    )
    const asked = await ask('/forgotten-password', { address: 'ana@acme.example' })
    expect(asked.status).toBe(429)
    expect(Number(asked.headers.get('Retry-After'))).toBeGreaterThan(0)
    const signUp = { firstName: 'Nora', lastName: 'Lind', password: 'a long enough pass phrase' }
    expect((await ask('/sign-up', { ...signUp, address: 'nora@new.example' })).status).toBe(429)
    await w.settle()
    expect(w.mails.to('nora@new.example')).toEqual([])
    expect(w.mails.to('ana@acme.example').filter(({ text }) => text?.includes('/link?t='))).toEqual([])
    expect(w.log.filter((line) => line.includes('mail-budget-reached'))).toHaveLength(2)
    expect(w.log.join('\n')).not.toContain('nora@new.example')
    // Whoever is known here goes on deciding and asking: only what strangers can cause has this end.
    const request = await asks(w, 'carla')
    expect(request).toBeDefined()
  })
})
