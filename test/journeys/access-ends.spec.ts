import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { complaintsOf, expectAccessible, type Stage, stage } from './stage.ts'

const words = {
  en: {
    soon: 'One of your rights ends soon',
    see: 'See what ends',
    ends: /Ends in \d+ days/,
    more: /^Ask for more time: /,
    asked: /^Open request: AR-/,
    approve: 'Approve',
    viewer: 'Smart Account Viewer',
    whole: 'Entire Smart Account',
    another: 'Until another date',
    time: 'Time of that day',
    done: 'Vera Lindqvist has access',
    at: /18:00/,
    leave: 'Leave this account',
    left: 'You left the account',
  },
  fr: {
    soon: 'Un de vos droits prend bientôt fin',
    see: 'Voir ce qui prend fin',
    ends: /Prend fin dans \d+ jours/,
    more: /^Demander à prolonger\s: /,
    asked: /^Demande en cours\s: AR-/,
    approve: 'Approuver',
    viewer: 'Lecteur du compte Smart',
    whole: 'Compte Smart entier',
    another: 'Jusqu’à une autre date',
    time: 'Heure de ce jour',
    done: /Vera Lindqvist a (maintenant )?accès/,
    at: /18:00/,
    leave: 'Quitter ce compte',
    left: 'Vous avez quitté le compte',
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())
beforeEach(async () => {
  const vera = `(select id from people where address like 'vera@%')`
  await set.world.owner('delete from limits')
  await set.world.owner(
    `update grants set revoked_at = app_now() where revoked_at is null and person_id = ${vera}
       and account_id = (select id from accounts where identifier = 'initech.example')`,
  )
  await set.world.owner(
    `insert into grants (account_id, id, person_id, role, source, ends_at)
     select a.id, gen_random_uuid(), p.id, 'SV', 'DIRECT', app_now() + interval '9 days' from accounts a, people p
     where a.identifier = 'initech.example' and p.id = ${vera}`,
  )
})

const cases = [
  { locale: 'en', scripts: true, width: 1280 },
  { locale: 'fr', scripts: false, width: 360 },
] as const

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

it.each(cases)(
  'somebody sees that access ends, asks for more time, and leaves ($locale, scripts: $scripts)',
  async (look) => {
    const says = words[look.locale]
    const { world } = set

    const vera = await set.as('vera', look)
    await vera.goto(world.base)
    await vera.getByText(says.soon).waitFor()
    await vera.getByRole('link', { name: says.see }).click()
    await vera.getByText(says.ends).waitFor()
    if (look.scripts) await expectAccessible(vera)
    await vera.getByRole('button', { name: says.more }).click()
    await vera.waitForURL(/\/requests\/[0-9a-f-]+\/sent$/)
    const id = /requests\/([0-9a-f-]+)\//.exec(vera.url())?.[1] ?? ''
    await vera.goto(`${world.base}/access/smart-accounts`)
    await vera.getByText(says.asked).waitFor()
    if (look.scripts) await expectAccessible(vera)

    const dmitri = await set.as('dmitri', look)
    await dmitri.goto(`${world.base}/requests/${id}/approve`)
    await dmitri.getByLabel(says.whole).first().check()
    await dmitri.getByLabel(says.viewer).first().check()
    await dmitri.getByLabel(says.another).check()
    await dmitri.locator('input[name=ends]').fill(inDays(90))
    await dmitri.getByLabel(says.time).fill('18:00')
    await dmitri.locator('textarea[name=note]').fill('Until the end of the quarter.')
    if (look.scripts) await expectAccessible(dmitri)
    await dmitri.locator('main form button[type=submit]').last().click()
    await dmitri.getByRole('heading', { name: says.done }).waitFor()

    await vera.goto(`${world.base}/access/smart-accounts/initech.example`)
    await vera.getByText(says.at).first().waitFor()
    await vera.getByRole('link', { name: says.leave }).click()
    if (look.scripts) await expectAccessible(vera)
    await vera.getByRole('button', { name: says.leave }).click()
    await vera.getByText(says.left).waitFor()
    expect(await vera.getByText('initech.example').count()).toBe(0)
    expect([...complaintsOf(vera), ...complaintsOf(dmitri)]).toEqual([])
  },
  60_000,
)
