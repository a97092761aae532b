import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const hint = 'Nearly the same name as an administrator'

describe('whoever decides', () => {
  it('is told when the person has nearly the name of an administrator, who is somebody else', async () => {
    await here.owner(
      `update people set first_name = 'Ána', last_name = 'Costa', preferred_first_name = '' where address = 'zoe@elsewhere.example'`,
    )
    const [alike, plain] = [await asks(here, 'zoe'), await asks(here, 'carla')]
    const ben = await here.as('ben', { 'Accept-Language': 'en' })
    for (const path of [`/requests/${alike}`, `/requests/${alike}/approve`, `/requests/${alike}/decline`]) {
      const { text } = await ben.get(path)
      expect(text, path).toContain(hint)
      expect(text, path).toContain('ana@acme.example')
    }
    expect((await ben.get(`/requests/${plain}/approve`)).text).not.toContain(hint)
    expect((await (await here.as('zoe')).get(`/requests/${alike}`)).text).not.toContain(hint)
  })
})
