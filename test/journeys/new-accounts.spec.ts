import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type DnsServer, startDnsServer } from '../world/dns-server.ts'
import { complaintsOf, expectAccessible, type Look, type Stage, signIn, stage } from './stage.ts'

const words = {
  en: {
    own: 'I will',
    other: 'Somebody else',
    nominee: 'Their e-mail address',
    name: 'Name of the organisation',
    identifier: 'Account Domain Identifier',
    reason: 'What it is for',
    next: 'Continue',
    similar: 'There is something like it',
    insists: 'Why it must be a new one',
    send: 'Send the request',
    sent: 'Sent. This page shows where it stands.',
    check: 'Check now',
    proven: 'The domain is proven.',
    agree: /^I may bind/,
    accept: 'Accept, and open the account',
    there: 'The account is there, and you administer it.',
    open: /^Open /,
    first: 'First steps',
    approve: /^Approve/,
    approved: 'Approved. The administrator is asked.',
  },
  fr: {
    own: 'Moi',
    other: 'Quelqu’un d’autre',
    nominee: 'Son adresse e-mail',
    name: 'Nom de l’organisation',
    identifier: 'Identificateur de domaine de compte',
    reason: 'À quoi il servira',
    next: 'Continuer',
    similar: 'Quelque chose y ressemble',
    insists: 'Pourquoi il en faut un nouveau',
    send: 'Envoyer la demande',
    sent: 'Envoyée. Cette page montre où elle en est.',
    check: 'Vérifier maintenant',
    proven: 'Le domaine est prouvé.',
    agree: /^J’ai le pouvoir/,
    accept: 'Accepter et ouvrir le compte',
    there: 'Le compte existe, et vous l’administrez.',
    open: /^Ouvrir /,
    first: 'Premiers pas',
    approve: /^Approuver/,
    approved: 'Approuvée. L’administrateur est sollicité.',
  },
} as const

let set: Stage
let dns: DnsServer
beforeAll(async () => {
  dns = await startDnsServer()
  set = await stage({ DNS_SERVER: dns.at })
})
afterAll(async () => {
  await set[Symbol.asyncDispose]()
  await dns.stop()
})
beforeEach(async () => {
  await set.world.owner('delete from limits')
  dns.texts.clear()
})

const looks = [
  { locale: 'en', scripts: true },
  { locale: 'fr', scripts: false },
] as const satisfies readonly Look[]
type Spoken = (typeof looks)[number]

async function fillIn(
  page: Page,
  look: Spoken,
  asked: { name: string; identifier: string; nominee?: string },
) {
  const says = words[look.locale]
  await page.goto(`${set.world.base}/new-account`)
  await page.getByLabel(asked.nominee === undefined ? says.own : says.other, { exact: true }).check()
  if (asked.nominee !== undefined) await page.getByLabel(says.nominee).fill(asked.nominee)
  await page.getByLabel(says.name).fill(asked.name)
  await page.getByLabel(says.identifier).fill(asked.identifier)
  await page.getByLabel(says.reason).fill('We buy the products from spring on.')
  if (look.scripts) await expectAccessible(page)
  await page.getByRole('button', { name: says.next }).click()
}

it.each(looks)('somebody opens the account of their own organisation ($locale)', async (look) => {
  const says = words[look.locale]
  const identifier = `own-${look.locale}.example`
  const name = look.locale === 'en' ? 'Fresh Foods' : 'Vergers Réunis'
  const zoe = await set.as('zoe', look)
  await fillIn(zoe, look, { name, identifier })
  if (look.scripts) await expectAccessible(zoe)
  await zoe.getByRole('button', { name: says.send }).click()
  await zoe.getByText(says.sent).waitFor()
  if (look.scripts) await expectAccessible(zoe)
  const record =
    (await zoe
      .getByText(/^vestibule-account=[0-9a-f]{40}$/)
      .first()
      .textContent()) ?? ''
  dns.texts.set(`_vestibule.${identifier}`, [record])
  await zoe.getByRole('button', { name: says.check }).click()
  await zoe.getByText(says.proven).first().waitFor()
  if (look.scripts) await expectAccessible(zoe)
  await zoe.getByLabel(says.agree).check()
  await zoe.getByRole('button', { name: says.accept }).click()
  await zoe.getByText(says.there).waitFor()
  await zoe.getByRole('link', { name: says.open }).first().click()
  await zoe.getByRole('heading', { name: says.first }).waitFor()
  if (look.scripts) await expectAccessible(zoe)
  await zoe.goto(`${set.world.base}/accounts/${identifier}/agreements`)
  await zoe.getByText('Zoé Martin').first().waitFor()
  expect(complaintsOf(zoe)).toEqual([])
})

it.each(looks)('somebody asks for another, who reads the mail and accepts ($locale)', async (look) => {
  const says = words[look.locale]
  const { world } = set
  const identifier = `other-${look.locale}.example`
  const raul = await set.as('raul', look)
  await fillIn(raul, look, { name: 'ACME', identifier, nominee: 'luc@acme.example' })
  await raul.getByRole('heading', { name: says.similar }).waitFor()
  if (look.scripts) await expectAccessible(raul)
  await raul.getByLabel(says.insists).fill('The lab is a company of its own.')
  await raul.getByRole('button', { name: says.send }).click()
  await raul.getByText(says.sent).waitFor()
  const path = new URL(raul.url()).pathname

  const olga = await set.as('olga', look)
  await olga.goto(`${world.base}/operator/applications`)
  if (look.scripts) await expectAccessible(olga)
  await olga.locator(`a[href="${path}"]`).click()
  if (look.scripts) await expectAccessible(olga)
  await olga.getByRole('button', { name: says.approve }).click()
  await olga.getByText(says.approved).waitFor()

  await world.settle()
  const mail = world.mails.to('luc@acme.example').at(-1)
  const link = /http:\/\/\S+\/application-link\?t=[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? ''
  const luc = await set.open(look)
  await luc.goto(link)
  if (look.scripts) await expectAccessible(luc)
  await luc.locator('main a[href^="/sign-in"]').click()
  await signIn(luc, 'luc@acme.example')
  await luc.locator('#nomination').waitFor()
  if (look.scripts) await expectAccessible(luc)
  await luc.locator('#nomination input[name=agree]').check()
  await luc.locator('#nomination form').first().locator('button').click()
  await luc.locator(`a[href="/accounts/${identifier}"]`).first().waitFor()
  await raul.goto(`${world.base}/access/services-and-support`)
  await raul.locator(`a[href="${path}"]`).waitFor()
  for (const page of [raul, olga, luc]) expect(complaintsOf(page)).toEqual([])
})
