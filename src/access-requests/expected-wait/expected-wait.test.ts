import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks } from '../../../test/world/acts.ts'
import { withToken } from '../../../test/world/api-client.ts'
import { type World, world } from '../../../test/world/world.ts'
import type { AccountId } from '../../kernel/id.ts'
import { recountOldAnswers } from './count-answers.ts'

let here: World
let acme: AccountId
beforeAll(async () => {
  here = await world()
  const [row] = await here.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'acme.example'`,
  )
  acme = row?.id as AccountId
  await here.owner(`delete from decisions where final and verdict = 'DECLINE'`)
  await here.owner(`update accounts set time_zone = 'UTC' where id = $1`, [acme])
})
afterAll(() => here.end())

// A Wednesday.
const wednesday = '2026-09-02T09:00:00Z'

/** So many requests of somebody that were sent on a Wednesday and declined so many hours later. */
async function answered(count: number, hours: number): Promise<void> {
  await here.owner(
    `with sent as (
      insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, version,
        status_changes, ask_scope, reason, account_name, profile, submitted_at, due_at, expires_at, settled_at)
      select $1, gen_random_uuid(), 'AR-' || md5(random()::text), $2, $2, 'DECLINED', 2, 1, 'ACCOUNT', 'For the audit.',
        'ACME', '{}', $3, $3, $3, $3::timestamptz + make_interval(hours => $5)
      from generate_series(1, $4) returning account_id, id, settled_at
    )
    insert into decisions (account_id, id, request_id, decided_by, verdict, final, request_version, code, decided_at)
    select account_id, gen_random_uuid(), id, $6, 'DECLINE', true, 1, 'OTHER', settled_at from sent`,
    [acme, await here.idOf('dmitri'), wednesday, count, hours, await here.idOf('ana')],
  )
}

async function counted(): Promise<void> {
  await here.owner(
    `insert into answer_times values ($1, null, null, '2020-01-01') on conflict (account_id)
    do update set computed_at = '2020-01-01'`,
    [acme],
  )
  expect(await recountOldAnswers(here.db)).toBe(1)
}

const step2 = async () => {
  const raul = await here.as('raul')
  await raul.post('/requests/new', { identifier: 'acme.example' })
  return (await raul.get('/requests/new/reason')).text
}

describe('how long an account takes to answer', () => {
  it('is said nowhere while there are fewer than ten answers', async () => {
    await here.owner(`update decisions set decided_at = '2020-01-01' where account_id = $1`, [acme])
    await answered(9, 3)
    await counted()
    expect(await step2()).not.toMatch(/Usual wait|Attente habituelle/)
    expect(
      await here.owner(`select half_within_days from answer_times where account_id = $1`, [acme]),
    ).toEqual([{ half_within_days: null }])
  })

  it('is said before and after sending, on the request and in the API, in both languages', async () => {
    await answered(4, 5 * 24)
    await counted()
    const french = 'La moitié des demandes reçoit une réponse en 1 jour ouvré, la plupart en 5 au plus.'
    expect(await step2()).toContain(french)
    const id = await asks(here, 'raul')
    await here.owner(`update people set locale = 'en' where id = $1`, [await here.idOf('raul')])
    const raul = await here.as('raul')
    const english = 'Half of the requests are answered within 1 working day, most within 5.'
    expect((await raul.get(`/requests/${id}/sent`)).text).toContain(english)
    expect((await raul.get(`/requests/${id}`)).text).toContain(english)
    const api = await withToken(here, 'raul')
    const answer = JSON.parse((await api.get(`/api/v1/requests/${id}`)).text)
    expect(answer.expectedWait).toEqual({ half: 1, most: 5 })
    await approves(await here.as('ana'), id)
    await here.settle()
  })

  it('is counted anew after an answer, and when answers are older than half a year', async () => {
    const [before] = await here.owner<{ computed_at: Date }>(
      `select computed_at from answer_times where account_id = $1`,
      [acme],
    )
    expect(before?.computed_at.getTime()).toBeGreaterThan(Date.parse('2026-01-01'))
    await here.owner(
      `update decisions set decided_at = app_now() - interval '181 days' where account_id = $1`,
      [acme],
    )
    await counted()
    expect(await step2()).not.toMatch(/Usual wait|Attente habituelle/)
  })

  it('leaves out days on which the account does not work', async () => {
    await here.owner(`update decisions set decided_at = '2020-01-01' where account_id = $1`, [acme])
    await answered(10, 6 * 24)
    await here.owner(`insert into closed_days values ($1, '2026-09-03', 'A'), ($1, '2026-09-04', 'B')`, [
      acme,
    ])
    await counted()
    const [row] = await here.owner(
      `select half_within_days, most_within_days from answer_times where account_id = $1`,
      [acme],
    )
    expect(row).toEqual({ half_within_days: 3, most_within_days: 3 })
  })
})
