import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  adds,
  type IdentityProvider,
  type SaidOf,
  startIdentityProvider,
  through,
} from '../../../test/world/identity-provider.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import { demoPassword } from '../../instance/demo/cast.ts'
import { erase } from '../../instance/erase/erase.ts'
import { mergePeople } from '../../instance/merge-people/merge-people.ts'
import type { PersonId } from '../../kernel/id.ts'
import { transact } from '../../platform/db/index.ts'
import type { ProviderId } from '../domain/provider.ts'
import { changeProvider } from '../keep-provider/keep-provider.ts'
import { findProvider } from '../providers/providers.store.ts'
import { forgetProvider } from '../providers/relying-party.ts'

let w: World
let acme: IdentityProvider
let globex: IdentityProvider
let ids: { acme: ProviderId; globex: ProviderId }
beforeAll(async () => {
  w = await world()
  ;[acme, globex] = [await startIdentityProvider(), await startIdentityProvider({ conform: true })]
  ids = {
    acme: await adds(w, acme, { domains: 'acme.example fresh.example' }),
    globex: await adds(w, globex, { name: 'Globex', domains: 'globex.example' }),
  }
})
afterAll(async () => {
  await w.end()
  await acme.stop()
  await globex.stop()
})
beforeEach(() => {
  acme.instead = undefined
  acme.isDown = false
})

const english = { 'Accept-Language': 'en' }
const ines: SaidOf = {
  sub: 'ines',
  email: 'ines@fresh.example',
  email_verified: true,
  given_name: 'Inès',
  family_name: 'Moreau',
  organization: 'Fresh Foods',
  locale: 'fr-CH',
}

type Way = { readonly visitor?: Visitor; readonly idp?: IdentityProvider; readonly next?: string }

/** Goes to the provider and gives where it sends the browser back to. */
async function goes(person: SaidOf | null, { visitor = w.stranger(english), idp = acme, next }: Way = {}) {
  idp.person = person
  const id = idp === acme ? ids.acme : ids.globex
  const query = next === undefined ? '' : `?next=${encodeURIComponent(next)}`
  const start = await visitor.get(`/sign-in/with/${id}${query}`)
  expect(start.status, start.text.slice(0, 500)).toBe(302)
  return { visitor, start: start.location ?? '', back: await through(start.location ?? '', w.base) }
}

/** Signs in with the provider, as a browser does. */
async function comes(person: SaidOf | null, way: Way = {}) {
  const { visitor, back } = await goes(person, way)
  return { visitor, back, answer: await visitor.get(back) }
}

const people = (address: string) =>
  w.owner<{ id: string; first_name: string; last_name: string; company: string; locale: string }>(
    `select id, first_name, last_name, company, locale from people where address = $1`,
    [address],
  )

describe('signing in with an organisation', () => {
  it('asks for a code, with a proof key, a state and a nonce, and remembers them in this browser alone', async () => {
    const { start, visitor } = await goes(ines)
    const asked = new URL(start).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${w.base}/sign-in/with/${ids.acme}/back`,
    })
    expect(asked.get('state')?.length).toBeGreaterThan(30)
    expect(asked.get('nonce')?.length).toBeGreaterThan(30)
    const kept = visitor.cookie('vestibule-with') ?? ''
    expect(kept).not.toBe('')
    expect(Buffer.from(kept, 'base64url').toString('latin1')).not.toContain(asked.get('state'))
  })

  it('makes somebody new known, in their language, with what the organisation says', async () => {
    const { visitor, answer } = await comes(ines, { next: '/profile?next=%2Fqueue' })
    expect([answer.status, answer.location]).toEqual([303, '/profile?next=%2Fqueue'])
    expect(visitor.cookie('vestibule-with')).toBeUndefined()
    const [person] = await people('ines@fresh.example')
    expect(person).toMatchObject({
      first_name: 'Inès',
      last_name: 'Moreau',
      company: 'Fresh Foods',
      locale: 'fr',
    })
    const { text } = await visitor.get('/profile')
    expect(text).toContain('Acme Login')
    const form = (await visitor.get('/profile/personal')).text
    expect(form).toMatch(/id="firstName"[^>]*readonly/)
    expect(form).not.toMatch(/name="firstName"/)
    expect(Visitor.fieldOf(form, 'preferredFirstName')).toBe('')
  })

  it('knows who comes again by the link, under whatever address, and takes over the new name', async () => {
    await comes(ines)
    const [before] = await people('ines@fresh.example')
    const { answer } = await comes({ ...ines, email: 'ines.k@fresh.example', family_name: 'Keller' })
    expect(answer.status).toBe(303)
    expect(await people('ines.k@fresh.example')).toEqual([])
    expect(await people('ines@fresh.example')).toEqual([{ ...before, last_name: 'Keller' }])
  })

  it('opens a new session each time, ends the one before, and records how', async () => {
    const { visitor } = await comes(ines)
    const first = visitor.cookie('vestibule-session')
    await comes(ines, { visitor })
    expect(visitor.cookie('vestibule-session')).not.toBe(first)
    const thief = w.stranger()
    thief.setCookie('vestibule-session', first ?? '')
    expect((await thief.get('/profile')).status).toBe(303)
    const [event] = await w.owner<{ facts: object }>(
      `select body::jsonb -> 'facts' as facts from events where type = 'person.signed-in' order by seq desc limit 1`,
    )
    expect(event?.facts).toEqual({ how: 'provider', providerId: ids.acme })
  })

  it('links whoever has the address already, who is told by mail and keeps the password', async () => {
    const luc = { sub: 'luc', email: 'Luc@ACME.example', email_verified: true, given_name: 'Luc' }
    const { visitor } = await comes(luc)
    await w.settle()
    expect((await visitor.get('/profile')).text).toContain('luc@acme.example')
    const told = w.mails.to('luc@acme.example').at(-1)
    expect(told?.headers.get('subject') ?? told?.text).toMatch(/your organisation/)
    const signedIn = await w
      .stranger()
      .post('/sign-in', { address: 'luc@acme.example', password: demoPassword })
    expect(signedIn.status).toBe(303)
  })

  it('voids the password of whoever signed up under an address that they never confirmed', async () => {
    await w.owner(`update people set verified_at = null where address = 'vera@acme.example'`)
    const hijacker = await w.as('vera')
    await comes({ sub: 'vera', email: 'vera@acme.example', email_verified: true })
    expect((await hijacker.get('/profile')).status).toBe(303)
    const password = await w
      .stranger()
      .post('/sign-in', { address: 'vera@acme.example', password: demoPassword })
    expect(password.status).toBe(422)
    const [row] = await w.owner(`select verified_at from people where address = 'vera@acme.example'`)
    expect(row?.['verified_at']).not.toBeNull()
  })

  it('ends a sign-up of somebody else that waits at the address', async () => {
    const names = { firstName: 'Nora', lastName: 'Lind', password: 'quiet lantern over mossy stairs' }
    await w.stranger().post('/sign-up', { ...names, address: 'nora@fresh.example' })
    await w.settle()
    await comes({ sub: 'nora', email: 'nora@fresh.example', email_verified: true })
    expect(await w.owner(`select 1 from links where address = 'nora@fresh.example'`)).toEqual([])
  })

  it('reads the rest about somebody where a provider signs only who it is', async () => {
    const { answer } = await comes(
      { sub: 'gus', email: 'gus@globex.example', email_verified: true, given_name: 'Gus' },
      { idp: globex },
    )
    expect(answer.status).toBe(303)
    expect(await people('gus@globex.example')).toMatchObject([{ first_name: 'Gus' }])
  })

  it('lets two first visits at once make one person', async () => {
    const twin = { sub: 'twin', email: 'twin@fresh.example', email_verified: true }
    const ways = [await goes(twin), await goes(twin)]
    const answers = await Promise.all(ways.map(({ visitor, back }) => visitor.get(back)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await people('twin@fresh.example')).toHaveLength(1)
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/%2f%2fevil.example'])(
    'never goes on to another host: %s',
    async (next) => {
      const { answer } = await comes(ines, { next })
      expect(new URL(answer.location ?? '', w.base).origin).toBe(w.base)
    },
  )
})

describe('whoever a provider vouches for in vain', () => {
  it.each([
    [
      'an address that is not verified',
      { email_verified: false },
      'does not say that your e-mail address is verified',
    ],
    [
      'no word whether it is',
      { email_verified: undefined },
      'does not say that your e-mail address is verified',
    ],
    ['no address', { email: undefined }, 'did not tell an e-mail address'],
    [
      'a domain it does not speak for',
      { email: 'ines@globex.example' },
      'does not speak here for the domain',
    ],
    ['a domain below its own', { email: 'ines@sub.fresh.example' }, 'does not speak here for the domain'],
  ])('with %s gets no session, and is told why', async (_, changes, said) => {
    const person = { ...ines, sub: 'stranger', ...changes }
    const before = await w.owner(`select count(*) from people`)
    const { visitor, answer } = await comes(person)
    expect(answer.status).toBe(403)
    expect(answer.text).toContain(said)
    expect(answer.text).toContain(`/sign-in/with/${ids.acme}`)
    expect(visitor.cookie('vestibule-session')).toBeUndefined()
    expect(await w.owner(`select count(*) from people`)).toEqual(before)
  })

  it('stays out while disabled, whether linked or not', async () => {
    await comes(ines)
    for (const [address, sub] of [
      ['ines@fresh.example', 'ines'],
      ['ben@acme.example', 'ben'],
    ] as const) {
      await w.owner(`update people set status = 'DISABLED' where address = $1`, [address])
      const { answer } = await comes({ sub, email: address, email_verified: true })
      expect([address, answer.status]).toEqual([address, 403])
      expect(answer.text).toContain('This identity cannot sign in here')
      await w.owner(`update people set status = 'ACTIVE' where address = $1`, [address])
    }
  })

  it('is not taken for who had the address before at the same provider, until that link is removed', async () => {
    const { visitor } = await comes(ines)
    const { answer } = await comes({ ...ines, sub: 'another-ines' })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('used to know you as somebody else')
    const removed = await visitor.post(`/profile/sign-ins/${ids.acme}/unlink`)
    expect(removed.location).toMatch(/^\/confirm-password/)
  })

  it('gets nowhere by a provider that is off', async () => {
    const { visitor } = await comes(ines)
    await w.owner(`update sign_in_providers set is_on = false where id = $1`, [ids.acme])
    expect((await w.stranger().get(`/sign-in/with/${ids.acme}`)).status).toBe(404)
    expect((await visitor.get('/profile')).status).toBe(200)
    await w.owner(`update sign_in_providers set is_on = true where id = $1`, [ids.acme])
  })
})

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
    const before = visitor.cookie('vestibule-session')
    const same = await way({ sub: 'op', email: 'op@fresh.example', email_verified: true })
    expect([same.status, same.location]).toEqual([303, '/profile/tokens/new'])
    expect(visitor.cookie('vestibule-session')).not.toBe(before)
    const unlinked = await visitor.post(`/profile/sign-ins/${ids.acme}/unlink`)
    expect(unlinked.location).toContain('done=unlinked')
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

describe('finding one’s organisation', () => {
  it('answers for the domain alone, the same whoever is known', async () => {
    const ask = async (address: string) => (await w.stranger(english).post('/sign-in/with', { address })).text
    const [known, unknown] = [await ask('gus@globex.example'), await ask('nobody@globex.example')]
    expect(known).toBe(unknown)
    expect(known).toContain('Continue with Globex')
    expect(await ask('ana@initech.example')).not.toContain('Continue with')
    expect((await w.stranger(english).post('/sign-in/with', { address: 'x' })).status).toBe(422)
  })
})
