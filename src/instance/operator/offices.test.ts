import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import { operatedPersonPath } from '../../paths/operator.ts'

let w: World
let path: string
beforeAll(async () => {
  w = await world()
  path = operatedPersonPath.to(await w.idOf('luc'))
})
afterAll(() => w.end())

const ticked = (text: string) =>
  (text.match(/<input[^>]*name="office"[^>]*>/g) ?? []).map((box) => box.includes('checked'))

describe('the offices on the page of a person', () => {
  it('are ticked and saved, and nothing changes twice', async () => {
    const olga = await w.as('olga')
    const page = (await olga.get(path)).text
    expect([ticked(page), Visitor.fieldOf(page, 'seen')]).toEqual([[false, false], 'none'])
    const saved = await olga.post(path, { seen: 'none', office: ['support', 'operator'] })
    expect(saved.location).toBe(`${path}?done=offices`)
    const after = (await olga.get(saved.location ?? '')).text
    expect(after).toContain('Offices changed')
    expect([ticked(after), Visitor.fieldOf(after, 'seen')]).toEqual([[true, true], 'both'])
    const again = await olga.post(path, { seen: 'none', office: ['support', 'operator'] })
    expect(again.location).toBe(`${path}?done=same-offices`)
    expect((await olga.get(again.location ?? '')).text).toContain('Nothing has changed')
  })

  it('are not changed over what somebody else has changed meanwhile, and say so at the place', async () => {
    const olga = await w.as('olga')
    const stale = await olga.post(path, { seen: 'none', office: ['support'] })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Somebody else has changed these offices')
    expect(stale.text).toContain('href="#office"')
    expect(ticked(stale.text)).toEqual([true, true])
    expect((await olga.post(path, { seen: 'both', office: [] })).location).toContain('done=offices')
  })

  it('ask for the password, and keep what was ticked', async () => {
    const olga = await w.as('olga')
    await w.owner(`update auth.session set "authenticatedAt" = app_now() - interval '6 minutes'`)
    const asked = await olga.post(path, { seen: 'none', office: ['operator'] })
    expect(asked.location).toBe(`/confirm-password?next=${encodeURIComponent(path)}`)
    await w.owner(`update auth.session set "authenticatedAt" = app_now()`)
    expect(ticked((await olga.get(path)).text)).toEqual([false, true])
    expect(ticked((await olga.get(path)).text)).toEqual([false, false])
  })

  it('are refused to whoever is disabled, in their language', async () => {
    const olga = await w.as('olga')
    await w.owner(`update people set status = 'DISABLED' where address = 'luc@acme.example'`)
    const refused = await olga.post(path, { seen: 'none', office: ['support'] })
    expect([refused.status, refused.text.includes('gets no office')]).toEqual([409, true])
    await w.owner(`update people set locale = 'fr' where address = 'olga@operator.example'`)
    expect((await olga.post(path, { seen: 'none', office: ['support'] })).text).toContain('aucune fonction')
    await w.owner(`update people set locale = 'en' where address = 'olga@operator.example'`)
    await w.owner(`update people set status = 'ACTIVE' where address = 'luc@acme.example'`)
  })

  it('are for others: nobody changes their own, and nobody but operators changes any', async () => {
    const olga = await w.as('olga')
    const own = operatedPersonPath.to(await w.idOf('olga'))
    expect((await olga.get(own)).text).not.toContain('name="office"')
    expect((await olga.post(own, { seen: 'operator', office: [] })).status).toBe(404)
    for (const who of ['ana', 'sam', 'luc'] as const)
      expect((await (await w.as(who)).post(path, { seen: 'none', office: ['operator'] })).status).toBe(404)
    expect((await olga.post(path, { seen: 'none', office: ['king'] })).status).toBe(422)
  })
})
