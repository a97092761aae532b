import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import { newId } from '../../kernel/id.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const words = 'The list of my requests stays empty although I sent one.'
const fields = (more: Record<string, string> = {}) => ({
  key: newId(),
  text: words,
  request: '',
  from: '',
  error: '',
  ...more,
})

describe('opening a case', () => {
  it('takes along what the page knew, is told to agents and leads to the case', async () => {
    const luc = await here.as('luc')
    const id = await asks(here, 'luc')
    const from = await luc.get(`/requests/${id}`)
    expect(from.text).toContain(`/cases/new?from=%2Frequests%2F${id}&amp;request=${id}`)
    const form = await luc.get(`/cases/new?from=/requests/${id}&request=${id}`)
    expect(Visitor.fieldOf(form.text, 'request')).toBe(id)
    expect(Visitor.fieldOf(form.text, 'from')).toBe(`/requests/${id}`)
    const sent = await luc.post('/cases/new', fields({ request: id, from: `/requests/${id}` }))
    expect(sent.location).toMatch(/^\/cases\/[0-9a-f-]{36}\?notice=opened$/)
    const page = await luc.get(sent.location ?? '')
    expect(page.text).toContain(words)
    expect(page.text).toContain(`/requests/${id}`)
    await here.settle()
    expect(here.mails.to('sam@support.example').at(-1)?.text).toContain(words)
    expect(here.mails.to('luc@acme.example').at(-1)?.subject).toMatch(/^Your case SC-/)
  })

  it('says at its field what is wrong and keeps what was typed', async () => {
    const luc = await here.as('luc')
    const answer = await luc.post('/cases/new', fields({ text: 'too few', error: 'abc-1' }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Write at least 10 characters.')
    expect(answer.text).toContain('too few')
    expect(Visitor.fieldOf(answer.text, 'error')).toBe('abc-1')
  })

  it('opens one case however often the form is sent, and five a day', async () => {
    const carla = await here.as('carla')
    const same = fields()
    const twice = await Promise.all([carla, carla].map((one) => one.post('/cases/new', same)))
    expect(new Set(twice.map(({ location }) => location)).size).toBe(1)
    for (let n = 0; n < 4; n++) expect((await carla.post('/cases/new', fields())).status).toBe(303)
    const many = await carla.post('/cases/new', fields())
    expect(many.status).toBe(429)
    expect(many.text).toContain('You can open 5 cases a day.')
  })

  it('knows no request that the person may not see, and no page but ours', async () => {
    const id = await asks(here, 'raul')
    const zoe = await here.as('zoe')
    expect((await zoe.post('/cases/new', fields({ request: id }))).status).toBe(404)
    const form = await zoe.get('/cases/new?from=//evil.example/x&error=<b>')
    expect(Visitor.fieldOf(form.text, 'from')).toBe('')
    expect(Visitor.fieldOf(form.text, 'error')).toBe('')
  })
})
