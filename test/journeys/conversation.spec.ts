import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks } from '../world/acts.ts'
import { complaintsOf, expectAccessible, type Look, type Stage, stage } from './stage.ts'

const words = {
  en: {
    ask: 'Ask a question',
    prepared: 'Prepared text',
    insert: 'Put it in',
    question: 'Your question',
    sendQuestion: 'Send the question',
    asked: 'Question sent.',
    forYou: 'A question for you',
    answer: 'Your answer',
    sendAnswer: 'Send the answer',
    short: 'Write at least 10 characters',
    answered: 'Answer sent.',
    comment: 'Your comment',
    sendComment: 'Send the comment',
    looking: 'I am looking at it',
    youLook: /You are looking at it, until/,
    text: 'Which of the licences do you need, and until when?',
    title: 'Which ones',
  },
  fr: {
    ask: 'Poser une question',
    prepared: 'Texte préparé',
    insert: 'L’insérer',
    question: 'Votre question',
    sendQuestion: 'Envoyer la question',
    asked: 'Question envoyée.',
    forYou: 'Une question pour vous',
    answer: 'Votre réponse',
    sendAnswer: 'Envoyer la réponse',
    short: 'Écrivez au moins 10 caractères',
    answered: 'Réponse envoyée.',
    comment: 'Votre commentaire',
    sendComment: 'Envoyer le commentaire',
    looking: 'Je m’en occupe',
    youLook: /Vous vous en occupez, jusqu’à/,
    text: 'De quelles licences avez-vous besoin, et jusqu’à quand ?',
    title: 'Lesquelles',
  },
} as const

type Words = (typeof words)[keyof typeof words]

let set: Stage
let id: string
beforeAll(async () => {
  set = await stage()
  const ana = await set.world.as('ana')
  await ana.post('/accounts/acme.example/prepared-texts/new', {
    purpose: 'QUESTION',
    titleEn: words.en.title,
    textEn: words.en.text,
    titleFr: words.fr.title,
    textFr: words.fr.text,
  })
})
afterAll(() => set[Symbol.asyncDispose]())
beforeEach(async () => {
  if (id) await (await set.world.as('raul')).post(`/requests/${id}/withdraw`)
  await set.world.owner(`update access_requests set submitted_at = submitted_at - interval '2 days'`)
  id = await asks(set.world, 'raul')
})

const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click()

/** An administrator asks, starting from a text that was prepared. */
async function askQuestion(page: Page, w: Words, look: Look): Promise<void> {
  await page.goto(`${set.world.base}/requests/${id}`)
  await page.getByRole('link', { name: w.ask }).click()
  await page.getByLabel(w.prepared).selectOption({ label: w.title })
  await press(page, w.insert)
  const field = page.getByLabel(w.question, { exact: true })
  await expect.poll(() => field.inputValue()).toBe(w.text)
  if (look.scripts) {
    expect(page.url()).not.toContain('/fill')
    await expectAccessible(page)
  }
  await press(page, w.sendQuestion)
  await page.getByText(w.asked).waitFor()
  if (look.scripts) await expectAccessible(page)
}

/** The requester finds the question at home, answers too shortly, then rightly. */
async function answerQuestion(page: Page, w: Words, look: Look): Promise<void> {
  await page.goto(`${set.world.base}/`)
  await page.locator(`main a[href="/requests/${id}#question"]`).click()
  await page.getByRole('heading', { name: w.forYou }).waitFor()
  await page.locator('#question').getByText(w.text).waitFor()
  await page.getByLabel(w.answer, { exact: true }).fill('Oui')
  await press(page, w.sendAnswer)
  await page.getByText(w.short).first().waitFor()
  const field = page.getByLabel(w.answer, { exact: true })
  expect(await field.inputValue()).toBe('Oui')
  if (look.scripts) await expectAccessible(page)
  await field.fill('Those of the workshop, until the end of March.')
  await press(page, w.sendAnswer)
  await page.getByText(w.answered).waitFor()
}

describe('a conversation', () => {
  const looks: Look[] = [
    { locale: 'en', scripts: true },
    { locale: 'fr', scripts: true },
    { locale: 'en', scripts: false },
    { locale: 'fr', scripts: false },
  ]
  it.each(looks)(
    'asks and answers before deciding: $locale, scripts $scripts',
    async (look) => {
      const w = words[look.locale ?? 'en']
      const raul = await set.as('raul', look)
      const ana = await set.as('ana', look)
      await askQuestion(ana, w, look)
      await answerQuestion(raul, w, look)
      if (!look.scripts) await ana.reload()
      await ana.getByText('Those of the workshop, until the end of March.').waitFor()
      await press(ana, w.looking)
      await ana.getByText(w.youLook).waitFor()
      await ana.getByLabel(w.comment, { exact: true }).fill('Thank you, I see to it.')
      await press(ana, w.sendComment)
      if (!look.scripts) await raul.reload()
      // With scripts the page of the other side learns of it by itself.
      await raul.getByText('Thank you, I see to it.').waitFor()
      // What was said once stands there once, however often the page renews itself.
      expect(await raul.locator('#flash').count()).toBe(1)
      for (const page of [raul, ana]) {
        expect(complaintsOf(page)).toEqual([])
        await page.context().close()
      }
    },
    90_000,
  )

  it('leaves alone what somebody types while the other side says something', async () => {
    const raul = await set.as('raul', { locale: 'en' })
    await raul.goto(`${set.world.base}/requests/${id}`)
    await raul.getByLabel(words.en.comment, { exact: true }).fill('I am still typing th')
    await (await set.world.as('ana')).post(`/requests/${id}/comment`, { comment: 'Here is Ana.' })
    await raul.getByText('Here is Ana.').waitFor()
    expect(await raul.getByLabel(words.en.comment, { exact: true }).inputValue()).toBe('I am still typing th')
    await raul.context().close()
  }, 60_000)
})
