import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { complaintsOf, expectAccessible, type Stage, stage } from './stage.ts'

const words = {
  en: {
    roles: 'Roles',
    make: 'New role',
    name: 'Name',
    read: 'Read the event log',
    take: 'Export the event log',
    send: 'Make the role',
    added: 'Something was added',
    made: 'The role is there.',
    give: 'Give it to somebody',
    change: 'Change',
    look: 'Next: what changes',
    changes: 'What changes for 1 person',
    doIt: 'Give 1 person more',
    told: '1 person is told by mail.',
    versions: 'Versions',
    more: 'More: Read the event log · Export the event log.',
    retire: 'Retire',
    held: '1 person still holds it',
  },
  fr: {
    roles: 'Rôles',
    make: 'Nouveau rôle',
    name: 'Nom',
    read: 'Lire le journal',
    take: 'Exporter le journal',
    send: 'Créer le rôle',
    added: 'Quelque chose a été ajouté',
    made: 'Le rôle est créé.',
    give: 'Le donner à quelqu’un',
    change: 'Modifier',
    look: 'Suite\u00a0: ce qui change',
    changes: 'Ce qui change pour 1 personne',
    doIt: 'Donner plus à 1 personne',
    told: '1 personne en est avertie par mail.',
    versions: 'Versions',
    more: 'En plus\u00a0: Lire le journal · Exporter le journal.',
    retire: 'Retirer du service',
    held: '1 personne l’a encore',
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())

const cases = [
  { locale: 'en', scripts: true, width: 1280, whom: 'luc@acme.example' },
  { locale: 'fr', scripts: false, width: 360, whom: 'emil@acme.example' },
] as const

it.each(cases)(
  'an administrator makes a role, lets it do more for whoever holds it, and reads what it was ($locale, scripts: $scripts)',
  async (look) => {
    const says = words[look.locale]
    const name = `Auditor ${look.locale}`
    const page: Page = await set.as('ana', look)
    const check = async () => {
      // The rules are asked by a script of their own.
      if (look.scripts) await expectAccessible(page)
    }
    await page.goto(`${set.world.base}/accounts/acme.example/users`)
    await page.getByRole('link', { name: says.roles, exact: true }).click()
    await check()
    await page.getByRole('link', { name: says.make }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByLabel(says.name, { exact: true }).fill(name)
    await page.locator('input[name=reach][value=ACCOUNT]').focus()
    await page.keyboard.press('Space')
    await page.locator('input[value=edit-account]').check()
    await check()
    await page.getByRole('button', { name: says.send }).click()
    await page.getByText(says.made).waitFor()
    await check()
    const role = page.url().split('?')[0] ?? ''
    await page.getByRole('link', { name: says.give }).click()
    expect(await page.getByLabel(name, { exact: true }).isChecked()).toBe(true)
    await page.locator('textarea[name=addresses]').fill(look.whom)
    await page.locator('main form button.primary').first().click()
    await page.locator('main form button.primary').first().click()
    await page.goto(role)
    await page.getByRole('link', { name: says.change, exact: true }).click()
    await page.getByLabel(says.take, { exact: true }).check()
    await page.getByRole('button', { name: says.look }).click()
    await page.getByText(says.added).waitFor()
    expect(await page.getByLabel(says.read, { exact: true }).isChecked()).toBe(true)
    await check()
    await page.getByRole('button', { name: says.look }).click()
    await page.getByRole('heading', { name: says.changes }).waitFor()
    await check()
    await page.getByRole('button', { name: says.doIt }).click()
    await page.getByText(says.told).waitFor()
    await page.getByRole('link', { name: says.versions }).click()
    await page.getByText(says.more).waitFor()
    await check()
    await page.goBack()
    await page.getByRole('link', { name: says.retire }).click()
    await page.getByText(says.held).first().waitFor()
    await check()
    expect(complaintsOf(page)).toEqual([])
    await page.context().close()
  },
)
