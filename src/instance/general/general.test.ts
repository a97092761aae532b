import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import { addAccountPath, generalSettingsPath } from '../../paths/operator.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const chosen = {
  version: '1',
  name: 'Access Desk',
  support: 'YES',
  proof: 'NO',
  shows: 'RELAY',
  language: 'fr',
}

describe('the settings of the installation', () => {
  it('are the operator’s, and hold at once', async () => {
    expect((await (await w.as('sam')).get(generalSettingsPath.to())).status).toBe(404)
    const olga = await w.as('olga')
    const page = await olga.get(generalSettingsPath.to())
    expect(page.text).toContain('SMTP_URL')
    expect(page.text).not.toContain(w.platform.config.smtpUrl ?? 'smtp://')
    expect((await olga.post(generalSettingsPath.to(), chosen)).location).toContain('done=saved')
    expect((await (await w.as('raul')).get('/')).text).toContain('Access Desk')
    expect(w.platform.settings).toMatchObject({
      supportMayDecide: true,
      newAccountsNeedProof: false,
      language: 'fr',
    })
    expect((await new Visitor(w.base).get('/sign-in')).text).toContain('lang="fr"')
    expect((await olga.post(generalSettingsPath.to(), chosen)).status).toBe(409)
    const long = { ...chosen, version: '2', name: 'x'.repeat(61) }
    const unfit = await olga.post(generalSettingsPath.to(), long)
    expect([unfit.status, unfit.text.includes('up to 60')]).toEqual([422, true])
    const empty = { ...chosen, version: '2', name: '', support: 'FILE', proof: 'FILE' }
    expect((await olga.post(generalSettingsPath.to(), empty)).location).toContain('saved')
    expect(w.platform.settings).toMatchObject({
      name: 'Vestibule',
      supportMayDecide: false,
      newAccountsNeedProof: true,
    })
  })

  it('say what new accounts show of their administrators', async () => {
    const olga = await w.as('olga')
    await olga.post(addAccountPath.to(), {
      identifier: 'hooli.example',
      name: 'Hooli',
      type: 'CUSTOMER',
      visibility: 'LISTED',
      timeZone: 'UTC',
      verifiedDomains: '',
      administrator: 'ana@acme.example',
    })
    const rows = await w.owner(
      `select show_administrators as shows from accounts where identifier = 'hooli.example'`,
    )
    expect(rows).toEqual([{ shows: 'RELAY' }])
  })

  it('ask for the password before support may decide, and for nothing else', async () => {
    const olga = await w.as('olga')
    await w.setClock('20 minutes')
    const page = await olga.get(generalSettingsPath.to())
    const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? ''
    const asIs = { ...chosen, version, name: 'Desk', support: 'FILE', proof: 'FILE', shows: 'NAMES' }
    const asked = await olga.post(generalSettingsPath.to(), { ...asIs, support: 'YES' })
    expect(asked.location).toContain('/confirm-password')
    expect(w.platform.settings.supportMayDecide).toBe(false)
    expect((await olga.get(generalSettingsPath.to())).text).toMatch(/value="YES"[^>]* checked/)
    const named = await olga.post(generalSettingsPath.to(), { ...asIs, language: 'en' })
    expect(named.location).toContain('done=saved')
    await w.setClock('0 minutes')
  })
})
