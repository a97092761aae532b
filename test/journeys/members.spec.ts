import { afterAll, beforeAll, expect, it } from 'vitest'
import { complaintsOf, expectAccessible, type Stage, stage } from './stage.ts'

const words = {
  en: {
    add: 'Add people',
    addresses: 'E-mail addresses',
    role: 'Virtual Account User',
    place: 'Lyon',
    next: 'Check',
    given: '1 person gets access at once',
    invited: '1 person is invited',
    wrong: 'This is no e-mail address.',
    doIt: 'Carry out 2 lines',
    has: 'Has access now',
    users: 'Users',
    change: 'Change',
    viewer: 'Smart Account Viewer',
    whole: 'Entire Smart Account',
    press: 'Change access',
    changed: 'Access changed',
    remove: 'Remove from the account',
    removed: 'Removed from the account',
    invitation: 'Invitation to ACME',
    open: '1 open invitation',
    withdraw: 'Withdraw',
    withdrawn: 'Invitation withdrawn',
  },
  fr: {
    add: 'Ajouter des personnes',
    addresses: 'Adresses e-mail',
    role: 'Utilisateur du compte virtuel',
    place: 'Lyon',
    next: 'Vérifier',
    given: '1 personne reçoit l’accès aussitôt',
    invited: '1 personne est invitée',
    wrong: 'Ce n’est pas une adresse e-mail.',
    doIt: 'Exécuter 2 lignes',
    has: 'A désormais accès',
    users: 'Utilisateurs',
    change: 'Modifier',
    viewer: 'Lecteur du compte Smart',
    whole: 'Compte Smart entier',
    press: 'Modifier l’accès',
    changed: 'Accès modifié',
    remove: 'Retirer du compte',
    removed: 'Personne retirée du compte',
    invitation: 'Invitation à ACME',
    open: '1 invitation en attente',
    withdraw: 'Annuler',
    withdrawn: 'Invitation annulée',
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())

const cases = [
  { locale: 'en', scripts: true, width: 1280 },
  { locale: 'fr', scripts: false, width: 360 },
] as const

it.each(cases)(
  'an administrator adds people, changes what one holds, and removes them ($locale, scripts: $scripts)',
  async (look) => {
    const says = words[look.locale]
    const page = await set.as('ana', look)
    const check = async () => {
      if (look.scripts) await expectAccessible(page)
    }
    await set.world.owner(`delete from invitations`)
    await page.goto(`${set.world.base}/accounts/acme.example/users`)
    await check()
    await page.getByRole('link', { name: says.add }).click()
    await page.getByLabel(says.addresses).fill('ines@acme.example, nobody, guest@new.example')
    await page.getByLabel(says.role, { exact: true }).check()
    await page.getByLabel(says.place, { exact: true }).check()
    await check()
    await page.getByRole('button', { name: says.next, exact: true }).first().click()
    await page.getByText(says.given).waitFor()
    await page.getByText(says.invited).waitFor()
    await page.getByText(says.wrong).waitFor()
    await check()
    await page.getByRole('button', { name: says.doIt }).click()
    await page.getByText(says.has).waitFor()
    await check()
    await set.world.settle()
    const mail = set.world.mails.to('guest@new.example').at(-1)
    expect(mail?.subject).toBe(says.invitation)
    await page.goto(`${set.world.base}/accounts/acme.example/users?find=ines`)
    await page.getByRole('link', { name: 'Inès Caron' }).click()
    await check()
    await page.locator('main table').getByRole('link', { name: says.change, exact: false }).first().click()
    await page.getByLabel(says.viewer, { exact: true }).check()
    await page.locator('select[name=place]').selectOption({ label: says.whole })
    await check()
    await page.getByRole('button', { name: says.press }).click()
    await page.getByText(says.changed).waitFor()
    await page.goto(`${set.world.base}/accounts/acme.example/users?find=ines`)
    await page.getByRole('link', { name: 'Inès Caron' }).click()
    await page.getByRole('link', { name: says.remove }).click()
    await check()
    await page.locator('main form button.danger').click()
    await page.getByText(says.removed).waitFor()
    await page.getByRole('link', { name: says.open }).click()
    await check()
    await page.getByRole('button', { name: says.withdraw, exact: false }).last().click()
    await page.getByText(says.withdrawn).waitFor()
    expect(complaintsOf(page)).toEqual([])
    await page.context().close()
  },
)

it('somebody who is invited reads what it gives before they answer', async () => {
  const ana = await set.world.as('ana')
  const path = '/accounts/acme.example/users/add'
  const fields = { addresses: 'olga@operator.example', role: 'SV', places: '', ends: '', endsTime: '' }
  const kept = await ana.post(path, fields)
  await ana.post(kept.location ?? '')
  await set.world.settle()
  const mail = set.world.mails.to('olga@operator.example').at(-1)?.text ?? ''
  const link = /http:\/\/[^\s]+\/invitation-link\?t=[\w-]{43}/.exec(mail)?.[0] ?? ''
  const stranger = await set.open()
  await stranger.goto(link)
  await stranger.getByText('Smart Account Viewer for the entire Smart Account').waitFor()
  await expectAccessible(stranger)
  const page = await set.as('olga')
  await page.goto(`${set.world.base}/invitations`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Accept the invitation to ACME' }).click()
  await page.getByText('You have access now').waitFor()
  expect([...complaintsOf(page), ...complaintsOf(stranger)]).toEqual([])
})
