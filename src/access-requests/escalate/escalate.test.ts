import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, standing } from '../../../test/world/acts.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const caseOf = async (request: string) =>
  (
    await here.owner<{ id: string; cause: string; status: string; evidence: Record<string, unknown[]> }>(
      'select id, cause, status, evidence from cases where request_id = $1 order by opened_at',
      [request],
    )
  ).at(-1)

/** A request of this person, sent so long before now; what they had before is long over. */
async function sentAgo(who: CastMember, ago: string): Promise<string> {
  await here.setClock(`-${ago}`)
  await here.owner(
    `update access_requests set submitted_at = submitted_at - interval '40 days',
       status = case when settled_at is null then 'WITHDRAWN' else status end,
       version = version + case when settled_at is null then 1 else 0 end,
       status_changes = status_changes + case when settled_at is null then 1 else 0 end,
       settled_at = coalesce(settled_at, app_now())
     where requester_id = $1`,
    [await here.idOf(who)],
  )
  const id = await asks(here, who)
  await here.settle()
  await here.setClock('0 hours')
  return id
}

describe('passing a request on to support', () => {
  it('is possible once it is overdue, opens a case with what is known, and tells everybody', async () => {
    const id = await sentAgo('luc', '12 days')
    const luc = await here.as('luc')
    expect((await luc.get(`/requests/${id}`)).text).toContain(`/requests/${id}/escalate`)
    const page = await luc.get(`/requests/${id}/escalate`)
    expect(page.text).toContain('Pass this request on to support')
    const sent = await luc.post(`/requests/${id}/escalate`)
    expect(sent.location).toMatch(/^\/cases\/[0-9a-f-]{36}\?notice=escalated$/)
    const opened = await caseOf(id)
    expect(opened).toMatchObject({ cause: 'ESCALATED_BY_HAND', status: 'OPEN' })
    expect(opened?.evidence['approvers']?.length).toBe(2)
    expect(opened?.evidence['mails']?.length).toBeGreaterThan(0)
    expect(JSON.stringify(opened?.evidence)).not.toMatch(/@|Ana|Costa/)
    expect((await standing(here, id)).events).toEqual(
      expect.arrayContaining(['access-request.escalated', 'case.opened']),
    )
    await here.settle()
    expect(here.mails.to('sam@support.example').at(-1)?.subject).toMatch(
      /^Case SC-.*: a request for ACME was passed on$/,
    )
    expect(here.mails.to('luc@acme.example').at(-1)?.subject).toMatch(/^With support/)
    expect(here.mails.to('ana@acme.example').at(-1)?.subject).toMatch(/^With support/)
    expect((await luc.post(`/requests/${id}/escalate`)).status).toBe(409)
  })

  it('is possible two working days after a reminder that nobody looked at, and not before', async () => {
    const id = await sentAgo('luc', '9 hours')
    const luc = await here.as('luc')
    const early = await luc.post(`/requests/${id}/escalate`)
    expect(early.status).toBe(409)
    expect(early.text).toContain('You can pass the request on to support from')
    await here.owner(
      `insert into reminders (account_id, request_id, kind, n, recipients, reminded_at)
       select account_id, id, 'BY_HAND', 1, 2, app_now() - interval '6 days' from access_requests where id = $1`,
      [id],
    )
    await (await here.as('ana')).get(`/requests/${id}`)
    expect((await luc.post(`/requests/${id}/escalate`)).status).toBe(409)
    await here.owner('delete from views where request_id = $1', [id])
    await here.owner('update access_requests set first_viewed_at = null where id = $1', [id])
    expect((await luc.post(`/requests/${id}/escalate`)).status).toBe(303)
  })

  it('is nobody’s but the requester’s', async () => {
    const id = await sentAgo('luc', '12 days')
    for (const who of ['ana', 'vera', 'zoe', 'sam', 'olga'] as const) {
      const visitor = await here.as(who)
      expect([who, (await visitor.get(`/requests/${id}/escalate`)).status]).toEqual([who, 404])
      expect([who, (await visitor.post(`/requests/${id}/escalate`)).status]).toEqual([who, 404])
    }
    expect(await caseOf(id)).toBeUndefined()
  })

  it('opens one case when it is sent twice at once', async () => {
    const luc = await here.as('luc')
    for (let round = 0; round < 20; round++) {
      const id = await sentAgo('luc', '12 days')
      const answers = await Promise.all([luc, luc].map((one) => one.post(`/requests/${id}/escalate`)))
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
      expect(await here.owner('select 1 from cases where request_id = $1', [id])).toHaveLength(1)
    }
  })

  it('leaves the decision to administrators, whose answer ends the case', async () => {
    const id = await sentAgo('luc', '12 days')
    await (await here.as('luc')).post(`/requests/${id}/escalate`)
    const { version } = await standing(here, id)
    expect((await approves(await here.as('ana'), id, { version: String(version) })).status).toBe(303)
    await here.settle()
    expect(await caseOf(id)).toMatchObject({ status: 'RESOLVED' })
  })
})
