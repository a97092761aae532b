import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IdentityProvider, startIdentityProvider } from '../../../test/world/identity-provider.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
let idp: IdentityProvider
beforeAll(async () => {
  ;[here, idp] = [await world(), await startIdentityProvider()]
  idp.returnsTo(`${here.base}/nowhere`)
})
afterAll(async () => {
  await here.end()
  await idp.stop()
})

const english = { 'Accept-Language': 'en' }
const list = '/operator/settings/sign-in'
const secret = 'the client secret of the test'
const wanted = (changes: Record<string, string> = {}) => ({
  id: '',
  version: '0',
  name: 'Acme Login',
  issuer: idp.issuer,
  clientId: 'vestibule',
  clientSecret: secret,
  domains: 'acme.example',
  on: 'yes',
  ...changes,
})

async function only(): Promise<{ id: string; version: number }> {
  const [row] = await here.owner<{ id: string; version: number }>('select id, version from sign_in_providers')
  return row ?? { id: '', version: 0 }
}

describe('the identity providers of an installation', () => {
  it('are for operators who showed lately who they are', async () => {
    for (const path of [list, `${list}/new`])
      expect((await (await here.as('ana')).get(path)).status, path).toBe(404)
    const olga = await here.as('olga', english)
    expect((await olga.get(list)).text).toContain('Everybody signs in with a password')
    await here.owner(`update auth.session set "authenticatedAt" = to_timestamp(0)`)
    expect((await olga.get(`${list}/new`)).location).toMatch(/^\/confirm-password/)
    expect((await olga.post(`${list}/new`, wanted())).location).toMatch(/^\/confirm-password/)
    expect(
      (await here.owner(`select content from drafts where content::text like '%client secret%'`)).length,
    ).toBe(0)
    expect((await only()).version).toBe(0)
  })

  it.each([
    [{ name: ' ' }, 'name', 'one line of up to 60'],
    [{ issuer: 'acme' }, 'issuer', 'Enter an address'],
    [{ issuer: 'http://login.acme.example' }, 'issuer', 'must begin with'],
    [{ issuer: 'https://u:p@login.acme.example' }, 'issuer', 'must begin with'],
    [{ clientId: '' }, 'clientId', 'Enter the client id'],
    [{ clientSecret: '' }, 'clientSecret', 'Enter the client secret'],
    [{ domains: 'acme' }, 'domains', 'Enter domains such as'],
    [{ domains: '' }, 'domains', 'Confirm at least one'],
  ])('that are typed wrong are shown again with a word at the field: %j', async (changes, field, said) => {
    const answer = await (await here.as('olga', english)).post(`${list}/new`, wanted(changes))
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(new RegExp(`id="${field}-error"[^]{0,600}${said}`))
    expect(answer.text).not.toContain(secret)
  })

  it('are added with the address that the page showed, and tried', async () => {
    const olga = await here.as('olga', english)
    const form = (await olga.get(`${list}/new`)).text
    const id = Visitor.fieldOf(form, 'id') ?? ''
    expect(form).toContain(`${here.base}/sign-in/with/${id}/back`)
    const added = await olga.post(`${list}/new`, wanted({ id }))
    expect(added.location).toBe(`${list}/${id}?done=saved`)
    expect((await olga.post(`${list}/new`, wanted({ id }))).location).toBe(added.location)
    expect(await here.owner('select 1 from sign_in_providers')).toHaveLength(1)
    const page = (await olga.get(`${list}/${id}`)).text
    expect(page).not.toContain(secret)
    expect((await olga.post(`${list}/${id}/try`)).location).toBe(`${list}/${id}?tried=ok`)
    expect((await here.stranger(english).get('/sign-in')).text).toContain('Continue with Acme Login')
    const log = (await olga.get('/operator/events')).text
    expect(log).toContain('added Acme Login as a way to sign in, for addresses at acme.example')
    await here.owner(`update people set is_operator = true where address = 'sam@support.example'`)
    await here.settle()
  })

  it('that do not answer as they should are said to', async () => {
    const olga = await here.as('olga', english)
    const { id } = await only()
    const tried = async () => {
      const { location } = await olga.post(`${list}/${id}/try`)
      return { why: location?.split('=')[1], text: (await olga.get(location ?? '')).text }
    }
    const description = (await (
      await fetch(`${idp.issuer}/.well-known/openid-configuration`)
    ).json()) as object
    const says = (changes: object) => () => ({
      status: 200,
      body: JSON.stringify({ ...description, ...changes }),
    })
    const cases = [
      [() => ({ status: 404, body: '{}' }), 'no-description'],
      [says({ issuer: 'https://evil.example' }), 'other-issuer'],
      [says({ token_endpoint: undefined }), 'no-addresses'],
      [says({ jwks_uri: 'http://10.0.0.1/jwks' }), 'unsafe-address'],
      [says({ id_token_signing_alg_values_supported: ['HS256', 'none'] }), 'no-signatures'],
    ] as const
    for (const [instead, why] of cases) {
      idp.instead = instead
      const found = await tried()
      expect([why, found.why]).toEqual([why, why])
      expect(found.text).toContain('It cannot be used as it is')
    }
    idp.instead = undefined
    idp.isDown = true
    expect((await tried()).why).toBe('unreachable')
    idp.isDown = false
  })

  it('change by whoever saw the newest, and keep the secret that is not typed anew', async () => {
    const olga = await here.as('olga', english)
    const { id, version } = await only()
    const before = await here.owner('select client_secret from sign_in_providers')
    const changes = { version: String(version), clientSecret: '', domains: 'acme.example, acme.test' }
    const path = `${list}/${id}`
    expect((await olga.post(path, wanted(changes))).location).toBe(`${path}?done=saved`)
    expect(await here.owner('select client_secret from sign_in_providers')).toEqual(before)
    const stale = await olga.post(path, wanted({ ...changes, name: 'Other' }))
    expect([stale.status, stale.text.includes('value="Other"')]).toEqual([409, true])
    expect((await olga.get('/operator/events')).text).toContain('speaks for acme.test now')
    await here.settle()
    expect(here.mails.to('sam@support.example').at(-1)?.text).toContain(
      'The sign-in with Acme Login was changed',
    )
  })

  it('never speak for a domain together', async () => {
    const olga = await here.as('olga', english)
    const other = { name: 'Other', issuer: 'https://other.example', domains: 'b.example acme.test' }
    const answer = await olga.post(`${list}/new`, wanted(other))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Another provider here speaks for acme.test')
    const same = await olga.post(`${list}/new`, wanted({ domains: 'b.example' }))
    expect(same.text).toContain('Another provider here has this address')
  })

  it('are removed by a tick and a press', async () => {
    const olga = await here.as('olga', english)
    const { id, version } = await only()
    const path = `${list}/${id}/remove`
    expect((await olga.post(path, { version: String(version) })).status).toBe(422)
    expect((await olga.post(path, { version: String(version), sure: 'yes' })).location).toBe(
      `${list}?done=removed`,
    )
    expect(await here.owner('select 1 from sign_in_providers')).toEqual([])
    expect((await here.stranger(english).get('/sign-in')).text).not.toContain('Continue with')
    expect((await olga.get('/operator/events')).text).toContain('removed Acme Login as a way to sign in')
  })
})
