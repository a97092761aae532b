import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks, declines, standing } from '../../../test/world/acts.ts'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'

let here: World
let id: string
let ana: Visitor
let luc: Visitor
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
  luc = await here.as('luc')
})
afterAll(() => here.end())
beforeEach(async () => {
  await here.setClock('0 minutes')
  if (id) await luc.post(`/requests/${id}/withdraw`)
  await here.settle()
  await here.owner(`delete from limits`)
  await here.owner(`update mails set queued_at = queued_at - interval '2 hours'`)
  id = await asks(here, 'luc', { role: 'SU', scope: 'account' })
  await here.settle()
})

const says = (who: Visitor, comment: string) => who.post(`/requests/${id}/comment`, { comment })
const mailsTo = (who: CastMember) => here.mails.to(`${who}@acme.example`).map(({ subject }) => subject)
const gathered = async () => {
  await here.settle()
  await here.setClock('4 minutes')
  await here.settle()
}

describe('a comment', () => {
  it('is read by the other side on the page at once, and in one mail with those that follow it', async () => {
    const before = mailsTo('luc').length
    expect((await says(ana, 'I ask our Paris colleagues.')).location).toBe(`/requests/${id}?notice=commented`)
    expect((await says(ana, 'They say Friday.')).status).toBe(303)
    const page = (await luc.get(`/requests/${id}`)).text
    for (const said of ['I ask our Paris colleagues.', 'They say Friday.', 'Ana Costa wrote a comment'])
      expect([said, page.includes(said)]).toEqual([said, true])
    await here.settle()
    expect(mailsTo('luc')).toHaveLength(before)
    await gathered()
    expect(mailsTo('luc')).toHaveLength(before + 1)
    const mail = here.mails.to('luc@acme.example').at(-1)
    expect(mail?.subject).toMatch(/^New comments: access request for ACME/)
    expect(mail?.text).toContain('There are 2 new comments')
    expect(mail?.text).toContain('> I ask our Paris colleagues.')
    expect(mail?.text).toContain('> They say Friday.')
    expect(mailsTo('ana').at(-1)).not.toMatch(/^New comment/)
  })

  it('of the requester goes to those administrators who have looked at the request', async () => {
    await ana.get(`/requests/${id}`)
    const before = mailsTo('ben').length
    await says(luc, 'Thank you')
    await gathered()
    expect(mailsTo('ana').at(-1)).toMatch(/^New comment: access request for ACME/)
    expect(mailsTo('ben')).toHaveLength(before)
  })

  it('is not mailed once the request is decided; its words stay', async () => {
    await says(luc, 'It is urgent, please.')
    await declines(ana, id)
    await here.owner(`update decisions set decided_at = decided_at - interval '9 days'`)
    await gathered()
    expect(mailsTo('ana').at(-1)).not.toMatch(/^New comment/)
    expect((await luc.get(`/requests/${id}`)).text.includes('It is urgent, please.')).toBe(true)
    const late = await says(luc, 'Why is that?')
    expect(late.status).toBe(409)
    expect(late.text.includes('Why is that?')).toBe(true)
  })

  it('can be written ten times by each side, and by the support desk as such', async () => {
    for (let n = 1; n <= 10; n++) expect((await says(luc, `Number ${n}`)).status).toBe(303)
    const more = await says(luc, 'Number 11')
    expect([more.status, more.text.includes('Number 11')]).toEqual([409, true])
    expect((await says(ana, 'I read all of them.')).status).toBe(303)
    expect((await says(await here.as('sam'), 'The desk is here, too.')).status).toBe(303)
    const page = (await luc.get(`/requests/${id}`)).text
    expect(page.includes('The support desk wrote a comment')).toBe(true)
    expect(page.includes('All comments of your side are used.')).toBe(true)
  })

  it('pressed twice is one', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => says(luc, 'Only once, please.')))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const rows = await here.owner('select 1 from comments where request_id = $1', [id])
    expect(rows).toHaveLength(1)
  })

  it('holds words, and comes from somebody with a say', async () => {
    const empty = await says(luc, '  ')
    expect([empty.status, empty.text.includes('id="comment-error"')]).toEqual([422, true])
    const long = await says(luc, 'x y'.repeat(400))
    expect([long.status, long.text.includes('x yx y')]).toEqual([422, true])
    expect((await says(await here.as('olga'), 'Hello there')).status).toBe(403)
    for (const who of ['zoe', 'raul', 'vera'] as const)
      expect((await says(await here.as(who), 'Hello there')).status).toBe(404)
    const { events } = await standing(here, id)
    expect(events).not.toContain('access-request.commented')
  })

  it('keeps its number and its mail when all come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => says(n % 2 === 0 ? luc : ana, `At once ${n}`)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(303))
    const rows = await here.owner<{ side: string; n: number }>(
      'select side, n from comments where request_id = $1 order by side, n',
      [id],
    )
    expect(rows).toEqual(
      ['ACCOUNT', 'REQUESTER'].flatMap((side) => [1, 2, 3, 4, 5, 6].map((n) => ({ side, n }))),
    )
    await gathered()
    const told = await here.owner('select 1 from comments where request_id = $1 and told_at is null', [id])
    expect(told).toEqual([])
    const mailed = await here.owner(
      `select 1 from events where request_id = $1 and type = 'access-request.comments-mailed'`,
      [id],
    )
    expect(mailed).toHaveLength(2)
  })
})
