import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IdentityProvider } from '../../../test/world/identity-provider.ts'
import { ines, type Organisations, organisations, peopleAt } from '../../../test/world/organisations.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import type { World } from '../../../test/world/world.ts'
import { demoPassword } from '../../instance/demo/cast.ts'

let here: Organisations
let w: World
let globex: IdentityProvider
let ids: Organisations['ids']
beforeAll(async () => {
  here = await organisations()
  ;({ w, globex, ids } = here)
})
afterAll(() => here[Symbol.asyncDispose]())
const english = { 'Accept-Language': 'en' }
const goes: Organisations['goes'] = (person, way) => here.goes(person, way)
const comes: Organisations['comes'] = (person, way) => here.comes(person, way)
const people = (address: string) => peopleAt(w, address)

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
