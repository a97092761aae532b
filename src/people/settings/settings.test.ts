import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { goodPassword, linkFor, open } from '../../../test/world/links.ts'
import { type World, world } from '../../../test/world/world.ts'
import { demoPassword } from '../../instance/demo/cast.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())
beforeEach(async () => {
  await w.owner('delete from limits')
  await w.setClock('0 seconds')
})

describe('changing the password', () => {
  it('needs the current one, ends the other sessions, and goes on under a new one', async () => {
    const [here, there] = [await w.as('luc'), await w.as('luc')]
    const before = here.cookie('vestibule-session') ?? ''
    const wrong = await here.post('/profile/password', {
      currentPassword: 'not this one',
      password: goodPassword,
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('This is not your password')
    const right = await here.post('/profile/password', {
      currentPassword: demoPassword,
      password: goodPassword,
    })
    expect(right.location).toBe('/profile/settings?done=password')
    expect((await here.get('/profile/settings?done=password')).text).toContain('Your password is changed')
    expect((await there.get('/profile')).status).toBe(303)
    const thief = w.stranger()
    thief.setCookie('vestibule-session', before)
    expect((await thief.get('/profile')).status).toBe(303)
    await w.settle()
    expect(w.mails.to('luc@acme.example').at(-1)?.subject).toBe('Your password was changed')
  })
})

describe('changing the address', () => {
  it('counts only once the new address has proven itself, and the old one is told', async () => {
    const dmitri = await w.as('dmitri')
    const asked = await dmitri.post('/profile/address', { address: 'dmitri@new-initech.example' })
    expect(asked.location).toBe('/profile/settings?done=address-asked')
    expect((await dmitri.get('/profile')).text).toContain('dmitri@initech.example')
    const page = await open(dmitri, await linkFor(w, 'dmitri@new-initech.example'))
    expect(page.path).toBe('/confirm-address')
    expect((await dmitri.post('/confirm-address')).location).toBe('/profile/settings?done=address')
    expect((await dmitri.get('/profile')).text).toContain('dmitri@new-initech.example')
    await w.settle()
    expect(w.mails.to('dmitri@initech.example').at(-1)?.subject).toBe('Your address was changed')
    const signIn = { address: 'dmitri@new-initech.example', password: demoPassword }
    expect((await w.stranger().post('/sign-in', signIn)).status).toBe(303)
  })

  it('cannot be confirmed by somebody else', async () => {
    const [zoe, raul] = [await w.as('zoe'), await w.as('raul')]
    await zoe.post('/profile/address', { address: 'zoe@another.example' })
    const link = await linkFor(w, 'zoe@another.example')
    expect((await open(raul, link)).status).toBe(410)
    await raul.get(link)
    expect((await raul.post('/confirm-address')).status).toBe(410)
    expect((await open(w.stranger(), link)).location).toBe('/sign-in?next=%2Fconfirm-address')
    await open(zoe, link)
    expect((await zoe.post('/confirm-address')).status).toBe(303)
  })

  it('is left to the system that keeps the address', async () => {
    const owned = { address: { system: 'the directory', href: 'https://directory.example/me' } }
    await w.owner(`update people set owned_fields = $1 where address like 'olga@%'`, [JSON.stringify(owned)])
    const olga = await w.as('olga')
    const page = (await olga.get('/profile/settings')).text
    expect(page).toContain('Kept by the directory')
    expect(page).not.toContain('href="/profile/address"')
    expect((await olga.post('/profile/address', { address: 'olga@new.example' })).location).toBe(
      '/profile/settings',
    )
    expect((await olga.get('/profile')).text).toContain('Kept by the directory')
  })

  it('says nothing about whose address it is already, and tells that person', async () => {
    const raul = await w.as('raul')
    const taken = await raul.post('/profile/address', { address: 'ben@acme.example' })
    const free = await raul.post('/profile/address', { address: 'free@acme.example' })
    expect([taken.status, taken.location]).toEqual([free.status, free.location])
    await w.settle()
    expect(w.mails.to('ben@acme.example').at(-1)?.subject).toBe('You already have an account')
  })
})

describe('language, time zone and theme', () => {
  it('are kept with the profile and used at once', async () => {
    const vera = await w.as('vera')
    const saved = await vera.post('/profile/preferences', { locale: 'fr', timeZone: 'America/New_York' })
    expect(saved.status).toBe(303)
    const page = await vera.get('/profile/settings?done=preferences')
    expect(page.text).toContain('Vos paramètres sont enregistrés.')
    expect(page.text).toContain('<option value="America/New_York" selected="">')
    await vera.post('/language', { locale: 'en', return: '/profile' })
    expect((await vera.get('/profile')).text).toContain('Profile Management')
  })

  it('work for strangers, and lead back to one of our pages only', async () => {
    const stranger = w.stranger()
    const answer = await stranger.post('/language', { locale: 'fr', return: '/sign-in?next=%2Fprofile' })
    expect(answer.location).toBe('/sign-in?next=%2Fprofile')
    expect((await stranger.get('/sign-in')).text).toContain('Se connecter')
    expect((await stranger.post('/theme', { theme: 'dark', return: '//evil.example' })).location).toBe('/')
    expect((await stranger.get('/sign-in')).text).toContain('data-theme="dark"')
  })
})

describe('sessions', () => {
  it('are listed for their owner, who can end one, or all others', async () => {
    const firefox = { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0' }
    const sam = w.stranger(firefox)
    await sam.post('/sign-in', { address: 'sam@support.example', password: demoPassword })
    const [second, third] = [await w.as('sam'), await w.as('sam')]
    const page = await sam.get('/profile/sessions')
    expect(page.text).toContain('Firefox, Windows')
    expect(page.text).toContain('This session')
    const other = /name="which" value="([0-9a-f-]{36})"/.exec(page.text)?.[1] ?? ''
    await sam.post('/profile/sessions/end', { which: other })
    const left = [(await second.get('/profile')).status, (await third.get('/profile')).status].sort()
    expect(left).toEqual([200, 303])
    await sam.post('/profile/sessions/end', { which: 'others' })
    expect((await second.get('/profile')).status).toBe(303)
    expect((await third.get('/profile')).status).toBe(303)
    expect((await sam.get('/profile')).status).toBe(200)
  })

  it('of somebody else cannot be ended', async () => {
    const [raul, carla] = [await w.as('raul'), await w.as('carla')]
    const page = await carla.get('/profile/sessions')
    expect(page.status).toBe(200)
    const [row] = await w.owner<{ id: string }>(
      `select s.id from auth.session s join people p on p.id = s."userId" where p.address like 'carla@%' and "endedAt" is null`,
    )
    await raul.post('/profile/sessions/end', { which: row?.id ?? '' })
    expect((await carla.get('/profile')).status).toBe(200)
  })
})
