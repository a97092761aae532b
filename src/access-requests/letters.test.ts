import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks } from '../../test/world/acts.ts'
import { type World, world } from '../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())
beforeEach(async () => {
  await here.setClock('0 hours')
  await here.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1 where settled_at is null and requester_id = $1`,
    [await here.idOf('raul')],
  )
})

const mailsOf = (id: string) =>
  here.owner<{ address: string; kind: string; state: string }>(
    'select address, kind, state from mails where request_id = $1 order by kind, address',
    [id],
  )

/** Asks while the mail server is busy, so that every letter waits. */
async function asksWhileMailWaits(): Promise<string> {
  here.mails.refuse(451, 451, 451)
  const id = await asks(here, 'raul')
  await here.settle()
  expect((await mailsOf(id)).map(({ state }) => state)).toEqual(['DEFERRED', 'DEFERRED', 'DEFERRED'])
  return id
}

describe('a letter', () => {
  it('that waits is shown as waiting to those who decide', async () => {
    const id = await asksWhileMailWaits()
    const page = (await (await here.as('ana')).get(`/requests/${id}`)).text
    expect(page.includes('Delayed, tried again')).toBe(true)
    expect(page.includes('Sent to 2 administrators by mail')).toBe(false)
    await here.setClock('2 hours')
    await here.settle()
    const later = (await (await here.as('ana')).get(`/requests/${id}`)).text
    expect(later.includes('Sent to 2 administrators by mail')).toBe(true)
  })

  it('is not sent to an administrator who no longer is one', async () => {
    const id = await asksWhileMailWaits()
    const before = here.mails.to('ben@acme.example').length
    await here.owner(`update grants set ends_at = app_now() where role = 'SA' and person_id = $1`, [
      await here.idOf('ben'),
    ])
    await here.setClock('2 hours')
    await here.settle()
    expect(here.mails.to('ben@acme.example')).toHaveLength(before)
    expect((await mailsOf(id)).find(({ address }) => address === 'ben@acme.example')?.state).toBe(
      'SUPPRESSED',
    )
    await here.owner(`update grants set ends_at = null where role = 'SA' and person_id = $1`, [
      await here.idOf('ben'),
    ])
  })

  it('that asks for a decision is not sent once there is nothing left to decide', async () => {
    const id = await asksWhileMailWaits()
    const before = here.mails.to('ana@acme.example').length
    await (await here.as('raul')).post(`/requests/${id}/withdraw`)
    await here.setClock('2 hours')
    await here.settle()
    expect(here.mails.to('ana@acme.example')).toHaveLength(before)
  })

  it('carries one thread for each request, the recipient’s language and zone, and no link but ours', async () => {
    const id = await asks(here, 'raul')
    await here.settle()
    const mail = here.mails.to('ana@acme.example').at(-1)
    expect(String(mail?.html)).toContain('lang="en"')
    const links = [...String(mail?.html).matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link)
    expect(new Set(links)).toEqual(new Set([`${here.base}/requests/${id}`]))
    await (await here.as('ana')).get(`/requests/${id}`)
    await (await here.as('raul')).post(`/requests/${id}/withdraw`)
    await here.settle()
    const next = here.mails.to('ana@acme.example').at(-1)
    expect(next?.subject).toMatch(/^Withdrawn/)
    expect(next?.references).toEqual(mail?.references)
    expect(next?.messageId).not.toBe(mail?.messageId)
  })

  it('has nothing in it that a name of a person, company or account could break', async () => {
    const raul = await here.idOf('raul')
    await here.owner(`update people set last_name = $2, company = $3 where id = $1`, [
      raul,
      'Ortega\r\nBcc: x@evil.example',
      'Free money: http://evil.example',
    ])
    await here.owner(
      `update accounts set name = E'ACME\\r\\nBcc: y@evil.example' where identifier = 'acme.example'`,
    )
    await asks(here, 'raul')
    await here.settle()
    const mail = here.mails.to('ana@acme.example').at(-1)
    expect(mail?.headers.has('bcc')).toBe(false)
    expect(mail?.recipients).toEqual(['ana@acme.example'])
    expect(mail?.subject).not.toMatch(/[\r\n]/)
    expect(mail?.text).not.toContain('http://evil.example')
    await here.owner(`update people set last_name = 'Ortega', company = 'ACME' where id = $1`, [raul])
    await here.owner(`update accounts set name = 'ACME' where identifier = 'acme.example'`)
  })
})
