import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodPassword, linkFor } from '../world/links.ts'
import { type World, world } from '../world/world.ts'
import { launchBrowser } from './browser.ts'

let w: World
let browser: Browser
beforeAll(async () => {
  ;[w, browser] = await Promise.all([world(), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await w.end()
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
    return (await axe.run()).violations.map(({ id }) => id)
  })
  expect([page.url(), found]).toEqual([page.url(), []])
}

const words = {
  en: {
    create: 'Create the account',
    confirm: 'Confirm and sign in',
    company: 'Edit your company details',
    country: 'Switzerland',
    save: 'Save',
    saved: 'Your details are saved.',
    profile: 'Profile',
    out: 'Sign out',
    isOut: 'You are signed out',
  },
  fr: {
    create: 'Créer le compte',
    confirm: 'Confirmer et se connecter',
    company: 'Modifier les coordonnées de votre entreprise',
    country: 'Suisse',
    save: 'Enregistrer',
    saved: 'Vos informations sont enregistrées.',
    profile: 'Profil',
    out: 'Se déconnecter',
    isOut: 'Vous êtes déconnecté',
  },
} as const

describe.each([
  { locale: 'en', tag: 'en-GB', javaScriptEnabled: true, colorScheme: 'light' },
  { locale: 'fr', tag: 'fr-FR', javaScriptEnabled: false, colorScheme: 'dark' },
] as const)('a newcomer, in $locale, scripts: $javaScriptEnabled', (way) => {
  it('gets an account, completes the profile and leaves', async () => {
    const t = words[way.locale]
    const context = await browser.newContext({
      locale: way.tag,
      javaScriptEnabled: way.javaScriptEnabled,
      colorScheme: way.colorScheme,
    })
    const page = await context.newPage()
    const look = async () => {
      if (way.javaScriptEnabled) await expectAccessible(page)
    }
    const address = `newcomer-${way.locale}@acme.example`
    await page.goto(`${w.base}/sign-up`)
    await look()
    await page.fill('#firstName', 'Inès')
    await page.fill('#lastName', 'Moreau')
    await page.fill('#address', address)
    await page.fill('#password', goodPassword)
    await page.getByRole('button', { name: t.create }).click()
    await page.waitForURL('**/sign-up/sent')
    await look()
    await page.goto(`${w.base}${await linkFor(w, address)}`)
    expect(page.url()).toBe(`${w.base}/verify-address`)
    await look()
    await page.getByRole('button', { name: t.confirm }).click()
    await page.waitForURL('**/profile')
    await look()
    await page.getByRole('link', { name: t.company }).click()
    await look()
    await page.fill('#company', 'ACME')
    await page.getByRole('combobox').selectOption({ label: t.country })
    await page.getByRole('button', { name: t.save }).click()
    expect(await page.getByRole('status').first().textContent()).toContain(t.saved)
    await page.locator('header summary', { hasText: t.profile }).first().click()
    await page.getByRole('button', { name: t.out }).first().click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(t.isOut)
    await page.goBack()
    await page.reload()
    expect(page.url()).toContain('/sign-in')
    await context.close()
  })
})
