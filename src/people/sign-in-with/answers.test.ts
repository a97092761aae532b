import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { IdentityProvider, SaidOf } from '../../../test/world/identity-provider.ts'
import { through } from '../../../test/world/identity-provider.ts'
import { approves, asks } from '../../../test/world/acts.ts'
import { ines, type Organisations, organisations, peopleAt } from '../../../test/world/organisations.ts'
import type { World } from '../../../test/world/world.ts'
import { erase } from '../../instance/erase/erase.ts'
import { mergePeople } from '../../instance/merge-people/merge-people.ts'
import type { PersonId } from '../../kernel/id.ts'
import { transact } from '../../platform/db/index.ts'
import { changeProvider } from '../keep-provider/keep-provider.ts'
import { findProvider } from '../providers/providers.store.ts'
import { forgetProvider } from '../providers/relying-party.ts'

let here: Organisations
let w: World
let acme: IdentityProvider
let globex: IdentityProvider
let ids: Organisations['ids']
beforeAll(async () => {
  here = await organisations()
  ;({ w, acme, globex, ids } = here)
})
afterAll(() => here[Symbol.asyncDispose]())
beforeEach(() => {
  acme.instead = undefined
  acme.isDown = false
})
const english = { 'Accept-Language': 'en' }
const goes: Organisations['goes'] = (person, way) => here.goes(person, way)
const comes: Organisations['comes'] = (person, way) => here.comes(person, way)
const people = (address: string) => peopleAt(w, address)

describe('an answer of a provider', () => {
  it('counts once, also of two at once', async () => {
    const { visitor, back } = await goes(ines)
    const kept = visitor.cookie('vestibule-with') ?? ''
    const twin = w.stranger()
    twin.setCookie('vestibule-with', kept)
    const answers = await Promise.all([visitor.get(back), twin.get(back)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410])
    visitor.setCookie('vestibule-with', kept)
    expect((await visitor.get(back)).status).toBe(410)
  })

  it('counts in the browser that went, and with the state that it went with', async () => {
    const [mine, other] = [await goes(ines), await goes(ines)]
    expect((await w.stranger().get(mine.back)).status).toBe(410)
    expect((await mine.visitor.get(other.back)).status).toBe(410)
    expect((await mine.visitor.get(mine.back.replace(/state=[^&]*/, 'state=mine'))).status).toBe(410)
    expect((await mine.visitor.get(mine.back)).status).toBe(303)
  })

  it('counts for ten minutes', async () => {
    const { visitor, back } = await goes(ines)
    await w.setClock('11 minutes')
    expect((await visitor.get(back)).status).toBe(410)
    await w.setClock('0 seconds')
  })

  it('counts with the nonce that it was asked with', async () => {
    const { visitor, start } = await goes(ines)
    const forged = new URL(start)
    forged.searchParams.set('nonce', 'planted')
    const answer = await visitor.get(await through(forged.href, w.base))
    expect(answer.status).toBe(400)
    expect(visitor.cookie('vestibule-session')).toBeUndefined()
  })

  it('of one provider is none of another', async () => {
    const { visitor, back } = await goes(ines)
    const mixed = back.replace(ids.acme, ids.globex)
    expect((await visitor.get(mixed)).status).toBe(410)
    const issuer = back.replace(/iss=[^&]*/, `iss=${encodeURIComponent(globex.issuer)}`)
    expect(issuer).not.toBe(back)
    expect((await visitor.get(issuer)).status).toBe(400)
  })

  it('that is signed with a key that the provider does not publish is not believed', async () => {
    const { visitor, back } = await goes(ines)
    const keys = await (await fetch(`${globex.issuer}/jwks`)).text()
    forgetProvider(ids.acme)
    acme.instead = (path) => (path === '/jwks' ? { status: 200, body: keys } : undefined)
    const answer = await visitor.get(back)
    expect(answer.status).toBe(400)
    expect(visitor.cookie('vestibule-session')).toBeUndefined()
    forgetProvider(ids.acme)
  })

  it('that says no leads to a page that says so, with nothing of what the provider wrote', async () => {
    const { answer, back } = await comes(null)
    expect(back).toContain('error=access_denied')
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('did not agree')
    expect(answer.text).not.toContain('access_denied')
  })

  it('that the provider signed at another time than ours is not believed', async () => {
    await w.setClock('30 minutes')
    forgetProvider(ids.acme)
    const { answer } = await comes(ines)
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('one of the clocks is wrong')
    forgetProvider(ids.acme)
    await w.setClock('0 seconds')
  })

  it('is told in French, too', async () => {
    const { answer } = await comes(null, { visitor: w.stranger({ 'Accept-Language': 'fr' }) })
    expect(answer.text).toContain('ne vous a pas connecté')
  })
})

describe('a provider that does not answer as it should', () => {
  it.each([
    ['breaks', { status: 500, body: '<h1>Boom</h1>', type: 'text/html' }, 400],
    ['describes another issuer', { status: 200, body: '{"issuer":"https://evil.example"}' }, 400],
    ['sends people on by plain http', { status: 302, body: '' }, 400],
  ] as const)('and %s leads to a page, not to it', async (_, answer, status) => {
    forgetProvider(ids.acme)
    acme.instead = (path) => (path.includes('.well-known') ? answer : undefined)
    const page = await w.stranger(english).get(`/sign-in/with/${ids.acme}`)
    expect(page.status).toBe(status)
    expect(page.text).not.toContain('Boom')
    expect(page.text).toContain('Sign in another way')
    forgetProvider(ids.acme)
  })

  it('and hangs up leads to a page that says so', async () => {
    forgetProvider(ids.acme)
    acme.isDown = true
    const page = await w.stranger(english).get(`/sign-in/with/${ids.acme}`)
    expect(page.status).toBe(503)
    expect(page.text).toContain('did not answer in time')
    forgetProvider(ids.acme)
  })

  it('has its secret kept where nobody reads it', async () => {
    const [row] = await w.owner(`select client_secret from sign_in_providers where id = $1`, [ids.acme])
    expect(row?.['client_secret']).not.toContain('secret')
    expect(w.log.join('')).not.toContain(acme.clientSecret)
    const sealed = row?.['client_secret'] as string
    await w.owner(`update sign_in_providers set client_secret = 'x' || client_secret where id = $1`, [
      ids.acme,
    ])
    const page = await w.stranger(english).get(`/sign-in/with/${ids.acme}`)
    expect([page.status, page.text.includes('enter the secret of Acme Login again')]).toEqual([503, true])
    await w.owner(`update sign_in_providers set client_secret = $1 where id = $2`, [sealed, ids.acme])
  })
})

describe('a step that asks who somebody is', () => {
  it('is confirmed at the provider by whoever has no password, and only by them', async () => {
    const { visitor } = await comes({ sub: 'op', email: 'op@fresh.example', email_verified: true })
    const page = await visitor.get('/confirm-password?next=%2Fprofile%2Ftokens%2Fnew')
    expect(page.text).not.toContain('name="password"')
    const path =
      /href="(\/confirm-password\/with\/[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const way = async (person: SaidOf) => {
      acme.person = person
      const start = await visitor.get(path)
      expect(new URL(start.location ?? '').searchParams.get('prompt')).toBe('login')
      return visitor.get(await through(start.location ?? '', w.base))
    }
    const other = await way(ines)
    expect([other.status, other.text.includes('named somebody else')]).toEqual([403, true])
    const quiet = new URL((await visitor.get(path)).location ?? '')
    for (const asked of ['prompt', 'max_age']) quiet.searchParams.delete(asked)
    const remembered = await visitor.get(await through(quiet.href, w.base))
    expect([remembered.status, remembered.text.includes('did not ask you to show anew')]).toEqual([403, true])
    const before = visitor.cookie('vestibule-session')
    const same = await way({ sub: 'op', email: 'op@fresh.example', email_verified: true })
    expect([same.status, same.location]).toEqual([303, '/profile/tokens/new'])
    expect(visitor.cookie('vestibule-session')).not.toBe(before)
    expect((await visitor.get('/profile/password')).text).toContain('You have no password')
    const unlinked = await visitor.post(`/profile/sign-ins/${ids.acme}/unlink`)
    expect(unlinked.location).toContain('done=unlinked')
  })

  it('is confirmed there before somebody is made an administrator, too', async () => {
    const request = await asks(w, 'raul')
    const person = { sub: 'ana', email: 'ana@acme.example', email_verified: true }
    const { visitor: ana } = await comes(person)
    const asked = await approves(ana, request, { role: 'SA' })
    expect(asked.location).toMatch(/^\/confirm-password\?next=/)
    const page = (await ana.get(asked.location ?? '')).text
    expect(page).toContain('name="password"')
    const path = /href="(\/confirm-password\/with\/[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const start = await ana.get(path)
    expect((await ana.get(await through(start.location ?? '', w.base))).location).toContain(request)
    const approved = await approves(ana, request, { role: 'SA' })
    // What is asked now is whether they mean it, no longer who they are.
    expect(approved.text).toContain('This is the first of two approvals')
  })
})

describe('a provider that an operator changes', () => {
  it('lets nobody in for a domain that it no longer speaks for, and ends its sessions when it is off', async () => {
    const { visitor } = await comes(ines)
    const provider = await findProvider(w.db, ids.acme)
    const wanted = { ...acme, name: 'Acme Login', clientSecret: '', isOn: true, domains: 'acme.example' }
    const change = (changes: object, version: number) =>
      transact(w.db, (tx) =>
        changeProvider(tx, null, { id: ids.acme, version, wanted: { ...wanted, ...changes } }, w.platform),
      )
    expect(await change({}, provider?.version ?? 0)).toMatchObject({
      ok: true,
      value: { lost: ['fresh.example'] },
    })
    expect((await comes(ines)).answer.status).toBe(403)
    expect((await visitor.get('/profile')).status).toBe(200)
    expect((await change({ isOn: false }, (provider?.version ?? 0) + 1)).ok).toBe(true)
    expect((await visitor.get('/profile')).status).toBe(303)
    const [row] = await w.owner(`select owned_fields from people where address = 'ines@fresh.example'`)
    expect(row?.['owned_fields']).toEqual({})
  })
})

describe('the link with an organisation', () => {
  const linked = (sub: string) =>
    w.owner<{ address: string }>(
      `select p.address from auth.account a join people p on p.id = a."userId" where a."accountId" = $1`,
      [sub],
    )
  const idAt = async (address: string) => (await people(address))[0]?.id as PersonId

  it('goes to whoever stays when two identities are one person, and signs in as them', async () => {
    await comes({ sub: 'lena-2', email: 'lena.f@globex.example', email_verified: true }, { idp: globex })
    const [stays, goes] = [await idAt('lena@globex.example'), await idAt('lena.f@globex.example')]
    expect((await transact(w.db, (tx) => mergePeople(tx, null, { stays, goes }))).ok).toBe(true)
    expect(await linked('lena-2')).toEqual([{ address: 'lena@globex.example' }])
    const { visitor } = await comes(
      { sub: 'lena-2', email: 'lena.f@globex.example', email_verified: true },
      { idp: globex },
    )
    expect((await visitor.get('/profile')).text).toContain('lena@globex.example')
  })

  it('is erased with its person; the provider then vouches for somebody new', async () => {
    const hugo = { sub: 'hugo', email: 'hugo@globex.example', email_verified: true }
    await comes(hugo, { idp: globex })
    const before = await idAt(hugo.email)
    expect((await transact(w.db, (tx) => erase(tx, null, before))).ok).toBe(true)
    expect(await linked('hugo')).toEqual([])
    expect((await comes(hugo, { idp: globex })).answer.status).toBe(303)
    expect(await idAt(hugo.email)).not.toBe(before)
  })
})
