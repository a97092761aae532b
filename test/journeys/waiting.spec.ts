import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentOnMonday } from '../world/monday.ts'
import { complaintsOf, expectAccessible, type Stage, stage } from './stage.ts'

const words = {
  en: {
    planned: 'A reminder goes to the administrators on',
    from: 'You can send a reminder from',
    remind: 'Send Reminder',
    sent: 'Reminder sent.',
    went: 'went to 2 administrators',
    arrived: '2 mails were delivered.',
    left: 'You can send 2 more reminders.',
    overdue: 'Overdue',
    support: 'It goes to the support desk on',
    passOn: 'Pass on to support',
    mail: /^Not answered yet: your access request for ACME/,
  },
  fr: {
    planned: 'Un rappel part aux administrateurs le',
    from: 'Vous pouvez envoyer un rappel à partir du',
    remind: 'Envoyer un rappel',
    sent: 'Rappel envoyé.',
    went: 'est parti à 2 administrateurs',
    arrived: '2 mails ont été remis.',
    left: 'Vous pouvez encore envoyer 2 rappels.',
    overdue: 'En retard',
    support: 'Elle passe au support le',
    passOn: 'Transmettre au support',
    mail: /^Encore sans réponse\s: votre demande d’accès à ACME/,
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())

describe.each(['en', 'fr'] as const)('somebody who hears nothing, in %s', (locale) => {
  const say = words[locale]

  it('reads what happens next, sends a reminder, and sees when the answer is late', async () => {
    const { world } = set
    const id = await sentOnMonday(world)
    const open = async () => {
      const page = await set.as('luc', { locale })
      await page.goto(`${world.base}/requests/${id}`)
      return page
    }
    const early = await open()
    const said = () => early.locator('main').innerText()
    expect(await said()).toContain(say.planned)
    expect(await said()).toContain(say.from)
    expect(await early.getByRole('button', { name: say.remind }).count()).toBe(0)
    await expectAccessible(early)

    await world.pass('75 hours')
    const page = await open()
    await page.getByRole('button', { name: say.remind }).click()
    await page.getByText(say.sent).waitFor()
    await world.settle()
    await page.reload()
    const card = await page.locator('main').innerText()
    for (const sentence of [say.went, say.arrived, say.left]) expect(card).toContain(sentence)

    await world.pass('8 days')
    const late = await open()
    const text = await late.locator('main').innerText()
    for (const sentence of [say.overdue, say.support]) expect(text).toContain(sentence)
    await late.getByRole('link', { name: say.passOn }).waitFor()
    await expectAccessible(late)
    const mails = world.mails.to('luc@acme.example').map(({ subject }) => subject)
    expect(mails.some((subject) => say.mail.test(subject ?? ''))).toBe(true)
    for (const one of [early, page, late]) expect(complaintsOf(one)).toEqual([])
  })
})
