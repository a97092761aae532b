import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await here.owner(`update accounts set status = 'CLOSED' where identifier = 'globex.example'`)
})
afterAll(() => here.end())

async function lookUps(who: 'zoe' | 'raul' | 'luc' | 'carla'): Promise<void> {
  await here.owner('delete from look_ups where person_id = $1', [await here.idOf(who)])
}

const looksFor = (visitor: Visitor, identifier: string) => visitor.post('/requests/new', { identifier })

describe('an identifier', () => {
  it.each([
    ['in upper case', 'ACME.EXAMPLE'],
    ['with spaces around it', '   acme.example \t'],
    ['as the address of a page', 'https://acme.example:443/team?x=1#y'],
    ['as an e-mail address', 'Ana Costa <ana@acme.example>'],
    ['with a final dot', 'acme.example.'],
    ['in full-width letters', 'ａｃｍｅ.example'],
  ])('is understood %s', async (_, typed) => {
    const raul = await here.as('raul')
    expect(await looksFor(raul, typed)).toMatchObject({ status: 303, location: '/requests/new/reason' })
    expect((await raul.get('/requests/new/reason')).text).toContain('acme.example')
  })

  it('that names nothing, something hidden, something closed or nonsense gets one and the same answer', async () => {
    const zoe = await here.as('zoe')
    const typed = [
      'nowhere.example',
      'initech.example',
      'globex.example',
      'no dot',
      '10.0.0.1',
      'аcme.example',
    ]
    const answers = []
    for (const identifier of typed) {
      const answer = await looksFor(zoe, identifier)
      answers.push({ ...answer, text: answer.text.replaceAll(identifier, 'TYPED') })
    }
    const [first] = answers
    expect(first?.status).toBe(422)
    expect(first?.text).toContain('No Smart Account that you can ask for has this identifier')
    for (const answer of answers) {
      expect(answer.status).toBe(first?.status)
      expect(answer.text).toBe(first?.text)
      expect([...answer.headers.keys()]).toEqual([...(first?.headers.keys() ?? [])])
    }
  })

  it('of a restricted account is found by those who belong to it', async () => {
    const dmitri = await here.as('dmitri')
    expect((await looksFor(dmitri, 'initech.example')).status).toBe(303)
  })

  it('that is empty is asked for, and counts as no look-up', async () => {
    const raul = await here.as('raul')
    await lookUps('raul')
    const answer = await looksFor(raul, '   ')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Saisissez l’identificateur de domaine de compte')
    const rows = await here.owner('select 1 from look_ups where person_id = $1', [await here.idOf('raul')])
    expect(rows).toHaveLength(0)
  })

  it('is not looked up by somebody whose address is not verified', async () => {
    await here.owner(`update people set verified_at = null where address like 'luc@%'`)
    const luc = await here.as('luc')
    expect((await luc.get('/requests/new')).text).toContain('Confirm your e-mail address first')
    expect((await looksFor(luc, 'acme.example')).status).toBe(422)
    expect((await luc.get('/requests/new/reason')).location).toBe('/requests/new')
  })
})

describe('looking up', () => {
  it('is for those who are signed in', async () => {
    const stranger = here.stranger()
    expect((await stranger.get('/requests/new')).location).toMatch(/^\/sign-in/)
    expect((await looksFor(stranger, 'acme.example')).location).toMatch(/^\/sign-in/)
  })

  it('ends after twenty different identifiers an hour, says until when, and keeps what was typed', async () => {
    const carla = await here.as('carla')
    await lookUps('carla')
    for (let n = 0; n < 20; n++) expect((await looksFor(carla, `a${n}.example`)).status).toBe(422)
    expect((await looksFor(carla, 'a3.example')).status).toBe(422)
    const full = await looksFor(carla, 'acme.example')
    expect(full.status).toBe(429)
    expect(Number(full.headers.get('Retry-After'))).toBeGreaterThan(3000)
    expect(full.text).toContain('value="acme.example"')
    await here.setClock('61 minutes')
    expect((await looksFor(await here.as('carla'), 'acme.example')).status).toBe(303)
    await here.setClock('0 minutes')
  })

  it('ends after sixty different identifiers a day', async () => {
    const carla = await here.idOf('carla')
    await lookUps('carla')
    await here.owner(
      `insert into look_ups (person_id, identifier, hit, looked_at)
       select $1, 'b' || n || '.example', false, app_now() - interval '5 hours' from generate_series(1, 60) n`,
      [carla],
    )
    expect((await looksFor(await here.as('carla'), 'acme.example')).status).toBe(429)
  })

  it('in vain ten times in a row is told to the operators, and to nobody what was looked for', async () => {
    await lookUps('luc')
    await here.owner(`update people set verified_at = app_now() where address like 'luc@%'`)
    const luc = await here.as('luc')
    for (let n = 0; n < 9; n++) await looksFor(luc, `c${n}.example`)
    await looksFor(luc, 'acme.example')
    for (let n = 9; n < 19; n++) await looksFor(luc, `c${n}.example`)
    await here.settle()
    const mails = here.mails
      .to('olga@operator.example')
      .filter(({ text }) => text?.includes('luc@acme.example'))
    expect(mails.map(({ subject }) => subject)).toEqual(['Somebody looks for accounts in vain'])
    expect(mails[0]?.text).not.toContain('c18.example')
  })

  it('is counted for the whole network too', async () => {
    const dmitri = await here.as('dmitri')
    await here.owner(`update limits set count = 120 where bucket like 'look-up:network:%'`)
    expect((await looksFor(dmitri, 'initech.example')).status).toBe(429)
    await here.owner(`delete from limits where bucket like 'look-up:network:%'`)
  })

  it('goes no further than the accounts that were looked up', async () => {
    await lookUps('zoe')
    const zoe = await here.as('zoe')
    const answer = await zoe.post('/requests/new/reason', {
      account: 'acme.example',
      key: '',
      reason: 'I was told to ask here.',
    })
    expect(answer.location).toBe('/requests/new')
  })
})

describe('the list of accounts', () => {
  it('holds those of one’s own organisation and those one has a role in, and no other', async () => {
    const raul = await (await here.as('raul')).get('/requests/new')
    expect(raul.text.includes('type="hidden" name="identifier" value="acme.example"')).toBe(true)
    const zoe = await (await here.as('zoe')).get('/requests/new')
    for (const name of ['acme.example', 'umbrella.example', 'initech.example']) {
      expect(zoe.text.includes(`type="hidden" name="identifier" value="${name}"`)).toBe(false)
    }
  })
})
