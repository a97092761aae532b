import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CastMember } from '../world/world.ts'
import { complaintsOf, expectAccessible, type Look, type Stage, stage } from './stage.ts'

let set: Stage
let requestOfAcme = ''
/** Ben’s administration of ACME, which Ana proposes to end. */
let grantOfBen = ''
beforeAll(async () => {
  // Without a mail server, as the demo starts, so that its mailbox is there.
  set = await stage({ SMTP_URL: '' })
  await set.world.owner(`update accounts set show_administrators = 'RELAY' where identifier = 'acme.example'`)
  const [open] = await set.world.owner<{ id: string }>(
    `select r.id from access_requests r join accounts a on a.id = r.account_id
     where a.identifier = 'acme.example' and r.status = 'PENDING' order by r.id limit 1`,
  )
  requestOfAcme = open?.id ?? ''
  const [proposed] = await set.world.owner<{ id: string }>(
    `insert into administrator_removals (account_id, id, grant_id, proposed_by, reason, proposed_at, notice_ends_at,
       lapses_at)
     select g.account_id, gen_random_uuid(), g.id, ana.id, 'Has left for another company.', app_now(),
       app_now() + interval '4 days', app_now() + interval '7 days'
     from grants g join people ben on ben.id = g.person_id and ben.address = 'ben@acme.example', people ana
     where g.role = 'SA' and g.revoked_at is null and ana.address = 'ana@acme.example'
     returning grant_id as id`,
  )
  grantOfBen = proposed?.id ?? ''
})
afterAll(() => set[Symbol.asyncDispose]())

const pages: Record<CastMember | 'nobody', readonly string[]> = {
  nobody: [
    '/sign-in',
    '/sign-up',
    '/sign-up/sent',
    '/forgotten-password',
    '/mailbox',
    '/api',
    '/api/reference/tags',
    '/nowhere',
  ],
  raul: [
    '/',
    '/profile',
    '/profile/settings',
    '/profile/personal',
    '/profile/company',
    '/profile/preferences',
    '/profile/notifications',
    '/notifications',
    '/profile/address',
    '/profile/password',
    '/profile/sessions',
    '/profile/tokens',
    '/profile/tokens/new',
    '/access/smart-accounts',
    '/access/services-and-support',
    '/requests/new',
    '/new-account',
    '/new-account/mine',
    '/cases',
    '/cases/new',
    '/learn',
  ],
  luc: [
    '/',
    '/contact/acme.example',
    '/access/smart-accounts',
    '/directory',
    '/requests/several',
    '/requests/for-colleagues',
    '/requests/for-colleagues/new',
  ],
  ana: [
    '/',
    '/notifications',
    '/queue',
    '/accounts',
    '/accounts/acme.example',
    '/accounts/acme.example/edit',
    '/accounts/acme.example/virtual-accounts',
    '/accounts/acme.example/virtual-accounts/new',
    '/accounts/acme.example/requests',
    '/accounts/acme.example/users',
    '/accounts/acme.example/groups',
    '/accounts/acme.example/groups/new',
    '/accounts/acme.example/tags',
    '/accounts/acme.example/agreements',
    '/accounts/acme.example/events',
    '/accounts/acme.example/events/checks',
    '/accounts/acme.example/insights',
    '/accounts/acme.example/settings',
    '/accounts/acme.example/settings/times',
    '/accounts/acme.example/settings/administrators',
    '/accounts/acme.example/settings/backup-approvers',
    '/requests/:id',
    '/requests/:id/approve',
    '/requests/:id/decline',
    '/requests/:id/question',
    '/accounts/acme.example/prepared-texts',
    '/accounts/acme.example/prepared-texts/new',
    '/accounts/acme.example/messages',
    '/accounts/acme.example/grants/:grant/removal',
  ],
  ben: ['/accounts/acme.example/grants/:grant/removal', '/accounts/acme.example/grants/:grant/take-back'],
  vera: ['/queue', '/accounts'],
  carla: [],
  dmitri: [],
  zoe: ['/'],
  sam: ['/', '/support', '/support?show=waiting', '/support?show=mine', '/support?show=resolved'],
  olga: [
    '/',
    '/operator',
    '/operator/accounts/new',
    '/operator/accounts/acme.example',
    '/operator/people',
    '/operator/people/new',
    '/operator/trouble',
    '/operator/mails',
    '/operator/health',
    '/operator/applications',
    '/operator/agreements',
    '/operator/agreements/new',
    '/operator/settings',
    '/operator/settings/general',
    '/operator/settings/mail',
    '/operator/imports',
    '/account-changes',
    '/accounts/acme.example/change',
    '/accounts/acme.example/change/close',
    '/operator/events',
    '/operator/insights',
  ],
}

const looks: Look[] = [
  { locale: 'en', theme: 'light', width: 1280 },
  { locale: 'fr', theme: 'dark', width: 360 },
  { locale: 'fr', theme: 'light', width: 768 },
]

async function tour(who: CastMember | 'nobody', look: Look): Promise<void> {
  const page = who === 'nobody' ? await set.open(look) : await set.as(who, look)
  for (const path of pages[who]) {
    const address = path.replace(':id', requestOfAcme).replace(':grant', grantOfBen)
    const answer = await page.goto(`${set.world.base}${address}`)
    expect(answer?.status(), address).toBe(path === '/nowhere' ? 404 : 200)
    expect(await page.evaluate(() => scrollY), `how far ${address} is scrolled`).toBe(0)
    await expectAccessible(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, `${address} at ${look.width} px`).toBeLessThanOrEqual(0)
    expect(await page.title(), address).toMatch(/ – Vestibule$/)
    expect(await page.locator('h1').count(), `headings of ${address}`).toBe(1)
  }
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
}

describe.each(looks)('every page, in $locale, $theme, $width px wide', (look) => {
  for (const who of Object.keys(pages) as (CastMember | 'nobody')[]) {
    if (pages[who].length > 0) it(`is accessible and fits for ${who}`, () => tour(who, look))
  }
})
