import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, withToken } from '../../../test/world/api-client.ts'
import { asks } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'
import { conversationSchema } from './conversation.schema.ts'
import { requestSchema } from './request.schema.ts'

let here: World
let raul: ApiClient
let ana: ApiClient
let id: string
beforeAll(async () => {
  here = await world()
  raul = await withToken(here, 'raul')
  ana = await withToken(here, 'ana')
  id = await asks(here, 'raul')
})
afterAll(() => here.end())

const at = (verb: string) => `/api/v1/requests/${id}/${verb}`
const codeOf = (text: string) => String(JSON.parse(text).type).split('#problem-')[1]
const said = async (who: ApiClient) =>
  conversationSchema.parse(JSON.parse((await who.get(at('conversation'))).text))

describe('the API', () => {
  it('asks, answers, comments and claims, and reads what was said', async () => {
    const text = 'Which of the Lyon licences do you need to see?'
    const asked = await ana.post(at('ask-for-information'), { text }, { 'If-Match': '"1"' })
    expect(requestSchema.parse(JSON.parse(asked.text))).toMatchObject({
      status: 'INFO_REQUESTED',
      version: 2,
    })
    expect((await said(raul)).questions).toMatchObject([{ n: 1, text, askedBy: 'Ana Costa', answer: null }])
    const other = await raul.post(at('answer'), { question: 2, text: 'Those of the workshop.' })
    expect([other.status, codeOf(other.text)]).toEqual([409, 'other-question'])
    const short = await raul.post(at('answer'), { question: 1, text: 'Those' })
    expect([short.status, JSON.parse(short.text).errors[0].pointer]).toEqual([422, '/text'])
    expect((await raul.post(at('answer'), { question: 1, text: 'Those of the workshop.' })).status).toBe(200)
    expect((await raul.post(at('comment'), { text: 'Friday will do.' })).status).toBe(200)
    expect((await ana.post(at('claim'))).status).toBe(200)
    expect((await said(ana)).claim).toMatchObject({ by: 'Ana Costa', mine: true })
    const ben = await withToken(here, 'ben')
    const taken = await ben.post(at('claim'))
    expect([taken.status, codeOf(taken.text)]).toEqual([409, 'claimed-already'])
    expect((await ana.post(at('release'))).status).toBe(200)
    const read = await said(raul)
    expect(read.comments).toMatchObject([{ side: 'REQUESTER', n: 1, text: 'Friday will do.' }])
    expect(read.claim).toBeNull()
  })

  it('repeats nothing that is sent twice with one key', async () => {
    const key = { 'Idempotency-Key': 'the-same-comment' }
    for (let n = 0; n < 2; n++)
      expect((await raul.post(at('comment'), { text: 'Only once.' }, key)).status).toBe(200)
    expect((await said(raul)).comments.filter(({ text }) => text === 'Only once.')).toHaveLength(1)
  })

  it('tells no name that the account does not show, and nothing to strangers', async () => {
    await here.owner(`update accounts set show_administrators = 'NONE' where identifier = 'acme.example'`)
    expect((await said(raul)).questions[0]?.askedBy).toBeNull()
    const zoe = await withToken(here, 'zoe')
    for (const verb of ['claim', 'release']) expect((await zoe.post(at(verb))).status).toBe(404)
    expect((await zoe.post(at('comment'), { text: 'Hello' })).status).toBe(404)
    expect((await zoe.get(at('conversation'))).status).toBe(404)
    const reader = await withToken(here, 'ana', ['requests:read'])
    expect((await reader.post(at('claim'))).status).toBe(403)
  })
})
