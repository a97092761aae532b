import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toNextWindow } from '../../../test/world/links.ts'
import { type World, world } from '../../../test/world/world.ts'
import { accountEventsPath } from '../../paths/accounts.ts'
import {
  accountEventsCsvPath,
  accountEventsLinesPath,
  installationEventsPath,
} from '../../paths/event-log.ts'
import en from '../messages/en/log.ts'
import { saidTypes } from './sentences.ts'

const log = accountEventsPath.to('acme.example')

describe('the event log of an account', () => {
  let w: World & AsyncDisposable
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.end())

  const rowsOf = (page: string) => page.match(/<tr[\s>]/g)?.length ?? 0

  it('says what happened, in the reader’s language, with the head of the chain', async () => {
    const ana = await w.as('ana')
    const { status, text } = await ana.get(log)
    expect(status).toBe(200)
    expect(text).toContain('Ana Costa')
    expect(text).toContain('Virtual Account User for Lyon')
    const [head] = await w.owner<{ hash: string }>(
      `select encode(h.hash, 'hex') as hash from chain_heads h join accounts a on a.id = h.account_id
       where a.identifier = 'acme.example'`,
    )
    expect(text.replaceAll(/<wbr ?\/?>/g, '')).toContain(head?.hash)
    await w.owner(`update people set locale = 'fr' where address = 'ben@acme.example'`)
    expect((await (await w.as('ben')).get(log)).text).toContain('a approuvé la demande')
  })

  it('is read by its administrators, support and the operator, and does not exist for others', async () => {
    for (const who of ['ana', 'ben', 'sam', 'olga'] as const)
      expect((await (await w.as(who)).get(log)).status).toBe(200)
    for (const who of ['luc', 'raul', 'carla', 'zoe'] as const) {
      const visitor = await w.as(who)
      for (const path of [
        log,
        accountEventsCsvPath.to('acme.example'),
        accountEventsLinesPath.to('acme.example'),
      ])
        expect((await visitor.get(path)).status).toBe(404)
    }
    expect((await w.stranger().get(log)).status).toBe(303)
  })

  it('shows an administrator of a part only what is about that part', async () => {
    const { status, text } = await (await w.as('vera')).get(log)
    expect(status).toBe(200)
    expect(text).toContain('Yuki Tanabe')
    expect(text).not.toContain('Nina Moreau')
    expect(text).not.toContain('Lena Fischer')
  })

  it('lets support read, and not take it away', async () => {
    const sam = await w.as('sam')
    expect((await sam.get(log)).text).not.toContain('events.csv')
    expect((await sam.get(accountEventsCsvPath.to('acme.example'))).status).toBe(404)
  })

  it('is filtered by kind, person and day', async () => {
    const ana = await w.as('ana')
    const read = async (query: string) => (await ana.get(`${log}?${query}`)).text
    const all = rowsOf(await read(''))
    const counted = async (where: string) => {
      const [row] = await w.owner<{ n: number }>(
        `select count(*)::int as n from events e join accounts a on a.id = e.account_id
         where a.identifier = 'acme.example' and (${where})`,
      )
      return row?.n ?? 0
    }
    const given = await counted(`e.type in ('grant.given', 'member.added', 'grant.end-moved')`)
    expect(given).toBeGreaterThan(0)
    expect(rowsOf(await read('kind=access-given&from=1990-01-01'))).toBe(1 + given)
    expect(rowsOf(await read('kind=access'))).toBeGreaterThanOrEqual(1 + given)
    const yuki = await ana.get(`${log}?person=yuki%40acme.example`)
    expect(yuki.status).toBe(303)
    const about = (await ana.get(yuki.location ?? '')).text
    expect(about).not.toContain('Mia Novak')
    expect(about).toContain('Yuki Tanabe')
    const yukis = `select id from people where address = 'yuki@acme.example'`
    expect(rowsOf(about)).toBe(
      1 +
        (await counted(`e.actor_id in (${yukis}) or e.seq in (
          select o.seq from event_objects o where o.account_id = e.account_id and o.object_id in (${yukis}))`)),
    )
    expect((await ana.get(`${log}?person=tanabe`)).location).toBe(yuki.location)
    expect((await ana.get(`${log}?person=Yuki%20%20Tan`)).location).toBe(yuki.location)
    expect(await read('person=%25%25')).toContain('Nothing found')
    expect(await read('person=zoe')).toContain('Nothing found')
    expect(await read('from=2090-01-01')).toContain('Nothing found')
    expect(rowsOf(await read('from=1990-01-01&to=2090-01-01&kind=nonsense'))).toBe(all)
    expect((await ana.get(`${log}?from=2026-99-99&to=%00&who=1&object=x`)).status).toBe(200)
  })

  it('finds everything about a request, a virtual account or a grant', async () => {
    const ana = await w.as('ana')
    const reference = /AR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await ana.get(log)).text)?.[0] ?? ''
    const request = (await ana.get(`${log}?about=${reference.toLowerCase()}`)).location ?? ''
    const ofRequest = (await ana.get(request)).text
    expect(rowsOf(ofRequest)).toBeGreaterThan(1)
    expect(new Set(ofRequest.match(/AR-[0-9A-Z]{4}-[0-9A-Z]{4}/g))).toEqual(new Set([reference]))
    const lyon = (await ana.get((await ana.get(`${log}?about=lyon`)).location ?? '')).text
    expect(lyon).toContain('Virtual Account User for Lyon')
    const [grant] = await w.owner<{ id: string; hash: string }>(
      `select e.body::jsonb -> 'facts' ->> 'grantId' as id, encode(e.hash, 'hex') as hash
       from events e join accounts a on a.id = e.account_id
       where a.identifier = 'acme.example' and e.type = 'grant.given' limit 1`,
    )
    const ofGrant = (await ana.get(`${log}?object=${grant?.id}`)).text
    expect(rowsOf(ofGrant)).toBeGreaterThan(1)
    expect(ofGrant.replaceAll(/<wbr ?\/?>/g, '')).toContain(grant?.hash)
    expect((await ana.get(`${log}?about=nowhere`)).text).toContain('Nothing found for “nowhere”')
  })

  it('goes on from page to page, by a cursor that is nobody else’s', async () => {
    const account = `(select id from accounts where identifier = 'globex.example')`
    await w.owner(`insert into events (account_id, id, body)
      select ${account}, gen_random_uuid(), '{"actor":null,"type":"test.counted"}' from generate_series(1, 120)`)
    const carla = await w.as('carla')
    const globex = accountEventsPath.to('globex.example')
    const seen: string[] = []
    let next: string | undefined = globex
    while (next) {
      const { text }: { text: string } = await carla.get(next)
      seen.push(...[...text.matchAll(/<th scope="row"[^>]*>(\d+)</g)].map(([, seq]) => seq as string))
      next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
      if (next) expect((await (await w.as('olga')).get(next)).text).toContain(`>${seen[0]}<`)
    }
    expect(seen).toEqual(seen.toSorted((a, b) => Number(b) - Number(a)))
    const [all] = await w.owner<{ n: number }>(
      `select count(*)::int as n from events where account_id = ${account}`,
    )
    expect(all?.n).toBeGreaterThan(120)
    expect(new Set(seen).size).toBe(all?.n)
  })

  it('gives the spreadsheet no formula', async () => {
    await w.owner(`update people set first_name = '=cmd|''/c calc''!A1' where address = 'emil@acme.example'`)
    const ana = await w.as('ana')
    const { text, headers } = await ana.get(accountEventsCsvPath.to('acme.example'))
    expect(headers.get('content-disposition')).toContain('attachment')
    expect(text).toContain(`,'=cmd|`)
    expect(text).not.toMatch(/(^|,)[=+@]/m)
  })

  it('names nobody who was erased', async () => {
    await w.owner(
      `update people set status = 'ERASED', first_name = '', last_name = '' where address = 'hugo@globex.example'`,
    )
    const { text } = await (await w.as('ana')).get(log)
    expect(text).toContain(en['log.erased'])
    expect(text).not.toContain('Hugo')
  })

  it('counts exports', async () => {
    await w.setClock(`${toNextWindow(3_600)} seconds`)
    const dmitri = await w.as('dmitri')
    const path = accountEventsCsvPath.to('initech.example')
    const answers = []
    for (let n = 0; n < 21; n++) answers.push(await dmitri.get(path))
    expect(answers.map(({ status }) => status)).toEqual([...Array(20).fill(200), 429])
    expect(answers.at(-1)?.headers.get('retry-after')).toMatch(/^\d+$/)
  })

  it('of the installation is for its operators', async () => {
    const olga = await w.as('olga')
    const { status, text } = await olga.get(installationEventsPath.to())
    expect(status).toBe(200)
    expect(text).toContain('disabled a person (Uma Iyer)')
    for (const who of ['ana', 'sam'] as const)
      expect((await (await w.as(who)).get(installationEventsPath.to())).status).toBe(404)
  })

  it('has a sentence for every event that is recorded', async () => {
    const recorded = await w.owner<{ type: string }>('select distinct type from events')
    const unsaid = recorded
      .map(({ type }) => type)
      .filter((type) => !saidTypes.includes(type) && !/^(person|link|token|test)\./.test(type))
    expect(unsaid).toEqual([])
  })
})
