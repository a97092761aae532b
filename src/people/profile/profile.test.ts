import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../../test/world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

describe('Manage Profile', () => {
  it('shows the menu and the two cards as the screens are known, in both languages', async () => {
    const zoe = await w.as('zoe')
    await zoe.post('/language', { locale: 'en', return: '/' })
    const en = (await zoe.get('/profile')).text
    for (const words of ['Profile Management', 'Home', 'Personal', 'Settings', 'Access Management'])
      expect(en).toContain(words)
    for (const words of [
      'Your Personal Details',
      'Your Company Details',
      'Preferred first name',
      'Country or region',
      'Site address',
      'Company phone',
    ])
      expect(en).toContain(words)
    await zoe.post('/language', { locale: 'fr', return: '/' })
    const fr = (await zoe.get('/profile')).text
    for (const words of [
      'Gestion du profil',
      'Accueil',
      'Paramètres',
      'Gestion des accès',
      'Prénom usuel',
      'Pays ou région',
    ])
      expect(fr).toContain(words)
    expect(fr).not.toContain('Profile Management')
  })

  it('saves a card and says so', async () => {
    const zoe = await w.as('zoe')
    await zoe.post('/language', { locale: 'fr', return: '/' })
    const saved = await zoe.post('/profile/company', {
      company: '  Elsewhere   & Co ',
      country: 'CH',
      siteAddress: 'Rue du Rhône 1, Genève',
      companyPhone: '+41 22 123 45 67 poste 8',
    })
    expect(saved.location).toBe('/profile?done=saved')
    const page = (await zoe.get('/profile?done=saved')).text
    for (const words of [
      'Elsewhere &amp; Co',
      'Suisse',
      'Rue du Rhône 1',
      '+41 22 123 45 67 poste 8',
      'enregistrées',
    ])
      expect(page).toContain(words)
  })

  it('leads back to the page that one came from', async () => {
    const zoe = await w.as('zoe')
    expect((await zoe.get('/profile?next=%2Frequests%2Fnew')).text).toContain('href="/requests/new"')
    const form = { firstName: 'Zoé', lastName: 'Martin', preferredFirstName: '', next: '/requests/new' }
    expect((await zoe.post('/profile/personal', form)).location).toBe('/requests/new')
    const evil = { ...form, next: '//evil.example' }
    expect((await zoe.post('/profile/personal', evil)).location).toBe('/profile?done=saved')
  })

  it.each([
    ['personal', { firstName: '' }],
    ['personal', { firstName: 'x'.repeat(61) }],
    ['personal', { firstName: 'Acme Security: go to http://evil.example' }],
    ['personal', { preferredFirstName: 'A\u202eB' }],
    ['company', { company: 'See https://evil.example' }],
    ['company', { company: 'x'.repeat(121) }],
    ['company', { country: 'Mars' }],
    ['company', { companyPhone: 'call me' }],
    ['company', { siteAddress: 'x'.repeat(201) }],
  ])('refuses in %s what cannot be: %o', async (card, wrong) => {
    const zoe = await w.as('zoe')
    const right =
      card === 'personal'
        ? { firstName: 'Zoé', lastName: 'Martin', preferredFirstName: '' }
        : { company: 'Elsewhere', country: 'FR', siteAddress: '', companyPhone: '' }
    const answer = await zoe.post(`/profile/${card}`, { ...right, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('aria-invalid="true"')
  })

  it('shows hostile text as text', async () => {
    const zoe = await w.as('zoe')
    const form = { company: `"'&{{x}} \${y}`, country: 'FR', siteAddress: '', companyPhone: '' }
    expect((await zoe.post('/profile/company', form)).status).toBe(303)
    expect((await zoe.get('/profile')).text).toContain('&quot;&#39;&amp;{{x}} ${y}')
    expect((await zoe.post('/profile/company', { ...form, company: '<script>' })).status).toBe(422)
  })

  it('shows a field that another system keeps as read-only, with the way there, and never changes it', async () => {
    const owned = { company: { system: 'HR', href: 'https://hr.example/me' }, country: { system: 'HR' } }
    await w.owner(`update people set owned_fields = $1 where address like 'carla@%'`, [JSON.stringify(owned)])
    const carla = await w.as('carla')
    const page = (await carla.get('/profile/company')).text
    expect(page).toContain('Kept by HR')
    expect(page).toContain('href="https://hr.example/me"')
    expect(page).not.toContain('name="company"')
    const tried = await carla.post('/profile/company', {
      company: 'Mine',
      siteAddress: 'Here',
      companyPhone: '',
    })
    expect(tried.status).toBe(303)
    const [row] = await w.owner<{ company: string; site_address: string }>(
      `select company, site_address from people where address like 'carla@%'`,
    )
    expect(row?.company).not.toBe('Mine')
    expect(row?.site_address).toBe('Here')
  })

  it('records which fields changed, never what they say', async () => {
    const ben = await w.as('ben')
    await ben.post('/profile/company', {
      company: 'A very secret name',
      country: 'FR',
      siteAddress: '',
      companyPhone: '',
    })
    const events = await w.owner<{ body: string }>(
      `select body from events where type = 'person.details-changed'`,
    )
    expect(events.some(({ body }) => body.includes('"company"'))).toBe(true)
    expect(events.some(({ body }) => body.includes('secret'))).toBe(false)
  })
})
