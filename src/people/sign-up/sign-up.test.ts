import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodPassword, linkFor, open, toNextWindow } from '../../../test/world/links.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const form = (address: string) => ({ firstName: 'Nora', lastName: 'Lind', address, password: goodPassword })
const forget = () => w.owner('delete from limits')

describe('signing up', () => {
  it('makes a person once the link is opened and the button pressed, and signs them in', async () => {
    const nora = w.stranger({ 'Accept-Language': 'fr' })
    const asked = await nora.post('/sign-up', { ...form(' Nora@ACME.example '), timeZone: 'Asia/Kathmandu' })
    expect([asked.status, asked.location]).toEqual([303, '/sign-up/sent'])
    expect(await w.owner("select 1 from people where address = 'nora@acme.example'")).toEqual([])
    const page = await open(nora, await linkFor(w, 'nora@acme.example'))
    expect(page.path).toBe('/verify-address')
    expect(page.text).toContain('nora@acme.example')
    expect(page.text).not.toContain('type="password"')
    expect((await nora.post('/verify-address')).location).toBe('/profile')
    const profile = await nora.get('/profile')
    expect(profile.text).toContain('Gestion du profil')
    expect(profile.text).toContain('Nora')
    const [row] = await w.owner<{ locale: string; zone: string; verified: boolean; email: string }>(
      `select p.locale, p.time_zone as zone, p.verified_at is not null as verified, u.email from people p join auth."user" u on u.id = p.id
       where p.address = 'nora@acme.example'`,
    )
    expect(row).toEqual({ locale: 'fr', zone: 'Asia/Kathmandu', verified: true, email: 'nora@acme.example' })
  })

  it('answers the same for an address that has an account, which is told by mail', async () => {
    const known = await w.stranger().post('/sign-up', form('ana@acme.example'))
    const unknown = await w.stranger().post('/sign-up', form('somebody@new.example'))
    expect([known.status, known.location, known.text]).toEqual([
      unknown.status,
      unknown.location,
      unknown.text,
    ])
    await w.settle()
    expect(w.mails.to('ana@acme.example').at(-1)?.subject).toBe('You already have an account')
    expect(w.mails.to('somebody@new.example').at(-1)?.subject).toBe('Confirm your address')
    const { rows } = { rows: await w.owner("select 1 from people where address = 'ana@acme.example'") }
    expect(rows).toHaveLength(1)
  })

  it('voids the password of whoever signed up when the link is opened in another browser', async () => {
    await forget()
    const attacker = w.stranger()
    await attacker.post('/sign-up', form('victim@acme.example'))
    const victim = w.stranger()
    const page = await open(victim, await linkFor(w, 'victim@acme.example'))
    expect(page.text).toContain('type="password"')
    expect((await victim.post('/verify-address')).status).toBe(422)
    const own = 'another lantern under the stairs'
    const anew = { firstName: 'Vic', lastName: 'Tim', password: own }
    expect((await victim.post('/verify-address', anew)).status).toBe(303)
    const tried = await attacker.post('/sign-in', { address: 'victim@acme.example', password: goodPassword })
    expect(tried.status).toBe(422)
    const mine = await w.stranger().post('/sign-in', { address: 'victim@acme.example', password: own })
    expect(mine.status).toBe(303)
  })

  it('signs nobody in before the address is confirmed, with the words of a wrong password', async () => {
    await forget()
    await w.stranger().post('/sign-up', form('early@acme.example'))
    const early = await w
      .stranger()
      .post('/sign-in', { address: 'early@acme.example', password: goodPassword })
    const wrong = await w
      .stranger()
      .post('/sign-in', { address: 'never@acme.example', password: goodPassword })
    expect(early.status).toBe(422)
    expect(early.text.replaceAll('early@', 'never@')).toBe(wrong.text)
  })

  it.each([
    ['an address without a domain', { address: 'nora' }, 'Enter an e-mail address'],
    [
      'a full-width at sign that folds to a second one',
      { address: 'a@evil.example＠x.example' },
      'such as name@',
    ],
    ['two addresses', { address: 'a@x.example,b@x.example' }, 'such as name@'],
    ['a link in a name', { firstName: 'See http://evil.example' }, 'letters only'],
    ['an address in a name', { lastName: 'me@evil.example' }, 'letters only'],
    ['a name that reads backwards', { firstName: 'A‮B' }, 'invisible'],
    ['two alphabets in one word', { firstName: 'Аna' }, 'alphabets'],
    ['no name', { lastName: '  ' }, 'Enter your last name'],
    ['a short password', { password: 'short' }, 'at least 12'],
    ['a password of the address', { password: 'Nora@acme.example1' }, 'from your name'],
    ['a password of keys in a row', { password: 'qwertyuiopasdfgh' }, 'row of keys'],
    ['a password that everybody has', { password: 'Password-2026-!' }, 'easy to guess'],
  ])('refuses %s, at the field, and keeps what was typed but the password', async (_, wrong, message) => {
    const typed = { ...form('keep@acme.example'), ...wrong }
    const answer = await w.stranger().post('/sign-up', typed)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(message)
    expect(answer.text).toContain('id="error-summary-title"')
    expect(answer.text).not.toContain(typed.password.length > 8 ? typed.password : goodPassword)
  })

  it('refuses fields that nobody has, and a field twice', async () => {
    const role = await w.stranger().post('/sign-up', { ...form('x@acme.example'), isOperator: 'true' })
    const twice = await w
      .stranger()
      .post('/sign-up', { ...form('x@acme.example'), address: ['a@b.example', 'c@d.example'] })
    expect([role.status, twice.status]).toEqual([422, 422])
  })

  it('sends an address three mails in six hours, and says the same whoever has it', async () => {
    await forget()
    await w.setClock(`${toNextWindow(6 * 3_600)} seconds`)
    const answers = []
    for (let i = 0; i < 4; i++) answers.push(await w.stranger().post('/sign-up', form('bombed@acme.example')))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 429])
    expect(Number(answers[3]?.headers.get('Retry-After'))).toBeGreaterThan(0)
  })
})
