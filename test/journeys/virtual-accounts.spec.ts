import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaintsOf, expectAccessible, type Look, type Stage, stage } from './stage.ts'

const words = {
  en: {
    tab: 'Virtual Accounts',
    add: 'Add one below',
    press: 'Add',
    name: 'Name',
    made: 'Added.',
    move: 'Move',
    look: 'See what would change',
    loses: 'Virtual Account Administrator',
    go: 'Move it',
    moved: 'Moved.',
    close: 'Close',
    really: 'Close the virtual account',
    closed: 'Closed.',
    edit: 'Edit',
    contact: 'Contact’s e-mail address',
    save: 'Save',
    waits: /Not confirmed yet/,
  },
  fr: {
    tab: 'Comptes virtuels',
    add: 'En ajouter un en dessous',
    press: 'Ajouter',
    name: 'Nom',
    made: 'Ajouté.',
    move: 'Déplacer',
    look: 'Voir ce qui changerait',
    loses: 'Administrateur du compte virtuel',
    go: 'Déplacer',
    moved: 'Déplacé.',
    close: 'Fermer',
    really: 'Fermer le compte virtuel',
    closed: 'Fermé.',
    edit: 'Modifier',
    contact: /^Adresse e-mail du contact/,
    save: 'Enregistrer',
    waits: /Pas encore confirmée/,
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())

const main = (page: Page) => page.locator('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => main(page).getByRole('link', { name, exact: true }).click()

type Words = (typeof words)['en' | 'fr']

let isScripted = true
// What looks at a page for barriers is a script itself.
const expectOpen = (page: Page) => (isScripted ? expectAccessible(page) : Promise.resolve())

async function growAndPrune(page: Page, w: Words, name: string): Promise<void> {
  await page.goto(`${set.world.base}/accounts/acme.example`)
  await follow(page, w.tab)
  await expectOpen(page)
  await follow(page, 'Paris')
  await follow(page, w.add)
  await page.getByLabel(w.name, { exact: true }).fill(name)
  await expectOpen(page)
  await press(page, w.press)
  await expect.poll(() => main(page).innerText()).toContain(w.made)
  await follow(page, w.move)
  await main(page).getByLabel('Lyon', { exact: true }).check()
  await press(page, w.look)
  await expect.poll(() => main(page).innerText()).toContain(w.loses)
  await expectOpen(page)
  await press(page, w.go)
  await expect.poll(() => main(page).innerText()).toContain(w.moved)
  await follow(page, w.close)
  await expectOpen(page)
  await press(page, w.really)
  await expect.poll(() => main(page).innerText()).toContain(w.closed)
}

async function nameContact(page: Page, w: Words, address: string): Promise<void> {
  await page.goto(`${set.world.base}/accounts/acme.example`)
  await follow(page, w.edit)
  await page.getByLabel(w.contact).fill(address)
  await expectOpen(page)
  await press(page, w.save)
  await expect.poll(() => main(page).innerText()).toMatch(w.waits)
  await expectOpen(page)
}

const looks: Look[] = [
  { locale: 'en', theme: 'light', width: 1280 },
  { locale: 'fr', theme: 'dark', width: 360, scripts: false },
]

describe('an account administrator', () => {
  it.each(looks)('adds, moves and closes a virtual account, and names a contact ($locale)', async (look) => {
    isScripted = look.scripts !== false
    const page = await set.as('ana', look)
    const w = words[look.locale ?? 'en']
    await growAndPrune(page, w, `Nord ${look.locale}`)
    await nameContact(page, w, `desk-${look.locale}@acme.example`)
    expect(complaintsOf(page)).toEqual([])
  })
})

describe('somebody with several accounts', () => {
  it('goes from one to another by the list in the header, with the keyboard alone', async () => {
    await set.world.owner(
      `insert into grants (account_id, id, person_id, role, source)
       select a.id, gen_random_uuid(), p.id, 'SA', 'DIRECT' from accounts a, people p
       where a.identifier = 'globex.example' and p.address = 'ben@acme.example'`,
    )
    isScripted = true
    const page = await set.as('ben', { width: 360 })
    await page.goto(`${set.world.base}/accounts/acme.example`)
    await page.keyboard.press('s')
    await expectOpen(page)
    await page.keyboard.type('globex')
    await page.keyboard.press('Enter')
    await main(page).getByRole('link', { name: 'Globex', exact: false }).first().click()
    await expect.poll(() => page.url()).toContain('/accounts/globex.example')
    await page.locator('details.accounts summary').click()
    await page.locator('details.accounts').getByRole('link', { name: 'ACME' }).click()
    await expect.poll(() => page.url()).toContain('/accounts/acme.example')
    expect(complaintsOf(page)).toEqual([])
  })
})

describe('the tree of virtual accounts', () => {
  it('is walked by the arrow keys, Home, End and letters', async () => {
    isScripted = true
    const page = await set.as('ana')
    await page.goto(`${set.world.base}/accounts/acme.example/virtual-accounts`)
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim())
    await main(page).getByRole('link', { name: 'DEFAULT', exact: true }).focus()
    const walk: readonly [key: string, to: string][] = [
      ['ArrowUp', 'DEFAULT'],
      ['ArrowDown', 'Lyon'],
      ['p', 'Paris'],
      ['ArrowRight', 'Paris Lab'],
      ['ArrowLeft', 'Paris'],
      ['ArrowLeft', 'Paris'],
      ['End', 'Paris'],
      ['ArrowRight', 'Paris'],
      ['End', 'Paris Lab'],
      ['Home', 'DEFAULT'],
    ]
    for (const [key, to] of walk) {
      await page.keyboard.press(key)
      expect([key, await focused()]).toEqual([key, to])
    }
    await page.keyboard.type('ly')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('h1').innerText()).toContain('Lyon')
    expect(complaintsOf(page)).toEqual([])
  })
})

describe('the event log of an account', () => {
  it('is read on a phone without moving it aside, however long a word in it is', async () => {
    const made = await (await set.world.as('ana')).post('/accounts/acme.example/virtual-accounts/new', {
      name: 'Donaudampfschifffahrt'.repeat(4).slice(0, 80),
      parent: '',
      despite: '',
    })
    expect(made.status).toBe(303)
    const page = await set.as('ana', { width: 360 })
    await page.goto(`${set.world.base}/accounts/acme.example/events`)
    expect(await main(page).innerText()).toContain('DonaudampfschifffahrtDonau')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })
})
