import type { Locator, Page } from 'playwright-core'
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

const users = '/accounts/acme.example/users'

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`The keyboard does not reach ${String(target)}`)
}

it('several users are changed with the keyboard alone, after each was shown', async () => {
  const page = await set.as('ana')
  await page.goto(`${set.world.base}${users}`)
  for (const name of ['Luc Bernard', 'Ben Okafor']) {
    await tabTo(page, page.getByRole('checkbox', { name: `Tick ${name}` }))
    await page.keyboard.press('Space')
  }
  await tabTo(page, page.getByRole('button', { name: 'Change those ticked' }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Change 2 users' }).waitFor()
  // The first of the choices, and with the arrows the next one.
  await tabTo(page, page.locator('input[name=what]').first())
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: 'Look at what becomes of each' }))
  await page.keyboard.press('Enter')
  await page.locator('[role=alert]').waitFor()
  await expectAccessible(page)
  // From the summary each mistake leads to its field.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('whichRole')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, page.locator('select[name=to]'))
  await page.keyboard.type('Virtual Account User')
  await tabTo(page, page.getByRole('button', { name: 'Look at what becomes of each' }))
  await page.keyboard.press('Enter')
  await page.getByText('Becomes: Virtual Account User for Paris').waitFor()
  await page.getByText('This role is not held at such a place.').waitFor()
  await expectAccessible(page)
  await tabTo(page, page.getByRole('button', { name: 'Change 1 role' }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '1 line is done' }).waitFor()
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
})

it('all whom the list shows are changed without scripts, on a phone', async () => {
  const page = await set.as('ana', { locale: 'fr', scripts: false, width: 360 })
  await page.goto(`${set.world.base}${users}?find=strand`)
  await page.getByRole('button', { name: 'Modifier toutes celles qui correspondent' }).click()
  await page.getByRole('heading', { name: 'Modifier 1 utilisateur' }).waitFor()
  await page.getByLabel('Retirer du compte').check()
  await page.getByRole('button', { name: 'Voir ce qu’il advient de chacun' }).click()
  await page.getByText('Tout prend fin').waitFor()
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect(tooWide).toBe(false)
  await page.getByRole('button', { name: 'Retirer 1 utilisateur' }).click()
  await page.getByRole('heading', { name: '1 ligne est exécutée' }).waitFor()
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
})
