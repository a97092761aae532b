import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { accountChangePath, openChangesPath } from '../../src/paths/account-changes.ts'
import { importsPath, operatorPeoplePath } from '../../src/paths/operator.ts'
import { expectAccessible, type Stage, stage } from './stage.ts'

const words = {
  en: {
    identifier: 'Change its identifier',
    field: 'New identifier',
    reason: 'Reason',
    ask: 'Ask for this identifier',
    short: 'Write at least 10 characters.',
    waits: 'It waits for two people of support or operation.',
    first: 'Agree as the first of two',
    agree: 'Agree',
    agreed: 'Agreed. One more person has to.',
    done: 'Done.',
    look: 'Check',
    file: 'CSV file',
    apply: 'Take in 1 line',
    over: '1 line was taken in',
    join: 'Join with another identity',
  },
  fr: {
    identifier: 'Changer son identificateur',
    field: 'Nouvel identificateur',
    reason: 'Motif',
    ask: 'Demander cet identificateur',
    short: 'Écrivez au moins 10 caractères.',
    waits: 'La demande attend deux personnes du support ou de l’exploitation.',
    first: 'Donner le premier accord',
    agree: 'Donner mon accord',
    agreed: 'Accord donné. Il en faut encore un.',
    done: 'C’est fait.',
    look: 'Vérifier',
    file: 'Fichier CSV',
    apply: 'Reprendre 1 ligne',
    over: '1 ligne a été reprise',
    join: 'Réunir à une autre identité',
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())

beforeEach(async () => {
  await set.world.owner(`delete from former_identifiers`)
  await set.world.owner(`update accounts set identifier = 'acme.example' where name = 'ACME'`)
})

const looks = [
  { locale: 'en', scripts: true, to: 'acme-group.example' },
  { locale: 'fr', scripts: false, to: 'acme-groupe.example' },
] as const

it.each(looks)(
  'an administrator asks, support and an operator agree, and the account has another identifier ($locale, scripts: $scripts)',
  async ({ to, ...look }) => {
    const says = words[look.locale]
    const ana = await set.as('ana', look)
    await ana.goto(`${set.world.base}${accountChangePath.to('acme.example')}`)
    if (look.scripts) await expectAccessible(ana)
    await ana.getByRole('link', { name: says.identifier }).first().click()
    await ana.getByLabel(says.field).fill(to)
    await ana.getByLabel(says.reason).fill('because')
    await ana.getByRole('button', { name: says.ask }).click()
    await ana.getByText(says.short).first().waitFor()
    expect(await ana.getByLabel(says.field).inputValue()).toBe(to)
    await ana.getByLabel(says.reason).fill('Our company has another name since Monday.')
    await ana.getByRole('button', { name: says.ask }).click()
    await ana.getByText(says.waits).waitFor()
    for (const [who, press, told] of [
      ['sam', says.first, says.agreed],
      ['olga', says.agree, says.done],
    ] as const) {
      const page = await set.as(who, look)
      await page.goto(`${set.world.base}${openChangesPath.to()}`)
      await page.locator('main table').getByRole('link', { name: 'ACME', exact: true }).click()
      if (who === 'olga' && look.scripts) await expectAccessible(page)
      await page.getByRole('button', { name: press, exact: true }).click()
      await page.getByText(told).first().waitFor()
    }
    const [row] = await set.world.owner(`select 1 from accounts where identifier = $1 and name = 'ACME'`, [
      to,
    ])
    expect(row).toBeDefined()
  },
)

it.each(looks)(
  'an operator looks a list through and takes it in, and sees a person whole ($locale)',
  async (look) => {
    const says = words[look.locale]
    const olga = await set.as('olga', look)
    await olga.goto(`${set.world.base}${importsPath.to()}`)
    if (look.scripts) await expectAccessible(olga)
    const buffer = Buffer.from(
      `address,first_name,last_name\n${look.locale}@list.example,Li,Ste\nwrong,A,B\n`,
    )
    await olga.locator('#file-people').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
    await olga.locator('form:has(#file-people)').getByRole('button', { name: says.look }).click()
    await set.world.settle()
    await olga.getByRole('button', { name: says.apply }).waitFor()
    if (look.scripts) await expectAccessible(olga)
    await olga.getByRole('button', { name: says.apply }).click()
    await set.world.settle()
    await olga.getByText(says.over).waitFor()
    await olga.goto(`${set.world.base}${operatorPeoplePath.to()}?find=ben`)
    await olga.locator('main table a').first().click()
    if (look.scripts) await expectAccessible(olga)
    await olga.getByRole('link', { name: says.join }).waitFor()
  },
)
