import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { complaintsOf, expectAccessible, type Stage, stage } from './stage.ts'

const words = {
  en: {
    start: 'Start a review',
    all: 'Everybody',
    submit: 'Start the review',
    started: 'The review is open',
    waits: 'A review waits for you',
    answer: 'Answer the review of ACME',
    remove: 'Remove',
    save: 'Save answers',
    saved: '1 answer saved.',
    keepAll: 'Keep all shown',
    keepSure: /^Keep (it|all)/,
    change: /^Change: Nina Moreau/,
    lesser: 'Virtual Account Viewer',
    saveChange: 'Save the change',
    finish: 'Confirm and carry out',
    carryOut: /^Carry out/,
    done: 'Carried out.',
    left: 'Propose the removal',
    proof: 'Proof of review',
    csv: 'Download as CSV',
  },
  fr: {
    start: 'Lancer une revue',
    all: 'Tout le monde',
    submit: 'Lancer la revue',
    started: 'La revue est ouverte',
    waits: 'Une revue vous attend',
    answer: 'Répondre à la revue : ACME',
    remove: 'Retirer',
    save: 'Enregistrer les réponses',
    saved: '1 réponse enregistrée.',
    keepAll: 'Conserver tout ce qui est affiché',
    keepSure: /^(Le conserver|Conserver les)/,
    change: /^Modifier : Nina Moreau/,
    lesser: 'Lecteur du compte virtuel',
    saveChange: 'Enregistrer la modification',
    finish: 'Confirmer et appliquer',
    carryOut: /^Appliquer/,
    done: 'C’est appliqué.',
    left: 'Proposer le retrait',
    proof: 'Justificatif de revue',
    csv: 'Télécharger en CSV',
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())
beforeEach(async () => {
  await set.world.owner('delete from limits')
  await set.world.owner(
    `update reviews set status = 'CLOSED', closed_at = app_now(), closed_because = 'TIME' where status = 'OPEN'`,
  )
})

/** Gives Nina and Luc back what the review before took from them. */
async function restore(): Promise<void> {
  await set.world.owner(
    `update grants g set revoked_at = null, revoked_by = null from people p, review_items i
     where p.id = g.person_id and p.address in ('nina@acme.example', 'luc@acme.example') and g.revoked_at is not null
       and i.grant_id = g.id and i.outcome in ('REMOVED', 'CHANGED')`,
  )
}

const cases = [
  { locale: 'en', scripts: true, width: 1280 },
  { locale: 'fr', scripts: false, width: 360 },
] as const

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click()
}

it.each(cases)(
  'an administrator starts a review, another answers, confirms and reads the proof ($locale, scripts: $scripts)',
  async (look) => {
    const says = words[look.locale]
    const { base } = set.world
    if (look.locale === 'fr') await restore()

    const ana = await set.as('ana', look)
    await ana.goto(`${base}/accounts/acme.example/reviews`)
    await mustBeAccessible(ana, look.scripts)
    await ana.getByRole('link', { name: says.start }).click()
    await ana.getByLabel(says.all, { exact: true }).check()
    await mustBeAccessible(ana, look.scripts)
    await press(ana, says.submit)
    await ana.getByText(says.started).waitFor()

    const ben = await set.as('ben', look)
    await ben.goto(base)
    await ben.getByRole('heading', { name: says.waits }).waitFor()
    await ben.getByRole('link', { name: says.answer }).click()
    await ben.getByRole('link', { name: says.left }).first().waitFor()
    await mustBeAccessible(ben, look.scripts)

    const ofLuc = ben.getByRole('group', { name: /Luc Bernard/ }).first()
    await ofLuc.getByLabel(says.remove).check()
    await press(ben, says.save)
    await ben.getByText(says.saved).waitFor()
    await press(ben, says.change)
    await ben.locator('select[name=role]').selectOption({ label: says.lesser })
    await mustBeAccessible(ben, look.scripts)
    await press(ben, says.saveChange)
    await ben.getByText(says.saved).waitFor()

    await press(ben, says.keepAll)
    await mustBeAccessible(ben, look.scripts)
    await press(ben, says.keepSure)

    await ben.getByRole('link', { name: says.finish }).click()
    await mustBeAccessible(ben, look.scripts)
    await press(ben, says.carryOut)
    await ben.getByText(says.done).waitFor()
    expect(new URL(ben.url()).pathname).toMatch(/\/reviews\/[0-9a-f-]{36}$/)

    await ben.goto(`${ben.url().split('?')[0]}/proof`)
    await ben.getByRole('heading', { name: says.proof, level: 1 }).waitFor()
    await ben.getByRole('link', { name: says.csv }).waitFor()
    await mustBeAccessible(ben, look.scripts)
    await ben.emulateMedia({ media: 'print' })
    expect(await ben.getByRole('link', { name: says.csv }).isVisible()).toBe(false)
    expect([...complaintsOf(ana), ...complaintsOf(ben)]).toEqual([])
  },
)

// The rules are asked by a script of their own.
async function mustBeAccessible(page: Page, scripts: boolean): Promise<void> {
  if (scripts) await expectAccessible(page)
}
