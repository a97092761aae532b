import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, declines, refusal } from '../../../test/world/acts.ts'
import { withToken } from '../../../test/world/api-client.ts'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import { askChangePath } from '../../paths/account-changes.ts'

let here: World
let ana: Visitor
let open: string
let settled: string
beforeAll(async () => {
  here = await world()
  await here.owner(`update people set locale = 'en'`)
  ana = await here.as('ana')
  settled = await asks(here, 'luc')
  expect((await declines(ana, settled)).status).toBe(303)
  open = await asks(here, 'raul', { places: ['Paris'], role: 'VU' })
  await pauses('suspend')
})
afterAll(() => here.end())

async function pauses(how: 'suspend' | 'resume') {
  const reason = 'The invoices of March are not paid.'
  const answer = await (await here.as('olga')).post(askChangePath.to('acme.example', how), { reason })
  expect(answer.status).toBe(303)
}

const mainOf = (page: string) => page.slice(page.indexOf('<main'), page.indexOf('</main>'))

it('whoever asked reads of a settled request that the account is suspended, and is offered nothing in vain', async () => {
  const luc = await here.as('luc')
  const page = mainOf((await luc.get(`/requests/${settled}`)).text)
  expect(page).toContain('The account is suspended for now: nothing in it can be asked or used.')
  expect(page).not.toContain('Ask again')
  expect((await luc.post(`/requests/${settled}/ask-a-person`)).status).toBe(409)
})

describe('the administrator of a suspended account', () => {
  it('reads what the request of a mail is and that nobody can decide it, with nothing to press', async () => {
    for (const path of [`/requests/${open}`, `/requests/${open}/approve`, `/requests/${open}/question`]) {
      for (const who of ['ana', 'vera'] as const) {
        const page = await (await here.as(who)).get(path)
        expect([path, who, page.status]).toEqual([path, who, 200])
        expect(page.text).toContain('nobody can decide this request, and its time stands still')
        expect(page.text).toContain('Virtual Account User for Paris')
        expect(mainOf(page.text)).not.toMatch(/<form|<button/)
      }
    }
    const over = await ana.get(`/requests/${settled}`)
    expect(over.text).toContain('can be read again when the account goes on')
    expect(over.text).not.toContain('The roll-out is run by the Paris team.')
  })

  it('decides nothing there, and gets back what was typed', async () => {
    const text = 'The licences of Paris are run by another team.'
    const answer = await ana.post(`/requests/${open}/decline`, refusal({ text }))
    expect(answer.status).toBe(409)
    expect(answer.text).toContain(text)
    const question = { version: '1', prepared: '', question: 'Which of the licences do you mean?' }
    const asked = await ana.post(`/requests/${open}/question`, question)
    expect([asked.status, asked.text.includes(question.question)]).toEqual([409, true])
    expect((await ana.post(`/requests/${open}/claim`)).status).toBe(409)
    const rows = await here.owner('select status, version from access_requests where id = $1', [open])
    expect(rows).toEqual([{ status: 'PENDING', version: 1 }])
  })

  it('is the only one who does; for others, and for programs, there is no such request', async () => {
    expect((await (await here.as('dmitri')).get(`/requests/${open}`)).status).toBe(404)
    expect((await (await here.as('vera')).get(`/requests/${settled}`)).status).toBe(404)
    expect((await (await withToken(here, 'ana')).get(`/api/v1/requests/${open}`)).status).toBe(404)
  })

  it('decides again as soon as the account goes on', async () => {
    await pauses('resume')
    expect((await declines(ana, open)).status).toBe(303)
    expect((await ana.get(`/requests/${settled}`)).text).toContain('The roll-out is run by the Paris team.')
  })
})
