import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await here.owner(`update people set locale = 'en'`)
})
afterAll(() => here.end())

const see = async (who: Parameters<World['as']>[0], find = '') =>
  (await (await here.as(who)).get(`/directory?find=${encodeURIComponent(find)}`)).text

describe('the directory', () => {
  it('lists what somebody has, what they asked for, and the listed accounts of their own proved domain', async () => {
    await here.owner(`insert into accounts (id, identifier, name, type, visibility, verified_domains) values
      (gen_random_uuid(), 'tools.acme.example', 'ACME Tools', 'CUSTOMER', 'LISTED', '{acme.example}'),
      (gen_random_uuid(), 'vault.acme.example', 'ACME Vault', 'CUSTOMER', 'RESTRICTED', '{acme.example}')`)
    const luc = await see('luc')
    expect(luc).toContain('Virtual Account Viewer')
    expect(luc).toContain('ACME Tools')
    expect(luc).toContain('Request access to ACME Tools')
    for (const hidden of ['ACME Vault', 'Globex', 'Initech']) expect(luc).not.toContain(hidden)
    await asks(here, 'luc', { account: 'globex.example' })
    expect(await see('luc')).toContain('See the request for Globex Partners')
  })

  it('shows strangers nothing, and says what they can do', async () => {
    const zoe = await see('zoe')
    expect(zoe).toContain('Nothing is listed for you yet')
    expect(zoe).not.toContain('ACME')
  })

  it('keeps the name that somebody saw when they asked, once the account is hidden from them', async () => {
    await here.owner(
      `update accounts set visibility = 'RESTRICTED', name = 'Project Falcon' where identifier = 'globex.example'`,
    )
    const luc = await see('luc')
    expect(luc).toContain('Globex Partners')
    expect(luc).not.toContain('Falcon')
    expect(await see('luc', 'falcon')).not.toContain('globex.example')
    await here.owner(
      `update accounts set visibility = 'LISTED', name = 'Globex Partners' where identifier = 'globex.example'`,
    )
  })

  it('is searched by name or identifier, and leads on with an exact one that is not listed', async () => {
    expect(await see('luc', 'tools')).toContain('ACME Tools')
    expect(await see('luc', 'TOOLS.ACME')).toContain('ACME Tools')
    const none = await see('luc', 'initech.example')
    expect(none).toContain('Nothing here is called')
    expect(none).toContain('/requests/new?account=initech.example')
    expect(none).not.toContain('Initech<')
  })

  it('goes on page by page, each account once', async () => {
    await here.owner(`insert into accounts (id, identifier, name, type, visibility, verified_domains)
      select gen_random_uuid(), 'unit' || n || '.acme.example', 'Unit ' || (n % 7), 'CUSTOMER', 'LISTED', '{acme.example}'
      from generate_series(1, 120) n`)
    const raul = await here.as('luc')
    const seen = new Set<string>()
    let next: string | undefined = '/directory?find=unit'
    let pages = 0
    while (next) {
      const { text } = await raul.get(next)
      for (const [, name] of text.matchAll(/>(unit\d+\.acme\.example)</g)) {
        expect(seen.has(name ?? '')).toBe(false)
        seen.add(name ?? '')
      }
      next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
      pages++
    }
    expect(seen.size).toBe(120)
    expect(pages).toBe(3)
  })
})
