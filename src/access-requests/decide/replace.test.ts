import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, asks } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await w.owner(`update people set locale = 'en'`)
})
afterAll(() => w.end())

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const held = async () =>
  (
    await w.owner<{ role: string }>(
      `select g.role from grants g join accounts a on a.id = g.account_id
       where a.identifier = 'acme.example' and g.person_id = $1 and g.revoked_at is null order by g.role`,
      [await w.idOf('luc')],
    )
  ).map(({ role }) => role)

describe('an approval', () => {
  it('leaves what somebody holds, unless the approver ends what the new access contains', async () => {
    const [ana, before] = [await w.as('ana'), await held()]
    expect(before).toEqual(['VV'])
    const id = await asks(w, 'luc', { role: 'SV', scope: 'account' })
    const page = await ana.get(`/requests/${id}`)
    expect(page.text).toContain('What is asked for contains: Virtual Account Viewer for Paris')
    const form = await ana.get(`/requests/${id}/approve`)
    expect(form.text).toContain('End what the new access contains')
    expect((await ana.post(`/requests/${id}/approve`, approval())).status).toBe(303)
    expect(await held()).toEqual(['SV', 'VV'])
  })

  it('ends it in the same moment, and says so to everybody concerned', async () => {
    const ana = await w.as('ana')
    const id = await asks(w, 'luc', { role: 'SU', scope: 'account' })
    const sent = approval({ role: 'SU', replace: 'yes' })
    const { location } = await ana.post(`/requests/${id}/approve`, sent)
    expect(await held()).toEqual(['SU'])
    expect((await ana.get(location ?? '')).text).toContain('Ended with it')
    await w.settle()
    const mails = w.mails.to('luc@acme.example').map(({ text }) => text ?? '')
    const ended = 'Ended with it: Virtual Account Viewer for Paris; Smart Account Viewer'
    expect(mails.some((text) => text.includes(ended))).toBe(true)
    const log = (await ana.get('/accounts/acme.example/events')).text
    expect(log.match(/took access back from Luc Bernard: [^<]*Viewer/g)?.length).toBe(2)
  })
})

it('an end that passed while the request waited is said to be over, and offered no more', async () => {
  const raul = await asks(w, 'raul', { role: 'SV', scope: 'account', ends: inDays(3) })
  const ana = await w.as('ana')
  expect((await ana.get(`/requests/${raul}/approve`)).text).toContain('value="ASKED"')
  await w.owner(`update access_requests set ask_ends_at = app_now() - interval '1 hour' where id = $1`, [
    raul,
  ])
  for (const path of [`/requests/${raul}`, `/requests/${raul}/approve`]) {
    const page = (await ana.get(path)).text
    expect(page).toContain('has passed. Choose another.')
    expect(page).not.toMatch(/value="ASKED"|If you give what was asked/)
  }
})
