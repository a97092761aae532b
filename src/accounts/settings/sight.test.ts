import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import type { AccountId } from '../../kernel/id.ts'

let here: World
let acme: AccountId
beforeAll(async () => {
  here = await world()
  const [row] = await here.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'acme.example'`,
  )
  acme = row?.id as AccountId
})
afterAll(() => here.end())
beforeEach(() =>
  here.owner(
    `update accounts set show_administrators = 'NAMES', two_for_administrator = null where id = $1`,
    [acme],
  ),
)

const settings = '/accounts/acme.example/settings'
const english = { 'Accept-Language': 'en' }

async function versionOf(visitor: Visitor, path: string): Promise<string> {
  return Visitor.fieldOf((await visitor.get(path)).text, 'version') ?? ''
}

describe('what is said of administrators', () => {
  async function sight(who: 'ana' | 'ben', fields: Record<string, string>) {
    const path = `${settings}/administrators`
    const visitor = await here.as(who, english)
    return visitor.post(path, {
      version: await versionOf(visitor, path),
      show: 'NAMES',
      two: 'usual',
      ...fields,
    })
  }
  const stored = async () =>
    (
      await here.owner<{ show: string; two: boolean | null }>(
        `select show_administrators as show, two_for_administrator as two from accounts where id = $1`,
        [acme],
      )
    )[0]

  it('is changed by one of them, when it asks for no fewer people', async () => {
    expect((await sight('ana', { show: 'RELAY', two: 'yes' })).location).toContain('done=saved')
    expect(await stored()).toEqual({ show: 'RELAY', two: true })
  })

  it('asks a second one before fewer people are needed', async () => {
    expect((await sight('ana', { show: 'NONE', two: 'no' })).location).toContain('done=waits')
    expect(await stored()).toEqual({ show: 'NONE', two: null })
    await here.settle()
    const asked = (who: string) =>
      here.mails
        .to(`${who}@acme.example`)
        .filter(({ subject }) => subject?.includes('your agreement is asked'))
    expect([asked('ana'), asked('ben')].map(({ length }) => length)).toEqual([0, 1])
    const ana = await here.as('ana', english)
    expect((await ana.get(`${settings}/administrators`)).text).toContain('Take back')
    expect((await ana.post(`${settings}/administrators/settle`, { agree: 'yes' })).status).toBe(409)
    const ben = await here.as('ben', english)
    expect((await ben.get(`${settings}/administrators`)).text).toContain('A second administrator is needed')
    expect((await ben.post(`${settings}/administrators/settle`, { agree: 'yes' })).location).toContain(
      'agreed',
    )
    expect(await stored()).toEqual({ show: 'NONE', two: false })
    expect((await ben.post(`${settings}/administrators/settle`, { agree: 'no' })).status).toBe(409)
  })

  it('stays when the second one refuses, or when nobody agrees within a week', async () => {
    await sight('ana', { two: 'no' })
    const ben = await here.as('ben', english)
    expect((await ben.post(`${settings}/administrators/settle`, { agree: 'no' })).location).toContain(
      'refused',
    )
    await sight('ana', { two: 'no' })
    await here.setClock('8 days')
    expect(
      (await (await here.as('ben')).post(`${settings}/administrators/settle`, { agree: 'yes' })).status,
    ).toBe(409)
    await here.setClock('0 days')
    expect((await stored())?.two).toBe(null)
  })
})
