import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks } from '../world/acts.ts'
import { complaintsOf, expectAccessible, type Look, type Stage, stage } from './stage.ts'

const words = {
  en: {
    passOn: 'Pass on to support',
    withSupport: 'The request is with support now.',
    desk: 'Support desk',
    evidence: 'Evidence',
    reach: 'Can be reached',
    assign: 'Assign to me',
    message: 'Your message',
    send: 'Send',
    sent: 'Sent.',
    question: 'I call the administrators today and tell you what they say.',
    answer: 'Thank you, it is urgent for the roll-out.',
    handBack: 'Hand back to the administrators',
    doHandBack: 'Hand back',
    handedBack: 'The request is with its administrators again.',
    resolved: 'Resolved',
    approve: 'Approve',
    yours: 'Your cases',
  },
  fr: {
    passOn: 'Transmettre au support',
    withSupport: 'La demande est maintenant auprès du support.',
    desk: 'Bureau du support',
    evidence: 'Éléments connus',
    reach: 'Joignable',
    assign: 'Me l’attribuer',
    message: 'Votre message',
    send: 'Envoyer',
    sent: 'Message envoyé.',
    question: 'J’appelle les administrateurs aujourd’hui et vous dis ce qu’ils répondent.',
    answer: 'Merci, c’est urgent pour le déploiement.',
    handBack: 'Rendre aux administrateurs',
    doHandBack: 'Rendre la demande',
    handedBack: 'La demande est de nouveau auprès de ses administrateurs.',
    resolved: 'Résolu',
    approve: 'Approuver',
    yours: 'Vos dossiers',
  },
} as const

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())

/** A request of Raul's to ACME that is overdue by now. */
async function overdue(): Promise<string> {
  const { world } = set
  await world.owner(
    `update access_requests set submitted_at = submitted_at - interval '40 days',
       status = case when settled_at is null then 'WITHDRAWN' else status end,
       version = version + case when settled_at is null then 1 else 0 end,
       status_changes = status_changes + case when settled_at is null then 1 else 0 end,
       settled_at = coalesce(settled_at, app_now())
     where requester_id = $1`,
    [await world.idOf('raul')],
  )
  await world.setClock('-9 days')
  const id = await asks(world, 'raul')
  await world.settle()
  await world.setClock('0 days')
  return id
}

async function says(page: Page, text: string, w: (typeof words)['en' | 'fr']): Promise<void> {
  const form = page.locator('form[action$="/write"]').first()
  await form.getByLabel(w.message).fill(text)
  await form.getByRole('button', { name: w.send, exact: true }).click()
  await page.getByText(w.sent, { exact: true }).waitFor()
  await page.getByText(text).waitFor()
}

async function journey(look: Look & { readonly locale: 'en' | 'fr' }): Promise<void> {
  const w = words[look.locale]
  // The rules are tried by a script.
  const check = (page: Page) => (look.scripts ? expectAccessible(page) : Promise.resolve())
  const id = await overdue()
  const base = set.world.base
  const raul = await set.as('raul', look)
  await raul.goto(`${base}/requests/${id}`)
  await raul.getByRole('link', { name: w.passOn }).click()
  await check(raul)
  await raul.getByRole('button', { name: w.passOn }).click()
  await raul.getByText(w.withSupport).waitFor()
  await check(raul)
  const casePage = raul.url().replace(/\?.*/, '')

  const sam = await set.as('sam', look)
  await sam.goto(`${base}/support`)
  await sam.getByRole('heading', { name: w.desk }).waitFor()
  await check(sam)
  await sam.locator(`a[href="${new URL(casePage).pathname}"]`).click()
  await sam.getByText(w.reach).first().waitFor()
  await check(sam)
  await sam.getByRole('button', { name: w.assign }).click()
  await says(sam, w.question, w)

  await raul.goto(casePage)
  await raul.getByText(w.question).waitFor()
  await says(raul, w.answer, w)

  await sam.goto(casePage)
  await sam.getByText(w.answer).waitFor()
  await sam.getByRole('link', { name: w.handBack }).click()
  await check(sam)
  await sam.getByRole('button', { name: w.doHandBack, exact: true }).click()
  await sam.getByText(w.handedBack).waitFor()

  const ana = await set.world.as('ana')
  const [row] = await set.world.owner<{ version: number }>(
    'select version from access_requests where id = $1',
    [id],
  )
  const role = look.locale === 'en' ? 'SV' : 'SU'
  const fields = { scope: 'ACCOUNT', role, end: 'NONE', ends: '', note: 'As we agreed.' }
  expect(
    (await ana.post(`/requests/${id}/approve`, { version: String(row?.version), ...fields })).status,
  ).toBe(303)
  await raul.goto(`${base}/cases`)
  await raul.getByRole('heading', { name: w.yours }).waitFor()
  await raul.getByText(w.resolved, { exact: true }).first().waitFor()
  await check(raul)
  expect([...complaintsOf(raul), ...complaintsOf(sam)]).toEqual([])
  await raul.context().close()
  await sam.context().close()
}

describe('a request that nobody answers', () => {
  it.each([
    { locale: 'en', scripts: false },
    { locale: 'fr', scripts: true, width: 360, theme: 'dark' },
  ] as const)(
    'is passed on to support, talked about, handed back and decided: %o',
    (look) => journey(look),
    240_000,
  )
})
