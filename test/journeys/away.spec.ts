import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { asks } from '../world/acts.ts'
import { complaintsOf, expectAccessible, type Stage, stage } from './stage.ts'

const words = {
  en: {
    save: 'Save the days',
    saved: 'Your days are saved',
    delegate: 'Stands in for you in ACME',
    saveDelegate: 'Save who stands in for you in ACME',
    chosen: 'the person is told',
    away: /Ana Costa is away until .*; Ben Okafor decides in the meantime\./,
    also: 'You also decide for Ana Costa',
    approve: 'Approve',
    viewer: 'Smart Account Viewer',
    whole: 'Entire Smart Account',
    noEnd: /without end|no end/i,
    done: 'Raul Ortega has access',
    logged: 'also for 1 colleague who was away',
    back: 'I am here',
    here: 'requests come to you again',
  },
  fr: {
    save: 'Enregistrer les dates',
    saved: 'Vos dates sont enregistrées',
    delegate: 'Prend le relais dans ACME',
    saveDelegate: 'Enregistrer qui prend le relais dans ACME',
    chosen: 'la personne est prévenue',
    away: /Ana Costa est en congé ou en déplacement jusqu’au .*; Ben Okafor décide à sa place\./,
    also: 'Vous décidez aussi pour Ana Costa',
    approve: 'Approuver',
    viewer: 'Lecteur du compte Smart',
    whole: 'Compte Smart entier',
    noEnd: /sans fin|sans date/i,
    done: /Raul Ortega a (maintenant )?accès/,
    logged: 'également pour 1 collègue pendant son absence',
    back: 'Je suis là',
    here: 'les demandes vous parviennent de nouveau',
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())
beforeEach(async () => {
  await set.world.owner('delete from limits')
  await set.world.owner('delete from delegates')
  await set.world.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1
     where status in ('PENDING', 'INFO_REQUESTED') and requester_id in (select id from people where address like 'raul@%')`,
  )
  await set.world.owner(
    `update grants set revoked_at = app_now() where revoked_at is null and person_id in (select id from people where address like 'raul@%')`,
  )
})

const cases = [
  { locale: 'en', scripts: true },
  { locale: 'fr', scripts: false },
] as const

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

it.each(cases)(
  'the delegate decides while the administrator is away ($locale, scripts: $scripts)',
  async (look) => {
    const says = words[look.locale]
    const { world } = set

    const ana = await set.as('ana', look)
    await ana.goto(`${world.base}/profile/settings`)
    await ana.locator('a[href="/profile/away"]').click()
    await ana.getByLabel(says.delegate, { exact: true }).selectOption({ label: 'Ben Okafor' })
    await ana.getByRole('button', { name: says.saveDelegate }).click()
    await ana.getByText(says.chosen).waitFor()
    await ana.locator('input[name=until]').fill(day(5))
    await ana.getByRole('button', { name: says.save }).click()
    await ana.getByText(says.saved).waitFor()
    if (look.scripts) await expectAccessible(ana)

    await world.settle()
    const before = world.mails.to('ana@acme.example').length
    const id = await asks(world, 'raul', { role: 'SV', scope: 'account' })
    await world.settle()
    expect(world.mails.to('ana@acme.example')).toHaveLength(before)
    const raul = await set.as('raul', look)
    await raul.goto(`${world.base}/requests/${id}`)
    await raul.getByText(says.away).first().waitFor()

    const ben = await set.as('ben', look)
    await ben.goto(`${world.base}/requests/${id}`)
    await ben.getByText(says.also).first().waitFor()
    if (look.scripts) await expectAccessible(ben)
    await ben.getByRole('link', { name: says.approve, exact: true }).first().click()
    await ben.getByLabel(says.whole).first().check()
    await ben.getByLabel(says.viewer).first().check()
    await ben.getByLabel(says.noEnd).first().check()
    await ben.locator('main form .form-actions button[type=submit]').first().click()
    await ben.getByText(says.done).first().waitFor()

    await ana.goto(`${world.base}/accounts/acme.example/events`)
    await ana.getByText(says.logged).first().waitFor()
    await ana.goto(`${world.base}/profile/away`)
    await ana.getByRole('button', { name: says.back }).click()
    await ana.getByText(says.here).waitFor()
    for (const page of [ana, raul, ben]) expect(complaintsOf(page)).toEqual([])
  },
)
