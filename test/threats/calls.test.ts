import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asks } from '../world/acts.ts'
import { withToken } from '../world/api-client.ts'
import { type World, world } from '../world/world.ts'
import { slipped } from './slipped.ts'
import { everyRoute, filled, holdings } from './every-route.ts'

let w: World
let mine = ''
beforeAll(async () => {
  w = await world()
  mine = await asks(w, 'raul', { account: 'globex.example' })
})
afterAll(() => w.end())

describe('the API', () => {
  test('takes no name that it does not know, none twice, and never breaks on a value', async () => {
    const raul = await withToken(w, 'raul')
    const at = `/api/v1/requests/${mine}/amend`
    const body = { reason: 'I prepare the roll-out in Bath and need to see it.', scope: { kind: 'ACCOUNT' } }
    const text = JSON.stringify(body)
    const refused = [
      ...slipped.map(([name, value]) => `{${JSON.stringify(name)}:${JSON.stringify(value)},${text.slice(1)}`),
      text.replace('{', '{"reason":"Something quite different is asked.",'),
      text.replace('{"kind"', '{"__proto__":{"kind":"ACCOUNT"},"kind"'),
      text.replace('"ACCOUNT"', '["ACCOUNT"]'),
      text.replace('"ACCOUNT"', '"UNSURE","named":"a\\u0000b"'),
      text.replace('"ACCOUNT"', '"UNSURE","named":"\\ud800"'),
      text.replace('in Bath', 'in \\u0000'),
      text.replace('in Bath', '\\ud800\\udfff\\ud800'),
      '['.repeat(60_000),
      '1e999',
    ]
    const touched = ['auth.session', 'person_activity', 'limits', 'look_ups', 'personal_tokens']
    const before = await holdings(w, touched)
    for (const one of refused) {
      const answer = await raul.post(at, one, { 'If-Match': '"1"' })
      expect.soft(answer.status, one.slice(0, 120)).toBeGreaterThanOrEqual(400)
      expect.soft(answer.status, one.slice(0, 120)).toBeLessThan(500)
    }
    expect.soft(await holdings(w, touched)).toEqual(before)
  })
})

describe('a query', () => {
  test('never breaks a page, whatever stands in it', async () => {
    const pages = everyRoute(w).filter(({ method, path }) => method === 'GET' && path !== '/live')
    const keys = [
      'after',
      'before',
      'find',
      'q',
      'show',
      'role',
      'sort',
      'type',
      'who',
      'from',
      'to',
      'kind',
      'person',
      'next',
      't',
      'done',
      'account',
      'reference',
      'request',
      'scope',
      'identifier',
    ]
    const broken: string[] = []
    for (const who of ['ana', 'olga'] as const) {
      const visitor = await w.as(who)
      for (const { path } of pages) {
        const at = filled(path, { identifier: 'acme.example', id: mine })
        for (const value of ['%00', "'%22%3E%25_%5C", '9999-99-99']) {
          const query = keys.map((key) => `${key}=${value}&${key}=${value}`).join('&')
          const answer = await visitor.get(`${at}?${query}`)
          if (answer.status >= 500) broken.push(`${path} ${value}`)
        }
      }
    }
    expect(broken).toEqual([])
  })
})
