import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type DnsServer, startDnsServer } from '../world/dns-server.ts'
import { complaintsOf, expectAccessible, type Look, type Stage, stage } from './stage.ts'

const words = {
  en: {
    claim: 'Claim an account',
    identifier: 'Account Domain Identifier',
    reason: 'Why should you administer it',
    open: 'Open the claim',
    opened: 'Your claim is open',
    check: 'Check now: the DNS of umbrella.example',
    absent: 'The record is not there yet',
    proven: 'The domain is proven',
    stop: 'Stop this claim',
    stopped: 'The claim is stopped',
    waits: 'You can decide when the notice is over',
    agree: 'Agree',
    first: 'Another agent must agree too',
    grant: 'Agree and grant',
    granted: 'Granted',
    subject: 'asks to administer Umbrella',
    administers: 'You administer Umbrella from now on',
  },
  fr: {
    claim: 'Réclamer un compte',
    identifier: 'Identificateur de domaine de compte',
    reason: 'Pourquoi vous',
    open: 'Ouvrir la réclamation',
    opened: 'Votre réclamation est ouverte',
    check: /^Vérifier maintenant/,
    absent: 'L’enregistrement n’y est pas encore',
    proven: 'Le domaine est prouvé',
    stop: 'Arrêter cette réclamation',
    stopped: 'La réclamation est arrêtée',
    waits: 'Vous pourrez décider à la fin du préavis',
    agree: 'Donner son accord',
    first: 'Il en faut un autre',
    grant: 'Donner son accord et accorder',
    granted: 'Accordée',
    subject: 'demande à administrer Umbrella',
    administers: 'Vous administrez désormais Umbrella',
  },
} as const

let set: Stage
let dns: DnsServer
beforeAll(async () => {
  dns = await startDnsServer()
  set = await stage({ DNS_SERVER: dns.at })
  await set.world.owner(`update people set is_support = true where address = 'olga@operator.example'`)
})
afterAll(async () => {
  await set[Symbol.asyncDispose]()
  await dns.stop()
})
beforeEach(async () => {
  const { world } = set
  await world.setClock('0 seconds')
  await world.owner('delete from limits')
  await world.owner('delete from claim_links')
  await world.owner('delete from claim_approvals')
  await world.owner('delete from clocks where subject_id in (select id from claims)')
  await world.owner('delete from claims')
  await world.owner(
    `delete from grants where person_id in (select id from people where address like 'zoe@%')`,
  )
  dns.texts.clear()
})

const looks = [
  { locale: 'en', scripts: true },
  { locale: 'fr', scripts: false },
] as const satisfies readonly Look[]

async function provenBy(zoe: Page, look: (typeof looks)[number]): Promise<string> {
  const says = words[look.locale]
  await zoe.goto(`${set.world.base}/new-account`)
  await zoe.getByRole('link', { name: says.claim }).click()
  await zoe.getByLabel(says.identifier).fill('Umbrella.example')
  await zoe.getByLabel(says.reason).fill('I run the network of Umbrella since Uma has left us.')
  await zoe.getByRole('button', { name: says.open }).click()
  await zoe.getByText(says.opened).waitFor()
  if (look.scripts) await expectAccessible(zoe)
  await zoe.getByRole('button', { name: says.check }).click()
  await zoe.getByText(says.absent).waitFor()
  const record =
    (await zoe
      .getByText(/^vestibule-claim=[0-9a-f]{40}$/)
      .first()
      .textContent()) ?? ''
  dns.texts.set('_vestibule.umbrella.example', [record])
  await zoe.getByRole('button', { name: says.check }).click()
  await zoe.getByText(says.proven).first().waitFor()
  return new URL(zoe.url()).pathname
}

it.each(looks)('a claim is stopped by somebody who administered the account ($locale)', async (look) => {
  const says = words[look.locale]
  const { world } = set
  await world.owner(`update people set locale = $1 where address = 'uma@umbrella.example'`, [look.locale])
  const zoe = await set.as('zoe', look)
  const path = await provenBy(zoe, look)
  await world.settle()
  const mail = world.mails.to('uma@umbrella.example').at(-1)
  expect(mail?.subject).toContain(says.subject)
  const link = /http:\/\/\S+\/claim-link\?t=[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? ''
  const uma = await set.open(look)
  await uma.goto(link)
  if (look.scripts) await expectAccessible(uma)
  await uma.getByRole('button', { name: says.stop }).click()
  await uma.getByText(says.stopped).first().waitFor()
  await zoe.goto(`${world.base}${path}`)
  await zoe
    .getByText(look.locale === 'en' ? 'Stopped' : 'Arrêtée')
    .first()
    .waitFor()
  for (const page of [zoe, uma]) expect(complaintsOf(page)).toEqual([])
})

it.each(looks)('a claim is granted by two support agents after its notice ($locale)', async (look) => {
  const says = words[look.locale]
  const { world } = set
  const zoe = await set.as('zoe', look)
  const path = await provenBy(zoe, look)
  await world.settle()
  const early = await set.as('sam', look)
  await early.goto(`${world.base}${path}`)
  await early.getByText(says.waits).waitFor()
  await world.pass('8 days')

  const sam = await set.as('sam', look)
  await sam.goto(`${world.base}/claims`)
  await sam.getByRole('link', { name: 'Umbrella' }).first().click()
  if (look.scripts) await expectAccessible(sam)
  await sam.getByRole('button', { name: says.agree, exact: true }).click()
  await sam.getByText(says.first).first().waitFor()
  const olga = await set.as('olga', look)
  await olga.goto(`${world.base}${path}`)
  await olga.getByRole('button', { name: says.grant }).click()
  await olga.getByText(says.granted).first().waitFor()
  await world.settle()
  const told = world.mails.to('zoe@elsewhere.example').map(({ text }) => text)
  expect(told.join('\n')).toContain(says.administers)
  const again = await set.as('zoe', look)
  await again.goto(`${world.base}/accounts/umbrella.example`)
  expect(await again.title()).toContain('Umbrella')
  for (const page of [zoe, sam, olga, again]) expect(complaintsOf(page)).toEqual([])
})
