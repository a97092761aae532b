import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { asks } from '../world/acts.ts'
import { complaintsOf, expectAccessible, type Stage, stage } from './stage.ts'

const words = {
  en: {
    account: 'ACME',
    settings: 'Settings',
    country: 'Public holidays of',
    region: 'Part of the country',
    save: 'Save',
    saved: 'Saved. It holds from now on.',
    lines: 'Days, one a line',
    add: 'Add closed days',
    added: '4 closed days saved.',
    times: 'Waiting times',
    answer: 'Answer expected within (working days)',
    wrong: 'Enter 20 or less.',
  },
  fr: {
    account: 'ACME',
    settings: 'Paramètres',
    country: 'Pays des jours fériés',
    region: 'Partie du pays',
    save: 'Enregistrer',
    saved: 'Enregistré. Cela vaut dès maintenant.',
    lines: 'Jours, un par ligne',
    add: 'Ajouter des jours de fermeture',
    added: '4 jours de fermeture enregistrés.',
    times: 'Délais',
    answer: 'Réponse attendue sous (jours ouvrés)',
    wrong: 'Saisissez 20 ou moins.',
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())
beforeEach(async () => {
  await set.world.owner(`update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
      status_changes = status_changes + 1
    where status in ('PENDING', 'INFO_REQUESTED') and requester_id in (select id from people where address like 'raul@%')`)
  await set.world.owner(`delete from closed_days`)
  await set.world.owner(`update accounts set holiday_country = '', holiday_region = '', patience = '{}'`)
})

const dayInMs = 86_400_000
const cases = [
  { locale: 'en', scripts: true },
  { locale: 'fr', scripts: false },
] as const

it.each(cases)(
  'an administrator closes days, and who asked reads a later date ($locale, scripts: $scripts)',
  async (look) => {
    const says = words[look.locale]
    const id = await asks(set.world, 'raul')
    const due = async () =>
      (await set.world.owner<{ due_at: Date }>('select due_at from access_requests where id = $1', [id]))[0]
        ?.due_at ?? new Date(0)
    const before = await due()
    const page = await set.as('ana', look)
    await page.goto(`${set.world.base}/accounts`)
    await page.getByRole('link', { name: says.account, exact: true }).click()
    await page.getByRole('link', { name: says.settings, exact: true }).click()
    await page.getByLabel(says.country).selectOption('DE')
    await page.getByRole('button', { name: says.save, exact: true }).click()
    await page.getByText(says.saved).waitFor()
    await page.getByLabel(says.region).selectOption('BY')
    await page.getByRole('button', { name: says.save, exact: true }).click()
    await page.getByText(says.saved).waitFor()
    const days = [1, 2, 3, 4].map((n) => new Date(Date.now() + n * dayInMs).toISOString().slice(0, 10))
    await page.getByLabel(says.lines).fill(days.map((day) => `${day} Move`).join('\n'))
    await page.getByRole('button', { name: says.add }).click()
    await page.getByText(says.added).waitFor()
    if (look.scripts) await expectAccessible(page)
    await set.world.settle()
    expect((await due()).getTime()).toBeGreaterThan(before.getTime())
    await page.getByRole('link', { name: says.times }).click()
    await page.getByLabel(says.answer).fill('21')
    await page.getByRole('button', { name: says.save, exact: true }).click()
    expect(await page.locator('#answerWorkingDays-error').innerText()).toContain(says.wrong)
    if (look.scripts) await expectAccessible(page)
    await page.getByLabel(says.answer).fill('2')
    await page.getByRole('button', { name: says.save, exact: true }).click()
    await page.getByText(says.saved).waitFor()
    await set.world.settle()
    expect((await due()).getTime()).toBeLessThan(before.getTime() + 14 * dayInMs)
    expect(complaintsOf(page)).toEqual([])
    await page.context().close()
  },
)
