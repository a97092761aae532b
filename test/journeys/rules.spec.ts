import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { complaintsOf, expectAccessible, type Look, type Stage, stage } from './stage.ts'

const words = {
  en: {
    add: 'Add a rule',
    atMost: 'At most so many days',
    viewer: 'Smart Account Viewer',
    look: 'See what it would do',
    replayed: 'What becomes of the requests',
    back: 'Back to the form',
    save: 'Save',
    saved: 'The rules are saved',
    sentence: /for at most 90 days, gets exactly that at once/,
    outside: 'Anybody else',
    decline: 'Decline at once',
    text: 'textEn',
    send: 'Send Request',
    approved: 'by a rule of the account',
    declined: 'A rule of the account declined it',
    person: 'Ask a person',
    pending: 'Pending',
    changes: 'Changes',
    added: 'added rule 2',
    blocked: 'Blocked people',
  },
  fr: {
    add: 'Ajouter une règle',
    atMost: 'Au plus un certain nombre de jours',
    viewer: 'Lecteur du compte Smart',
    look: 'Voir ce qu’elle ferait',
    replayed: 'Ce que deviennent les demandes',
    back: 'Revenir au formulaire',
    save: 'Enregistrer',
    saved: 'Les règles sont enregistrées',
    sentence: /pour 90 jours au plus, l’obtient aussitôt/,
    outside: 'Une autre personne',
    decline: 'Refuser aussitôt',
    text: 'textFr',
    send: 'Envoyer la demande',
    approved: 'par une règle du compte',
    declined: 'Une règle du compte l’a refusée',
    person: 'S’adresser à une personne',
    pending: 'En attente',
    changes: 'Modifications',
    added: 'a ajouté la règle 2',
    blocked: 'Personnes bloquées',
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())
beforeEach(async () => {
  const { world } = set
  await world.owner('alter table rule_versions disable trigger append_only')
  await world.owner('delete from decisions where rule_id is not null')
  for (const table of ['rules', 'rule_versions', 'rule_books', 'look_ups', 'drafts', 'limits'])
    await world.owner(`delete from ${table}`)
  await world.owner('alter table rule_versions enable trigger append_only')
  await world.owner(`update grants set revoked_at = app_now() where source = 'RULE' and revoked_at is null`)
  await world.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), next_step = null, next_step_at = null,
       version = version + 1, status_changes = status_changes + 1
     where status in ('PENDING', 'INFO_REQUESTED')`,
  )
})

const looks = [
  { locale: 'en', scripts: true },
  { locale: 'fr', scripts: false },
] as const satisfies readonly Look[]

/** Asks for Smart Account Viewer of ACME; `ends` is a day, or nothing. */
async function asksOf(page: Page, ends: string): Promise<void> {
  await page.goto(`${set.world.base}/requests/new`)
  await page.locator('input#identifier').fill('acme.example')
  await page.locator('input#identifier').press('Enter')
  await page.locator('textarea[name=reason]').fill('I prepare the roll-out and need to see its licences.')
  const role = page.locator('select[name=role]')
  // It is open already where somebody asks again.
  if (!(await role.isVisible())) await page.locator('details:has(select[name=role]) > summary').click()
  await role.selectOption('SV')
  await page.locator('input[name=scope][value=account]').check()
  await page.locator('input[name=ends]').fill(ends)
}

it.each(looks)(
  'rules are rehearsed, saved, and decide; a person looks again when asked ($locale)',
  async (look) => {
    const says = words[look.locale]
    const { world } = set
    const ana = await set.as('ana', look)
    await ana.goto(`${world.base}/accounts/acme.example/rules`)
    if (look.scripts) await expectAccessible(ana)
    await ana.getByRole('link', { name: says.add }).first().click()
    if (look.scripts) await expectAccessible(ana)
    await ana.getByLabel(says.viewer).first().check()
    await ana.getByLabel(says.atMost, { exact: true }).check()
    await ana.locator('input[name=days]').fill('90')
    await ana.getByRole('button', { name: says.look }).click()
    await ana.getByText(says.replayed).first().waitFor()
    if (look.scripts) await expectAccessible(ana)
    await ana.getByRole('button', { name: says.back }).click()
    expect(await ana.locator('input[name=days]').inputValue()).toBe('90')
    await ana.getByRole('button', { name: says.look }).click()
    await ana.getByRole('button', { name: says.save, exact: true }).click()
    await ana.getByText(says.saved).first().waitFor()
    await ana.getByText(says.sentence).first().waitFor()

    await ana.getByRole('link', { name: says.add }).first().click()
    await ana.getByLabel(says.outside, { exact: true }).check()
    await ana.getByLabel(says.decline, { exact: true }).check()
    await ana.locator(`textarea[name=${says.text}]`).fill('Access to ACME is for people of ACME.')
    await ana.getByRole('button', { name: says.look }).click()
    await ana.getByRole('button', { name: says.save, exact: true }).click()
    await ana.getByText(says.saved).first().waitFor()

    const raul = await set.as('raul', look)
    await asksOf(raul, new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10))
    await raul.getByRole('button', { name: says.send }).click()
    await raul.getByText(says.approved).first().waitFor()
    if (look.scripts) await expectAccessible(raul)

    const carla = await set.as('carla', look)
    await asksOf(carla, '')
    await carla.getByRole('button', { name: says.send }).click()
    await carla.getByText(says.declined).first().waitFor()
    await carla.getByText('Access to ACME is for people of ACME.').first().waitFor()
    if (look.scripts) await expectAccessible(carla)
    await carla.getByRole('button', { name: says.person }).click()
    await carla.getByText(says.pending).first().waitFor()

    await ana.getByRole('link', { name: says.changes }).first().click()
    await ana.getByText(says.added).first().waitFor()
    if (look.scripts) await expectAccessible(ana)
    await ana.getByRole('link', { name: says.blocked }).first().click()
    await ana.getByText('paul@contractor.example').first().waitFor()
    if (look.scripts) await expectAccessible(ana)
    for (const page of [ana, raul, carla]) expect(complaintsOf(page)).toEqual([])
  },
)
