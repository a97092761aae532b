import { afterAll, beforeAll, expect, it } from 'vitest'
import { complaintsOf, expectAccessible, type Stage, stage } from './stage.ts'

const words = {
  en: {
    log: 'Event Log',
    kind: 'Kind of event',
    decided: 'Approved, declined',
    person: 'Person (name or address)',
    filter: 'Filter',
    approved: 'approved request',
    verify: 'Verify',
    kept: 'A hash that you kept (optional)',
    now: 'Verify now',
    whole: 'Nothing was changed',
    met: 'The hash that you kept is in the log.',
    insights: 'Insights',
    year: '365 days',
    ended: 'Requests that ended',
    numbers: 'The numbers',
    csv: 'Export as CSV',
  },
  fr: {
    log: 'Journal',
    kind: 'Type d’événement',
    decided: 'Approuvées, refusées',
    person: 'Personne (nom ou adresse)',
    filter: 'Filtrer',
    approved: 'a approuvé la demande',
    verify: 'Vérifier',
    kept: 'Une empreinte que vous avez conservée (facultatif)',
    now: 'Vérifier maintenant',
    whole: 'Rien n’a été modifié',
    met: 'L’empreinte que vous aviez conservée figure dans le journal.',
    insights: 'Statistiques',
    year: '365 jours',
    ended: 'Demandes terminées',
    numbers: 'Les chiffres',
    csv: 'Exporter en CSV',
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())

it.each([
  { locale: 'en', scripts: true, width: 1280 },
  { locale: 'fr', scripts: false, width: 360 },
] as const)(
  'an administrator finds who did what, has the log verified, and sees how requests went ($locale, scripts: $scripts)',
  async (look) => {
    const says = words[look.locale]
    const page = await set.as('ana', look)
    await page.goto(`${set.world.base}/accounts/acme.example`)
    await page.getByRole('link', { name: says.log, exact: true }).click()
    await page.getByLabel(says.kind).selectOption({ label: says.decided })
    await page.getByLabel(says.person).fill('Yuki')
    await page.getByRole('button', { name: says.filter }).click()
    const sentence = page.getByText(says.approved)
    expect(await sentence.count()).toBe(1)
    await sentence.click()
    await page.getByText('access-request.approved').waitFor()
    if (look.scripts) await expectAccessible(page)

    await page.getByRole('link', { name: says.verify, exact: true }).click()
    const line = await page.getByText(/acme\.example \d+ [0-9a-f]{64}/).innerText()
    await page.getByLabel(says.kept).fill(line)
    if (look.scripts) await expectAccessible(page)
    await page.getByRole('button', { name: says.now }).click()
    await page.getByText(says.whole).waitFor()
    await page.getByText(says.met).waitFor()
    if (look.scripts) await expectAccessible(page)

    await page.getByRole('link', { name: says.insights, exact: true }).click()
    await page.getByRole('link', { name: says.year }).click()
    const chart = page.getByRole('region', { name: says.ended })
    await chart.getByRole('img', { name: says.ended }).waitFor()
    await chart.getByText(says.numbers).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByRole('link', { name: says.csv }).click(),
    ])
    expect(file.suggestedFilename()).toBe('insights-decisions.csv')
    if (look.scripts) await expectAccessible(page)
    const tooWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(tooWide).toBe(false)
    expect(complaintsOf(page)).toEqual([])
  },
)
