import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adds, type IdentityProvider, startIdentityProvider } from '../world/identity-provider.ts'
import { complaintsOf, expectAccessible, type Stage, stage } from './stage.ts'

let here: Stage
let acme: IdentityProvider
let globex: IdentityProvider
beforeAll(async () => {
  ;[here, acme, globex] = [await stage(), await startIdentityProvider(), await startIdentityProvider()]
  await adds(here.world, acme, { domains: 'fresh.example' })
})
afterAll(async () => {
  await here[Symbol.asyncDispose]()
  await acme.stop()
  await globex.stop()
})

const words = {
  en: {
    go: 'Continue with Acme Login',
    organisation: 'Continue with your organisation',
    find: 'Go on',
    again: 'Try again',
    confirm: 'Confirm with Acme Login',
    remove: 'Remove Acme Login',
    removed: 'The organisation is removed.',
  },
  fr: {
    go: 'Continuer avec Acme Login',
    organisation: 'Continuer avec votre organisation',
    find: 'Continuer',
    again: 'Réessayer',
    confirm: 'Confirmer avec Acme Login',
    remove: 'Retirer Acme Login',
    removed: 'L’organisation est retirée.',
  },
} as const

describe.each([
  { locale: 'en', scripts: true, theme: 'light', width: 1280 },
  { locale: 'fr', scripts: false, theme: 'dark', width: 360 },
] as const)('somebody of an organisation, in $locale, scripts: $scripts', (look) => {
  const t = words[look.locale]
  const person = (sub: string) => ({
    sub,
    email: `${sub}@fresh.example`,
    email_verified: true,
    given_name: 'Inès',
    family_name: 'Moreau',
    locale: look.locale,
  })

  it('signs in there, comes back to where they were going, and confirms there what takes a confirmation', async () => {
    acme.person = person(`ines-${look.locale}`)
    const page = await here.open(look)
    const lookAt = async () => {
      if (look.scripts) await expectAccessible(page)
    }
    await page.goto(`${here.world.base}/profile/settings`)
    await lookAt()
    await page.getByRole('link', { name: t.go }).click()
    await page.waitForURL(`${here.world.base}/profile/settings`)
    await lookAt()
    await page.goto(`${here.world.base}/profile/personal`)
    await lookAt()
    expect(await page.locator('#firstName').getAttribute('readonly')).not.toBeNull()
    await page.goto(`${here.world.base}/profile/settings`)
    await page.getByRole('button', { name: t.remove }).click()
    await page.waitForURL('**/confirm-password?*')
    await lookAt()
    await page.getByRole('link', { name: t.confirm }).click()
    await page.waitForURL(`${here.world.base}/profile/settings`)
    await page.getByRole('button', { name: t.remove }).click()
    expect(await page.getByRole('status').first().textContent()).toContain(t.removed)
    expect(complaintsOf(page)).toEqual([])
  })

  it('is told when it did not work, and tries again', async () => {
    acme.person = null
    const page = await here.open(look)
    await page.goto(`${here.world.base}/sign-in?next=%2Fprofile`)
    await page.getByRole('link', { name: t.go }).click()
    await page.waitForURL('**/back?*')
    if (look.scripts) await expectAccessible(page)
    acme.person = person(`nora-${look.locale}`)
    await page.getByRole('link', { name: t.again }).click()
    await page.waitForURL('**/profile')
    await page.goBack()
    expect(complaintsOf(page)).toEqual([])
  })
})

describe('where there are several organisations', () => {
  it('one gives an address, and goes on from the page that answers', async () => {
    await adds(here.world, globex, { name: 'Globex', domains: 'globex.example' })
    globex.person = { sub: 'gus', email: 'gus@globex.example', email_verified: true }
    const t = words.en
    const page = await here.open()
    await page.goto(`${here.world.base}/sign-in?next=%2Fprofile`)
    expect(await page.getByRole('link', { name: t.go }).count()).toBe(0)
    await page.getByRole('link', { name: t.organisation }).click()
    await expectAccessible(page)
    await page.fill('#address', 'gus@globex.example')
    await page.getByRole('button', { name: t.find }).click()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Continue with Globex' }).click()
    await page.waitForURL('**/profile')
    expect(complaintsOf(page)).toEqual([])
  })
})
