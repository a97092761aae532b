import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, refusal } from '../../../test/world/acts.ts'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
let ana: Visitor
beforeAll(async () => {
  here = await world()
  await here.owner('delete from prepared_texts')
  ana = await here.as('ana')
})
afterAll(() => here.end())

const at = '/accounts/acme.example/prepared-texts'
const english = 'The Paris team runs this roll-out; please ask them.'
const french = 'L’équipe de Paris mène ce déploiement ; merci de lui demander.'
const fields = {
  purpose: 'DECLINE',
  titleEn: 'Ask the Paris team',
  textEn: english,
  titleFr: 'Voir avec Paris',
  textFr: french,
}
const add = (who: Visitor, more: Record<string, string> = {}) => who.post(`${at}/new`, { ...fields, ...more })
const ids = async () =>
  (await here.owner<{ id: string }>('select id from prepared_texts order by created_at, id')).map(
    ({ id }) => id,
  )

describe('the administrators of an account', () => {
  it('keep texts ready in both languages, change them and remove them', async () => {
    expect((await ana.get(at)).text.includes('No text is prepared yet')).toBe(true)
    expect((await add(ana)).location).toBe(`${at}?done=saved`)
    const [id] = await ids()
    const list = (await ana.get(at)).text
    for (const said of ['Ask the Paris team', english, french, 'Declining a request'])
      expect([said, list.includes(said)]).toEqual([said, true])
    const changed = { ...fields, titleEn: 'Elsewhere', titleFr: '', textFr: '' }
    expect((await ana.post(`${at}/${id}`, changed)).status).toBe(303)
    expect((await ana.get(at)).text.includes('Missing')).toBe(true)
    expect((await ana.get(`${at}/${id}/remove`)).text.includes(english)).toBe(true)
    expect((await ana.post(`${at}/${id}/remove`)).location).toBe(`${at}?done=removed`)
    expect((await ana.post(`${at}/${id}/remove`)).status).toBe(404)
    const events = await here.owner<{ type: string }>(
      `select type from events where type like 'account.prepared%' order by seq`,
    )
    expect(events.map(({ type }) => type)).toEqual([
      'account.prepared-text-saved',
      'account.prepared-text-saved',
      'account.prepared-text-removed',
    ])
  })

  it('are told what is missing, and keep what they typed', async () => {
    const wrong = await add(ana, { textEn: 'Short', titleFr: '' })
    expect(wrong.status).toBe(422)
    for (const id of ['textEn-error', 'titleFr-error', 'Ask the Paris team'])
      expect([id, wrong.text.includes(id)]).toEqual([id, true])
    const none = await add(ana, { titleEn: '', textEn: '', titleFr: '', textFr: '' })
    expect([none.status, none.text.includes('in one language at least')]).toEqual([422, true])
    expect((await add(ana, { purpose: 'PRAISE' })).status).toBe(422)
    expect(await ids()).toEqual([])
  })

  it('keep forty at most, however many save at once', async () => {
    await here.owner(
      `insert into prepared_texts (account_id, id, purpose, title_en, text_en)
       select a.id, gen_random_uuid(), 'DECLINE', 'Text ' || n, 'One of many texts.'
       from accounts a, generate_series(1, 38) n where a.identifier = 'acme.example'`,
    )
    const answers = await Promise.all(Array.from({ length: 5 }, () => add(ana)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 303, 409, 409, 409])
    expect(await ids()).toHaveLength(40)
    await here.owner('delete from prepared_texts')
  })

  it('are the only ones who see or change them', async () => {
    await here.owner('delete from prepared_texts')
    await add(ana)
    const [id] = await ids()
    for (const who of ['vera', 'luc', 'raul', 'zoe', 'sam', 'olga', 'dmitri'] as const) {
      const visitor = await here.as(who)
      for (const path of [at, `${at}/new`, `${at}/${id}`, `${at}/${id}/remove`])
        expect([who, path, (await visitor.get(path)).status]).toEqual([who, path, 404])
      expect((await add(visitor)).status).toBe(404)
      expect((await visitor.post(`${at}/${id}`, fields)).status).toBe(404)
      expect((await visitor.post(`${at}/${id}/remove`)).status).toBe(404)
    }
    expect(await ids()).toEqual([id])
  })
})

describe('somebody who declines or asks', () => {
  it('starts from a prepared text, in the language of who will read it, and loses nothing they typed', async () => {
    await here.owner('delete from prepared_texts')
    await add(ana)
    const question = 'Which of the licences do you need, and until when?'
    await add(ana, { purpose: 'QUESTION', titleEn: 'Which ones', textEn: question, titleFr: '', textFr: '' })
    const [decline, ask] = await ids()
    const id = await asks(here, 'raul')
    const form = (await ana.get(`/requests/${id}/decline`)).text
    expect(form.includes('Ask the Paris team')).toBe(true)
    expect(form.includes('Which ones')).toBe(false)
    const filled = await ana.post(`/requests/${id}/decline/fill`, {
      ...refusal({ text: 'Dear Raul,', private: 'Between us' }),
      prepared: decline ?? '',
    })
    expect(filled.status).toBe(200)
    expect(filled.text.includes(`>\nDear Raul,\n\n${french}</textarea>`)).toBe(true)
    for (const kept of ['Between us', 'value="NOT_NEEDED" checked'])
      expect([kept, filled.text.includes(kept)]).toEqual([kept, true])
    const asked = await ana.post(`/requests/${id}/question/fill`, {
      version: '1',
      prepared: ask ?? '',
      question: '',
    })
    expect(asked.text.includes(`>\n${question}</textarea>`)).toBe(true)
    const nothing = await ana.post(`/requests/${id}/decline/fill`, {
      ...refusal({ text: 'Mine' }),
      prepared: '',
    })
    expect(nothing.text.includes('>\nMine</textarea>')).toBe(true)
    const sent = await ana.post(`/requests/${id}/decline`, {
      ...refusal({ text: french }),
      prepared: decline ?? '',
    })
    expect(sent.status).toBe(303)
    for (const who of ['raul', 'zoe'] as const) {
      const stranger = await (await here.as(who)).post(`/requests/${id}/decline/fill`, refusal())
      expect(stranger.text.includes(english) || stranger.text.includes(french)).toBe(false)
    }
  })
})
