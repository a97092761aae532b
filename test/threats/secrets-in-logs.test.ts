import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword } from '../../src/instance/demo/cast.ts'
import { installation, newId } from '../../src/kernel/id.ts'
import { approves, asks } from '../world/acts.ts'
import { tokenOf, withToken } from '../world/api-client.ts'
import { goodPassword, linkFor, open } from '../world/links.ts'
import { type World, world } from '../world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const reason = 'Marigold seventeen needs its licences before the audit.'
const note = 'Heliotrope agreed on the telephone.'

/** Somebody comes, asks, is answered, forgets the password; gives every secret that came up. */
async function journey(): Promise<string[]> {
  const nora = w.stranger({ 'User-Agent': 'periwinkle' })
  await nora.post('/sign-up', {
    firstName: 'Norabel',
    lastName: 'Lindgren',
    address: 'norabel@new.example',
    password: goodPassword,
  })
  const verify = await linkFor(w, 'norabel@new.example')
  await open(nora, verify)
  const inLink = nora.cookie('vestibule-link') ?? ''
  await nora.post('/verify-address')
  await nora.get('/requests/new?identifier=foxglove.example')
  await nora.post('/requests/new', { identifier: 'foxglove.example' })
  await w.stranger().post('/forgotten-password', { address: 'norabel@new.example' })
  const reset = await linkFor(w, 'norabel@new.example')
  const id = await asks(w, 'raul', { reason })
  const ana = await w.as('ana')
  await approves(ana, id, { note })
  const token = await tokenOf(w, 'raul')
  const raul = await withToken(w, 'raul')
  await raul.get('/api/v1/requests?after=hyacinth')
  await w.stranger().get('/api/v1/access', { Authorization: `Bearer ${token}` })
  await w.stranger().post('/sign-in', { address: 'ana@acme.example', password: 'columbine is not it' })
  await w.stranger().post('/sign-in', { address: 'ana@acme.example', password: demoPassword })
  await w.stranger().get('/nowhere/snapdragon?secret=snapdragon', { Referer: 'https://snapdragon.example' })
  await w.settle()
  const tokens = [verify, reset].map((link) => link.split('t=')[1] ?? '')
  const sessions = [nora, ana].map((visitor) => visitor.cookie('vestibule-session') ?? '')
  return [
    ...tokens,
    ...sessions,
    ...sessions.map((cookie) => cookie.split('.')[0] ?? ''),
    inLink,
    token,
    goodPassword,
    demoPassword,
    'columbine',
    'Marigold',
    'Heliotrope',
    'Norabel',
    'Lindgren',
    'norabel@new.example',
    'acme.example',
    'foxglove',
    'hyacinth',
    'snapdragon',
    'periwinkle',
    w.platform.key.toString('base64'),
    w.platform.key.toString('hex'),
  ]
}

describe('whoever reads the log', () => {
  test('finds no password, token, cookie, address, name, reason, note or query of a whole journey in it', async () => {
    const secrets = await journey()
    expect(w.log.length).toBeGreaterThan(12)
    const log = w.log.join('')
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(5)
      expect(log.toLowerCase(), secret).not.toContain(secret.toLowerCase())
    }
  })

  test('finds no value in what it says of an error, and neither does who met the error', async () => {
    const zoe = await w.as('zoe')
    await w.owner(`create function broken() returns trigger language plpgsql as
      $$ begin raise exception E'tamarisk %\\n    at tamarisk', new.content; end $$`)
    await w.owner(
      'create trigger broken before insert or update on drafts for each row execute function broken()',
    )
    const answer = await zoe.post('/requests/new/keep', { identifier: 'acme.example', reason: 'oleander' })
    await w.owner('drop trigger broken on drafts')
    expect(answer.status).toBe(500)
    expect(answer.text).not.toMatch(/tamarisk|oleander|drafts|insert|\.ts\b/)
    const line = w.log.findLast((one) => one.includes('"failed"')) ?? ''
    expect(line).not.toMatch(/tamarisk|oleander|insert into/)
    const { request } = JSON.parse(line) as { request: string }
    expect(answer.text).toContain(request)
  })

  test('finds one line of JSON for each thing, whatever was asked for', async () => {
    const before = w.log.length
    await w
      .stranger()
      .get('/%0d%0a%7b%22level%22:%22error%22%7d%1b[31m', { 'X-Request-Id': '"}{"level":"error"' })
    const lines = w.log.slice(before)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^\{[\x20-\x7e]*\}\n$/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', message: 'answered', status: 404 })
  })
})

describe('the event log', () => {
  test('takes no event that is too large', async () => {
    const body = JSON.stringify({ type: 'x', facts: { n: 'a'.repeat(8_200) } })
    await expect(
      w.db.insertInto('events').values({ account_id: installation, id: newId(), body }).execute(),
    ).rejects.toThrow(/events_body_check/)
  })
})
