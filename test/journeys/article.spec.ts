import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaintsOf, expectAccessible, type Look, type Stage, signIn, stage } from './stage.ts'

/** The words of the article, in both languages. */
const words = {
  en: {
    signIn: 'Sign in',
    profile: 'Profile',
    manageProfile: 'Manage Profile',
    personal: 'Your Personal Details',
    company: 'Your Company Details',
    accessManagement: 'Access Management',
    smartAccounts: 'Smart Accounts',
    services: 'Services & Support',
    existing: 'Existing Smart Account Access',
    columns: ['Smart Account Domain', 'Smart Account Name', 'Virtual Account', 'Role'],
    view: 'View Your Access Requests',
    entries: [
      'Request a Smart Account',
      'Request Access to an Existing Smart Account',
      'Manage Smart Account',
      'Learn About Smart Accounts',
    ],
    yourProfile: 'Your Profile',
    identifier: 'Account Domain Identifier',
    submit: 'Submit',
    accountName: 'Account Name',
    accountType: 'Account Type',
    reason: 'Reason For Request',
    send: 'Send Request',
    sent: 'Access Request Sent',
    yours: 'Your Access Requests',
    status: 'Status',
    actions: 'Actions',
    pending: 'Pending',
    approve: 'Approve',
    approved: 'Approved',
    viewer: 'Smart Account Viewer',
    whole: 'Entire Smart Account',
    noEnd: /without end|no end/i,
  },
  fr: {
    signIn: 'Se connecter',
    profile: 'Profil',
    manageProfile: 'Gérer le profil',
    personal: 'Vos coordonnées personnelles',
    company: 'Les coordonnées de votre entreprise',
    accessManagement: 'Gestion des accès',
    smartAccounts: 'Comptes Smart',
    services: 'Services et assistance',
    existing: 'Accès aux comptes Smart existants',
    columns: ['Domaine du compte Smart', 'Nom du compte Smart', 'Compte virtuel', 'Rôle'],
    view: 'Afficher vos demandes d’accès',
    entries: [
      'Demander un compte Smart',
      'Demander l’accès à un compte Smart existant',
      'Gérer un compte Smart',
      'En savoir plus sur les comptes Smart',
    ],
    yourProfile: 'Votre profil',
    identifier: 'Identificateur de domaine de compte',
    submit: 'Soumettre',
    accountName: 'Nom du compte',
    accountType: 'Type de compte',
    reason: 'Motif de la demande',
    send: 'Envoyer la demande',
    sent: 'Demande d’accès envoyée',
    yours: 'Vos demandes d’accès',
    status: 'État',
    actions: 'Actions',
    pending: 'En attente',
    approve: 'Approuver',
    approved: 'Approuvée',
    viewer: 'Lecteur du compte Smart',
    whole: 'Compte Smart entier',
    noEnd: /sans fin|sans date/i,
  },
} as const

type Words = (typeof words)[keyof typeof words]

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())

async function heading(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole('heading', { name: text }).first().waitFor()
}

/** Steps 1 to 4: from the mail-less start to the account's form. */
async function reachTheForm(page: Page, w: Words, scripts: boolean): Promise<void> {
  await page.goto(`${set.world.base}/`)
  await heading(page, w.signIn)
  await signIn(page, 'raul@acme.example')
  await page.locator('header summary', { hasText: w.profile }).first().click()
  await page.getByRole('link', { name: w.manageProfile }).first().click()
  await heading(page, w.personal)
  await heading(page, w.company)
  if (scripts) await expectAccessible(page)
  await page.locator('main').getByRole('link', { name: w.accessManagement }).click()
  await heading(page, w.existing)
  await page.getByRole('link', { name: w.services }).waitFor()
  await heading(page, w.view)
  for (const entry of w.entries) await page.getByRole('link', { name: entry }).first().waitFor()
  if (scripts) await expectAccessible(page)
  await page.locator('main').getByRole('link', { name: w.entries[1] }).first().click()
}

/** Steps 5 to 7: the identifier as people type it, the reason, the notice. Gives the reference. */
async function ask(page: Page, w: Words, scripts: boolean): Promise<string> {
  await heading(page, w.yourProfile)
  await page.getByLabel(w.identifier).fill(' HTTPS://ACME.example/ ')
  if (scripts) await expectAccessible(page)
  await page.getByRole('button', { name: w.submit, exact: true }).click()
  await page.getByText(w.accountName, { exact: true }).first().waitFor()
  await page.getByText(w.accountType, { exact: true }).first().waitFor()
  await page.getByLabel(w.reason).fill('short')
  await page.getByRole('button', { name: w.send }).click()
  await page.locator('[role=alert]').first().waitFor()
  expect(await page.getByLabel(w.reason).inputValue()).toBe('short')
  await page.getByLabel(w.reason).fill('I plan the Lyon roll-out and <b>need</b> to see the pools.')
  if (scripts) await expectAccessible(page)
  await page.getByRole('button', { name: w.send }).click()
  await heading(page, w.sent)
  if (scripts) await expectAccessible(page)
  const reference = /AR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.locator('main').innerText())?.[0]
  if (!reference) throw new Error('The notice has no reference')
  return reference
}

/** Step 8 and the related article: the administrator follows the mail and approves. */
async function decide(page: Page, w: Words, scripts: boolean): Promise<void> {
  await set.world.settle()
  const mail = set.world.mails.to('ana@acme.example').at(-1)
  const link = /https?:\/\/127\.0\.0\.1:\d+\/requests\/\S+/.exec(mail?.text ?? '')?.[0]
  if (!link) throw new Error('The mail has no link')
  await page.goto(link)
  await signIn(page, 'ana@acme.example')
  await page.getByText('<b>need</b>').first().waitFor()
  if (scripts) await expectAccessible(page)
  await page.getByRole('link', { name: w.approve }).first().click()
  await page.getByRole('radio', { name: w.viewer }).check()
  await page.getByRole('radio', { name: w.whole }).check()
  await page.locator('input[name=end][value=NONE]').check()
  if (scripts) await expectAccessible(page)
  await page.locator('main form button[type=submit]').first().click()
  await page.getByText(w.viewer).first().waitFor()
  if (scripts) await expectAccessible(page)
}

async function live(look: Required<Pick<Look, 'locale' | 'scripts' | 'theme'>>): Promise<void> {
  const { world } = set
  const w = words[look.locale]
  await world.owner(
    `update people set locale = $1 where address in ('raul@acme.example', 'ana@acme.example')`,
    [look.locale],
  )
  const requester = await set.open(look)
  await reachTheForm(requester, w, look.scripts)
  const reference = await ask(requester, w, look.scripts)

  await requester.goto(`${world.base}/access/services-and-support`)
  await heading(requester, w.yours)
  await requester.getByText(w.pending).first().waitFor()
  for (const column of [w.status, w.actions]) {
    expect(await requester.locator('thead').innerText()).toContain(column)
  }
  if (look.scripts) await expectAccessible(requester)

  const administrator = await set.open(look)
  await decide(administrator, w, look.scripts)
  await world.settle()

  // With scripts the decision appears by itself; without, by loading the page again.
  if (!look.scripts) await requester.reload()
  await requester.getByText(w.approved).first().waitFor()
  const told = world.mails.to('raul@acme.example').at(-1)
  expect(told?.text).toContain(w.viewer)
  expect(`${told?.subject}${told?.text}`).toContain(reference)

  await requester.goto(`${world.base}/access/smart-accounts`)
  for (const column of w.columns)
    expect(await requester.locator('thead').first().innerText()).toContain(column)
  await requester.getByText(w.viewer).first().waitFor()
  expect([...complaintsOf(requester), ...complaintsOf(administrator)]).toEqual([])
  await requester.context().close()
  await administrator.context().close()
  await world.owner(
    `update grants set revoked_at = app_now() where person_id = (select id from people where address = 'raul@acme.example')`,
  )
}

describe('the article, step by step', () => {
  it('in French, with scripts', () => live({ locale: 'fr', scripts: true, theme: 'light' }))
  it('in French, without scripts', () => live({ locale: 'fr', scripts: false, theme: 'light' }))
  it('in English, with scripts, in the dark', () => live({ locale: 'en', scripts: true, theme: 'dark' }))
  it('in English, without scripts', () => live({ locale: 'en', scripts: false, theme: 'light' }))
})
