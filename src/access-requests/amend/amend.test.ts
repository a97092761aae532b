import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approves, asks, placeId, standing } from '../../../test/world/acts.ts'
import type { Fields, Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const changed = {
  version: '1',
  reason: 'Viewing the licences of Lyon is enough after all.',
  scope: 'account',
  role: 'SV',
}
const amends = (visitor: Visitor, id: string, fields: Fields = {}) =>
  visitor.post(`/requests/${id}/amend`, { ...changed, ...fields })

describe('a requester', () => {
  let id: string
  beforeEach(async () => {
    await here.owner(
      `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
         status_changes = status_changes + 1, submitted_at = submitted_at - interval '2 days'
       where requester_id = $1 and settled_at is null`,
      [await here.idOf('raul')],
    )
    id = await asks(here, 'raul', { places: ['Paris'], role: 'VU' })
  })

  it('changes what they ask; those who had seen it are told what changed', async () => {
    await (await here.as('ana')).get(`/requests/${id}`)
    const raul = await here.as('raul')
    const form = await raul.get(`/requests/${id}/amend`)
    expect(form.text).toMatch(/value="virtual" checked/)
    expect((await amends(raul, id)).location).toBe(`/requests/${id}?notice=amended`)
    expect(await standing(here, id)).toMatchObject({ status: 'PENDING', version: 2 })
    await here.settle()
    const letter = here.mails.to('ana@acme.example').at(-1)
    expect(letter?.subject).toMatch(/^Changed: access request for ACME/)
    expect(letter?.text).toContain('Before: Virtual Account User for Paris')
    expect(letter?.text).toContain('Now: Smart Account Viewer for the entire Smart Account')
    expect(here.mails.to('ben@acme.example').at(-1)?.subject).not.toMatch(/^Changed/)
    const page = (await (await here.as('ana')).get(`/requests/${id}`)).text
    expect(page.includes('Raul Ortega changed the request')).toBe(true)
    expect(page.includes('Changed since you last read it')).toBe(true)
    for (const said of [
      '<del>Virtual Account User</del>',
      '<ins>Smart Account Viewer</ins>',
      '<del>Paris</del>',
    ])
      expect([said, page.includes(said)]).toEqual([said, true])
    expect(page.includes('End date</dt><dd><span class="difference">')).toBe(false)
    const again = (await (await here.as('ana')).get(`/requests/${id}`)).text
    expect(again.includes('Changed since you last read it')).toBe(false)
    const ben = (await (await here.as('ben')).get(`/requests/${id}`)).text
    expect(ben.includes('Changed since you last read it')).toBe(false)
  })

  it('sees whether the new words were read, or only the old ones', async () => {
    const raul = await here.as('raul')
    const page = async () => (await raul.get(`/requests/${id}`)).text
    expect((await page()).includes('Pas encore')).toBe(true)
    await (await here.as('ana')).get(`/requests/${id}`)
    expect((await page()).includes('Pas encore')).toBe(false)
    await amends(raul, id)
    expect((await page()).includes('avant votre dernière modification')).toBe(true)
    await (await here.as('ben')).get(`/requests/${id}`)
    expect((await page()).includes('avant votre dernière modification')).toBe(false)
  })

  it('makes an approval of the old words impossible', async () => {
    await amends(await here.as('raul'), id)
    const ana = await here.as('ana')
    const late = await approves(ana, id, { version: '1', role: 'SV' })
    expect(late.status).toBe(409)
    expect(await standing(here, id)).toMatchObject({ status: 'PENDING', grants: [], decisions: [] })
  })

  it('is told when nothing is different, when the form is old, and what is wrong with it', async () => {
    const raul = await here.as('raul')
    const reason = 'I prepare the roll-out in Lyon and need to see its licences.'
    const same = {
      reason,
      scope: 'virtual',
      virtualAccount: await placeId(here, 'acme.example', 'Paris'),
      role: 'VU',
    }
    const nothing = await amends(raul, id, same)
    expect([nothing.status, nothing.text.includes('Rien ne diffère')]).toEqual([422, true])
    expect((await amends(raul, id, { version: '7' })).status).toBe(409)
    const wrong = await amends(raul, id, { reason: 'short', role: 'VV' })
    expect([wrong.status, wrong.text.includes('id="reason-error"')]).toEqual([422, true])
    expect((await amends(raul, id, { status: 'APPROVED' })).status).toBe(422)
    expect(await standing(here, id)).toMatchObject({ version: 1 })
  })

  it('cannot change somebody else’s request, nor one that is settled', async () => {
    for (const who of ['ana', 'luc', 'zoe'] as const) {
      expect((await amends(await here.as(who), id)).status).toBe(404)
      expect((await (await here.as(who)).get(`/requests/${id}/amend`)).status).toBe(404)
    }
    const raul = await here.as('raul')
    await raul.post(`/requests/${id}/withdraw`)
    expect((await amends(raul, id, { version: '2' })).status).toBe(409)
    expect((await raul.get(`/requests/${id}/amend`)).status).toBe(409)
  })

  it('finds the changed words again after signing in anew', async () => {
    const raul = await here.as('raul')
    await here.owner(`update auth.session set "endedAt" = app_now() where "userId" = $1`, [
      await here.idOf('raul'),
    ])
    expect((await amends(raul, id)).location).toMatch(/^\/sign-in/)
    const form = await (await here.as('raul')).get(`/requests/${id}/amend`)
    expect(form.text.includes('is enough after all')).toBe(true)
  })
})
