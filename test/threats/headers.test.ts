import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword } from '../../src/instance/demo/cast.ts'
import { type Answered, Visitor } from '../world/visitor.ts'
import { type World, world } from '../world/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

async function everyKindOfAnswer(): Promise<[string, Answered][]> {
  const [ana, stranger] = [await w.as('ana'), w.stranger()]
  const big = { method: 'POST', body: `x=${'x'.repeat(70_000)}`, headers: { Origin: w.base } }
  return [
    ['a page', await ana.get('/')],
    ['a page that is not there', await ana.get('/nowhere')],
    ['a page of nobody', await stranger.get('/sign-in')],
    ['a redirect', await stranger.get('/queue')],
    ['a refusal of origin', await ana.post('/requests/new', {}, { Origin: 'https://evil.example' })],
    ['a malformed form', await ana.post('/requests/new', { identifier: ['a', 'b'] })],
    ['a body that is too large', await ana.send('/requests/new', big)],
    [
      'a failed sign-in',
      await stranger.post('/sign-in', { address: 'a@b.example', password: 'nothing like it' }),
    ],
    ['a spreadsheet', await ana.get('/accounts/acme.example/events.csv')],
    ['a log as JSON', await ana.get('/accounts/acme.example/events.jsonl')],
    ['a call without a token', await stranger.get('/api/v1/requests')],
    ['a call to nowhere', await stranger.get('/api/v1/nowhere')],
    [
      'a call with a wrong method',
      await ana.send('/api/v1/queue', { method: 'DELETE', headers: { Origin: w.base } }),
    ],
    ['the description of the API', await stranger.get('/api/v1/openapi.json')],
    ['a sign of life', await stranger.get('/healthz')],
    ['a style sheet', await stranger.get(w.platform.assets.css)],
    ['a script', await stranger.get(w.platform.assets.js)],
    ['a file that is not there', await stranger.get('/assets/..%2f..%2fpackage.json')],
    ['HEAD', await ana.send('/', { method: 'HEAD' })],
    ['OPTIONS', await ana.send('/', { method: 'OPTIONS' })],
  ]
}

describe('an answer of any kind', () => {
  test('can be framed by nobody, runs no foreign script, is sniffed as nothing else, and tells no other site where one was', async () => {
    for (const [kind, { headers, text }] of await everyKindOfAnswer()) {
      const policy = headers.get('Content-Security-Policy') ?? ''
      for (const directive of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
      ])
        expect.soft(policy.split('; '), kind).toContain(directive)
      expect.soft(policy, kind).not.toMatch(/unsafe|https?:|\*/)
      expect.soft(headers.get('X-Content-Type-Options'), kind).toBe('nosniff')
      expect.soft(headers.get('X-Frame-Options'), kind).toBe('DENY')
      expect.soft(headers.get('Referrer-Policy'), kind).toBe('no-referrer')
      expect.soft(headers.get('Cross-Origin-Opener-Policy'), kind).toBe('same-origin')
      expect.soft(headers.get('Cross-Origin-Resource-Policy'), kind).toBe('same-origin')
      expect.soft(headers.get('Access-Control-Allow-Origin'), kind).toBeNull()
      expect.soft(headers.get('Server') ?? headers.get('X-Powered-By'), kind).toBeNull()
      if (text !== '') expect.soft(headers.get('Content-Type'), kind).toMatch(/charset=utf-8|problem\+json/)
    }
  })

  test('is kept by no cache, but for our own files, which say nothing of anybody', async () => {
    for (const [kind, { headers }] of await everyKindOfAnswer()) {
      const expected = /^a (style sheet|script)$/.test(kind) ? /^public, max-age=31536000/ : /^no-store$/
      expect.soft(headers.get('Cache-Control') ?? '', kind).toMatch(expected)
      if (/^a (style sheet|script)$/.test(kind)) expect.soft(headers.getSetCookie(), kind).toEqual([])
    }
  })

  test('that is a file is saved under a name that nobody chose', async () => {
    const ana = await w.as('ana')
    for (const path of ['/accounts/acme.example/events.csv', '/access/smart-accounts.csv']) {
      const { headers } = await ana.get(path)
      expect(headers.get('Content-Disposition'), path).toMatch(/^attachment; filename="?[\w.-]+"?$/)
      expect(headers.get('Content-Type'), path).toBe('text/csv; charset=utf-8')
    }
  })
})

describe('a cookie', () => {
  const credentials = { address: 'ana@acme.example', password: demoPassword }

  test('is read by no script and sent from no other site', async () => {
    const set = (await w.stranger().post('/sign-in', credentials)).headers.getSetCookie()
    set.push(...(await w.stranger().post('/theme', { theme: 'dark', return: '/' })).headers.getSetCookie())
    expect(set.length).toBeGreaterThan(1)
    for (const cookie of set) {
      expect(cookie).toContain('; HttpOnly')
      expect(cookie).toContain('; SameSite=Lax')
      expect(cookie).toContain('; Path=/')
      expect(cookie).not.toMatch(/domain=/i)
    }
  })

  test('goes over https alone and is no subdomain’s to set, once the installation has https', async () => {
    await using secure = await world({ PUBLIC_URL: 'https://access.example' })
    const answer = await secure.stranger().post('/sign-in', credentials, { Origin: 'https://access.example' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Strict-Transport-Security')).toBe('max-age=63072000; includeSubDomains')
    for (const cookie of answer.headers.getSetCookie())
      expect(cookie).toMatch(/^__Host-vestibule-[\w-]+=.*; Path=\/; .*Secure/)
  })

  test('and what the browser kept are gone after signing out, and the cookie opens nothing any more', async () => {
    const zoe = await w.as('zoe')
    const cookie = zoe.cookie('vestibule-session') ?? ''
    const out = await zoe.post('/sign-out')
    expect(out.headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
    expect(zoe.cookie('vestibule-session')).toBeUndefined()
    zoe.setCookie('vestibule-session', cookie)
    expect((await zoe.get('/profile')).location).toMatch(/^\/sign-in/)
  })
})

describe('a redirect', () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example',
    '/%2f%2fevil.example',
    '/..//evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/x\r\nSet-Cookie: a=b',
  ]

  test.each(elsewhere)('never leads to another site, whatever is asked for: %j', async (next) => {
    const out = async (path: string, fields: Record<string, string>) => {
      await w.owner('delete from limits')
      const answer = await w.stranger().post(path, fields)
      const at = new URL(answer.location ?? '/', w.base)
      expect(at.origin, path).toBe(w.base)
      expect(at.pathname, path).not.toMatch(/^\/[/\\]/)
      expect(answer.headers.getSetCookie().join(), path).not.toContain('a=b')
    }
    await out('/sign-in', { address: 'ana@acme.example', password: demoPassword, next })
    await out('/language', { locale: 'en', return: next })
    await out('/theme', { theme: 'dark', return: next })
    const page = await w.stranger().get(`/sign-in?next=${encodeURIComponent(next)}`)
    expect(Visitor.fieldOf(page.text, 'next') ?? '/').toMatch(/^\/(?![/\\])/)
    expect(page.text).not.toMatch(/(?:href|action)="[^"?]*evil/)
  })
})
