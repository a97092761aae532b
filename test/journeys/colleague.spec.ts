import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { complaintsOf, expectAccessible, type Stage, stage } from './stage.ts'

const words = {
  en: {
    address: 'Your colleague’s e-mail address',
    account: 'Account Domain Identifier',
    reason: 'Reason For Request',
    ask: 'Ask your colleague to confirm',
    asked: 'Your colleague has been asked to confirm.',
    confirm: 'Confirm and send',
    see: 'See the request',
    newGroup: 'New group',
    name: 'Name',
    viewer: 'Smart Account Viewer',
    make: 'Make the group',
    addresses: 'E-mail addresses',
    put: 'Put into the group',
    added: '1 person was added.',
    holds: 'User group',
  },
  fr: {
    address: 'Adresse e-mail de votre collègue',
    account: 'Identificateur de domaine de compte',
    reason: 'Motif de la demande',
    ask: 'Demander la confirmation',
    asked: 'Votre collègue a été invité à confirmer.',
    confirm: 'Confirmer et envoyer',
    see: 'Voir la demande',
    newGroup: 'Nouveau groupe',
    name: 'Nom',
    viewer: 'Lecteur du compte Smart',
    make: 'Créer le groupe',
    addresses: 'Adresses e-mail',
    put: 'Ajouter au groupe',
    added: '1 personne a été ajoutée.',
    holds: 'Groupe d’utilisateurs',
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
  await set.world.owner(`update people set address = 'raul@acme.example' where address like 'raul@%'`)
})
afterAll(() => set[Symbol.asyncDispose]())
beforeEach(() => set.world.owner('delete from limits'))

const looks = [
  { locale: 'en', scripts: true },
  { locale: 'fr', scripts: false },
] as const

it.each(looks)(
  'a colleague asks, one confirms, both follow it ($locale, scripts: $scripts)',
  async (look) => {
    const says = words[look.locale]
    const { base } = set.world
    const luc = await set.as('luc', look)
    await luc.goto(
      `${base}/requests/for-colleagues/new?account=${look.scripts ? 'acme.example' : 'globex.example'}`,
    )
    await luc.getByLabel(says.address).fill('raul@acme.example')
    await luc.getByLabel(says.reason).fill('Raul joins the licence team on Monday.')
    if (look.scripts) await expectAccessible(luc)
    await luc.getByRole('button', { name: says.ask }).click()
    await luc.getByText(says.asked).waitFor()
    const raul = await set.as('raul', look)
    await raul.goto(luc.url())
    if (look.scripts) await expectAccessible(raul)
    await raul.getByRole('button', { name: says.confirm }).click()
    await raul.getByRole('link', { name: says.see }).click()
    const request = raul.url()
    await luc.goto(request)
    expect(await luc.getByText('Raul joins the licence team on Monday.').count()).toBeGreaterThan(0)
    expect([...complaintsOf(luc), ...complaintsOf(raul)]).toEqual([])
    await luc.context().close()
    await raul.context().close()
  },
)

it.each(looks)('a team gets a role as a group ($locale, scripts: $scripts)', async (look) => {
  const says = words[look.locale]
  const { base } = set.world
  const ana = await set.as('ana', look)
  await ana.goto(`${base}/accounts/acme.example/groups`)
  await ana.getByRole('link', { name: says.newGroup }).first().click()
  await ana.getByLabel(says.name, { exact: true }).fill(`Team ${look.locale}`)
  await ana.getByLabel(says.viewer, { exact: true }).check()
  await ana.getByRole('button', { name: says.make }).click()
  await ana.getByLabel(says.addresses).fill('luc@acme.example')
  if (look.scripts) await expectAccessible(ana)
  await ana.getByRole('button', { name: says.put }).click()
  await ana.getByText(says.added).waitFor()
  await ana.goto(`${base}/accounts/acme.example/users`)
  expect(await ana.getByText(says.holds).count()).toBeGreaterThan(0)
  expect(complaintsOf(ana)).toEqual([])
  await ana.context().close()
})
