import { describe, expect, it } from 'vitest'
import { asks } from '../../test/world/acts.ts'
import { world } from '../../test/world/world.ts'

const countersOn = (page: string) =>
  [...page.matchAll(/class="counter"><span aria-hidden="true">(\d+\+?)</g)].map(([, n]) => n)

describe('the counters of the header', () => {
  it('stand on every page, also on one that a form came back with', async () => {
    await using w = await world()
    const id = await asks(w, 'raul', {})
    await w.settle()
    const ana = await w.as('ana')
    // Looking at the request takes its notice out of the bell.
    await ana.get(`/requests/${id}`)
    const counted = countersOn((await ana.get('/queue')).text)
    expect(counted.length).toBeGreaterThan(0)
    const again = await ana.post(`/requests/${id}/decline`, { version: '1', code: 'OTHER', text: '' })
    expect(again.status).toBe(422)
    expect(countersOn(again.text)).toEqual(counted)
  })
})
