import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../../test/world/world.ts'
import { accountInsightsPath } from '../../paths/accounts.ts'
import {
  accountInsightsCsvPath,
  operatorInsightsCsvPath,
  operatorInsightsPath,
} from '../../paths/insights.ts'
import { countInsights } from './count-insights.ts'

const page = accountInsightsPath.to('acme.example')
const csvOf = (chart: string) => `${accountInsightsCsvPath.to('acme.example')}?chart=${chart}&days=365`

describe('insights', () => {
  let w: World & AsyncDisposable
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.end())

  /** So many requests that were declined so many minutes after they were sent. */
  async function declined(account: string, count: number, minutes: number): Promise<void> {
    await w.owner(
      `with sent as (
        insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, version,
          status_changes, ask_scope, reason, account_name, profile, submitted_at, first_viewed_at, due_at, expires_at, settled_at)
        select a.id, gen_random_uuid(), 'AR-' || md5(random()::text), $2, $2, 'DECLINED', 2, 1, 'ACCOUNT', 'For the audit.',
          'ACME', '{}', now() - make_interval(days => 40, mins => $5), now() - interval '40 days', now(), now(),
          now() - interval '40 days'
        from accounts a, generate_series(1, $4) where a.identifier = $1 returning account_id, id, settled_at
      )
      insert into decisions (account_id, id, request_id, decided_by, verdict, final, request_version, code, decided_at)
      select account_id, gen_random_uuid(), id, $3, 'DECLINE', true, 1, 'TOO_MUCH', settled_at from sent`,
      [account, await w.idOf('zoe'), await w.idOf('ana'), count, minutes],
    )
  }

  it('are for whoever sees all requests of the account, and do not exist for others', async () => {
    for (const who of ['ana', 'ben', 'sam', 'olga'] as const)
      expect((await (await w.as(who)).get(page)).status).toBe(200)
    for (const who of ['vera', 'luc', 'raul', 'carla', 'zoe'] as const) {
      const visitor = await w.as(who)
      for (const path of [page, csvOf('decisions')]) expect((await visitor.get(path)).status).toBe(404)
    }
    expect((await w.stranger().get(page)).status).toBe(303)
  })

  it('say nothing of a middle while there are fewer than five', async () => {
    await w.owner(
      `update access_requests set settled_at = settled_at - interval '3 years' where settled_at is not null`,
    )
    await w.owner(`update decisions set decided_at = decided_at - interval '3 years'`)
    await declined('initech.example', 4, 60)
    const { text } = await (await w.as('dmitri')).get(accountInsightsPath.to('initech.example'))
    expect(text).toContain('Fewer than 5 decisions')
    expect(text).toContain('4 requests ended')
  })

  it('tell how long people wait, and why requests were declined', async () => {
    await declined('acme.example', 4, 60)
    await declined('acme.example', 1, 3 * 1_440)
    const ana = await w.as('ana')
    const { text } = await ana.get(page)
    expect(text).toContain('Half of the requests were decided within 1 hour, four fifths within 1 hour.')
    expect(text).toContain('5 requests were declined; most often: more than the task needs.')
    await declined('acme.example', 2, 3 * 1_440)
    expect((await ana.get(page)).text).toContain('four fifths within 3 days')
    expect((await ana.get(`${page}?days=30`)).text).toContain('No request ended in this time.')
  })

  it('draw each picture with a name, a sentence and its numbers, without styles in the page', async () => {
    const { text } = await (await w.as('ana')).get(`${page}?days=365`)
    const pictures = text.match(/<svg class="chart"/g)?.length ?? 0
    expect(pictures).toBeGreaterThanOrEqual(4)
    expect(
      text.match(/role="img" aria-labelledby="[a-z]+-svg" aria-describedby="[a-z]+-summary"/g),
    ).toHaveLength(pictures)
    expect(text).not.toMatch(/<[^>]+ style=/)
    await w.owner(`update people set locale = 'fr' where address = 'ben@acme.example'`)
    expect((await (await w.as('ben')).get(page)).text).toContain('Demandes terminées')
  })

  it('are taken away as files, chart by chart', async () => {
    const ana = await w.as('ana')
    const { text, headers } = await ana.get(csvOf('waits'))
    expect(headers.get('content-disposition')).toContain('insights-waits.csv')
    expect(text).toContain('the decision,7,')
    expect(text.split('\r\n')).toHaveLength(4)
    expect((await ana.get(csvOf('nothing'))).status).toBe(404)
  })

  it('of all accounts are counted ahead, for operators, with the slowest accounts', async () => {
    const olga = await w.as('olga')
    expect((await olga.get(operatorInsightsPath.to())).text).toContain('Not counted yet')
    expect(await countInsights(w.db)).toBe(4)
    expect(await countInsights(w.db)).toBe(0)
    const { text } = await olga.get(operatorInsightsPath.to())
    expect(text).toContain('11 requests ended')
    expect(text).toContain(accountInsightsPath.to('acme.example'))
    expect(text).not.toContain(accountInsightsPath.to('initech.example'))
    expect((await olga.get(`${operatorInsightsCsvPath.to()}?chart=slow`)).text).toContain('acme.example,')
    for (const who of ['ana', 'sam'] as const)
      expect((await (await w.as(who)).get(operatorInsightsPath.to())).status).toBe(404)
  })
})
