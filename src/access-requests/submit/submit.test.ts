import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { standing } from '../../../test/world/acts.ts'
import { type Answered, type Fields, Visitor } from '../../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import { newId } from '../../kernel/id.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const reason = 'I prepare the roll-out in Lyon and need to see its licences.'

async function looked(who: CastMember, account = 'acme.example'): Promise<Visitor> {
  const visitor = await here.as(who)
  await visitor.post('/requests/new', { identifier: account })
  return visitor
}

function sends(visitor: Visitor, fields: Fields = {}): Promise<Answered> {
  return visitor.post('/requests/new/reason', { account: 'acme.example', key: newId(), reason, ...fields })
}

const idIn = (answer: Answered) => /^\/requests\/([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1] ?? ''

/** Ends every open request and lets it lie further back, so that a person can ask again at once. */
async function clear(who: CastMember): Promise<void> {
  const person = await here.idOf(who)
  await here.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1
     where requester_id = $1 and status in ('PENDING', 'INFO_REQUESTED')`,
    [person],
  )
  await here.owner(
    `update access_requests set submitted_at = submitted_at - interval '2 days' where requester_id = $1`,
    [person],
  )
}

const linksTo = (page: string, path: string) => page.includes(`href="${path}"`)

const openOf = async (who: CastMember) =>
  here.owner<{ id: string; reason: string }>(
    `select id, reason from access_requests where requester_id = $1 and status = 'PENDING'`,
    [await here.idOf(who)],
  )

describe('a person', () => {
  beforeEach(async () => {
    await clear('raul')
    await clear('zoe')
  })

  it('asks as the article shows it, and is told who decides and when', async () => {
    const raul = await looked('raul')
    const form = await raul.get('/requests/new/reason')
    for (const words of [
      'Nom du compte',
      'Type de compte',
      'Motif de la demande*',
      'Envoyer la demande',
      'Ana Costa',
    ])
      expect(form.text).toContain(words)
    const key = Visitor.fieldOf(form.text, 'key') ?? ''
    const sent = await sends(raul, { key })
    expect(sent).toMatchObject({ status: 303, location: `/requests/${idIn(sent)}/sent` })
    const notice = await raul.get(sent.location ?? '')
    for (const words of [
      'Demande d’accès envoyée',
      'Ana Costa et Ben Okafor',
      'Vos demandes d’accès',
      'Rappel possible',
    ])
      expect(notice.text).toContain(words)
    expect(await standing(here, idIn(sent))).toMatchObject({
      status: 'PENDING',
      version: 1,
      events: ['access-request.submitted'],
    })
  })

  it('and the administrators are mailed what is asked, in their own language', async () => {
    const id = idIn(await sends(await looked('raul')))
    await here.settle()
    const receipt = here.mails.to('raul@acme.example').at(-1)
    expect(receipt?.subject).toMatch(/^Votre demande d’accès à ACME est envoyée \(AR-/)
    expect(receipt?.text).toContain('Elle est auprès de 2 administrateurs.')
    const letter = here.mails.to('ana@acme.example').at(-1)
    expect(letter?.subject).toMatch(/^Access request for ACME \(AR-/)
    expect(letter?.text).toContain('Raul Ortega asks for access to ACME.')
    expect(letter?.text).toContain('Written by Raul Ortega, not by us:\n> I prepare the roll-out')
    expect(letter?.text).toContain(`/requests/${id}`)
    expect(here.mails.to('ben@acme.example').at(-1)?.text).toContain(`/requests/${id}`)
    expect(here.mails.to('vera@acme.example')).toHaveLength(0)
  })

  it('sends one request with one form, however often they press the button', async () => {
    const raul = await looked('raul')
    const key = newId()
    const answers = await Promise.all([1, 2, 3, 4].map(() => sends(raul, { key })))
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
    expect(await openOf('raul')).toHaveLength(1)
    const other = await sends(raul, { key, reason: 'Something else altogether, please.' })
    expect(other.status).toBe(409)
    expect(other.text).toContain('Something else altogether, please.')
    expect(other.text).toContain('Ce formulaire a déjà été envoyé')
  })

  it('is led to the open request instead of sending a second one', async () => {
    const raul = await looked('raul')
    const id = idIn(await sends(raul))
    expect((await sends(raul, { reason: 'And once more, from another tab.' })).location).toBe(
      `/requests/${id}?notice=duplicate`,
    )
    await raul.post('/requests/new', { identifier: 'acme.example' })
    expect(linksTo((await raul.get('/requests/new/reason')).text, `/requests/${id}`)).toBe(true)
  })

  it('is told what is wrong at each field, and loses nothing', async () => {
    const raul = await looked('raul')
    const answer = await sends(raul, { reason: '  trop   ', scope: 'named', named: '', ends: '31/02/2027' })
    expect(answer.status).toBe(422)
    for (const id of ['reason-error', 'named-error', 'ends-error'])
      expect(answer.text).toContain(`id="${id}"`)
    expect(answer.text).toContain('  trop   ')
    expect(await openOf('raul')).toHaveLength(0)
    expect((await raul.get('/requests/new/reason')).text).toContain('trop')
  })

  it.each([
    ['nine characters', 'a b c d e'],
    ['one character, repeated', 'aaaaaaaaaaaaaaaaaaaa'],
    ['more than a thousand characters', 'word '.repeat(201)],
    ['nothing that can be seen', '\u200b\u200b \u2060 \u0000\u0007'.repeat(9)],
  ])('cannot send %s as a reason', async (_, text) => {
    const answer = await sends(await looked('raul'), { reason: text })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="reason-error"')
  })

  it.each([
    ['a role that does not go with the scope', { scope: 'account', role: 'VV' }, 'role-error'],
    ['a day in the past', { ends: '2020-01-01' }, 'ends-error'],
    ['a day in eleven years', { ends: '9999-12-31' }, 'ends-error'],
    ['a virtual account of somebody else', { scope: 'virtual', virtualAccount: newId() }, 'scope-error'],
    ['no virtual account at all', { scope: 'virtual' }, 'scope-error'],
  ])('cannot ask for %s', async (_, fields: Fields, at) => {
    const answer = await sends(await looked('raul'), fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`id="${at}"`)
  })

  it('cannot send fields that no form has, or one twice', async () => {
    const raul = await looked('raul')
    for (const fields of [
      { status: 'APPROVED' },
      { account_id: newId() },
      { __proto__x: '1' },
      { reason: [reason, reason] },
      { 'version[]': '1' },
    ]) {
      expect((await sends(raul, fields)).status).toBe(422)
    }
    expect(await openOf('raul')).toHaveLength(0)
  })

  it('who asks again after a request came to nothing finds its words in the form', async () => {
    const raul = await looked('raul')
    const id = idIn(
      await sends(raul, { reason: 'Words of the first request.', role: 'SV', scope: 'account' }),
    )
    await raul.post(`/requests/${id}/withdraw`)
    const form = (await (await looked('raul')).get('/requests/new/reason')).text
    expect(form.includes('Words of the first request.')).toBe(true)
    expect(form).toMatch(/Le formulaire reprend votre demande AR-/)
    const again = idIn(await sends(raul))
    const rows = await here.owner('select previous_request_id as before from access_requests where id = $1', [
      again,
    ])
    expect(rows).toEqual([{ before: id }])
  })

  it('leaves either step for the profile or another account, and loses nothing', async () => {
    const raul = await here.as('raul')
    const away = await raul.post('/requests/new/keep', { identifier: 'half typed' })
    expect(away.location).toBe('/profile?next=/requests/new')
    expect(Visitor.fieldOf((await raul.get('/requests/new')).text, 'identifier')).toBe('half typed')
    await raul.post('/requests/new', { identifier: 'acme.example' })
    const fields = {
      account: 'acme.example',
      key: newId(),
      reason: 'Half a thought',
      scope: 'named',
      named: 'Nantes',
    }
    expect((await raul.post('/requests/new/keep', { ...fields, role: '', ends: '' })).location).toBe(
      '/requests/new',
    )
    await raul.post('/requests/new', { identifier: 'acme.example' })
    const form = (await raul.get('/requests/new/reason')).text
    expect([form.includes('Half a thought'), Visitor.fieldOf(form, 'named')]).toEqual([true, 'Nantes'])
  })

  it('finds what they typed again after signing in anew, and nobody else does', async () => {
    const raul = await looked('raul')
    await here.owner(`update auth.session set "endedAt" = app_now() where "userId" = $1`, [
      await here.idOf('raul'),
    ])
    const turned = await sends(raul, { reason: 'Typed while the session had ended.' })
    expect(turned.location).toMatch(/^\/sign-in/)
    expect((await (await looked('luc')).get('/requests/new/reason')).text).not.toContain('Typed while')
    const again = await here.as('raul')
    expect((await again.get('/requests/new/reason')).text).toContain('Typed while the session had ended.')
  })

  it('can ask for ten things at once and for no eleventh', async () => {
    const zoe = await here.idOf('zoe')
    await here.owner(
      `with made as (
         insert into accounts (id, identifier, name, type, visibility)
         select gen_random_uuid(), 'many' || n || '.example', 'Many', 'CUSTOMER', 'LISTED' from generate_series(1, 10) n
         returning id
       )
       insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, ask_scope, reason,
         account_name, profile, submitted_at, due_at, expires_at)
       select id, gen_random_uuid(), 'AR-0000-' || lpad((row_number() over ())::text, 4, '0'), $1, $1, 'PENDING', 'UNSURE', 'because of a test', 'Many', '{}',
         app_now() - interval '3 days', app_now(), app_now() from made`,
      [zoe],
    )
    const answer = await sends(await looked('zoe'))
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('10 open requests already')
  })

  it('can send twenty requests a day and no more', async () => {
    const zoe = await here.idOf('zoe')
    await here.owner(
      `update access_requests set submitted_at = app_now() - interval '1 hour' where requester_id = $1`,
      [zoe],
    )
    await here.owner(
      `insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, ask_scope, reason,
         account_name, profile, submitted_at, due_at, expires_at, settled_at, version, status_changes)
       select account_id, gen_random_uuid(), reference || 'X', $1, $1, 'WITHDRAWN', 'UNSURE', reason, account_name, profile,
         submitted_at, due_at, expires_at, app_now(), 2, 1 from access_requests where requester_id = $1`,
      [zoe],
    )
    const answer = await sends(await looked('zoe'))
    expect(/notice-text">([^<]*)/.exec(answer.text)?.[1]).toContain('20 requests in the last 24 hours')
    expect(answer.status).toBe(429)
  })

  it('whose text is hostile is shown literally on every page and defanged in the mail', async () => {
    const raul = await looked('raul')
    const hostile = '<script>alert(1)</script> https://evil.example/x mail me@evil.example \u202egnp.exe'
    const id = idIn(await sends(raul, { reason: hostile }))
    const ana = await here.as('ana')
    for (const page of [await raul.get(`/requests/${id}`), await ana.get(`/requests/${id}`)]) {
      expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
      expect(page.text).not.toContain('<script>alert')
      expect(page.text).not.toContain('href="https://evil')
      expect(page.text).not.toContain('\u202e')
    }
    await here.settle()
    const mail = here.mails.to('ana@acme.example').at(-1)
    expect(mail?.text).toContain('https[:]//evil[.]example/x')
    expect(mail?.text).toContain('me[at]evil[.]example')
    expect(`${mail?.subject}`).not.toContain('evil')
    expect(String(mail?.html)).not.toContain('<script')
  })
})

describe('two who are one and the same', () => {
  it('end up with one request, two hundred times over', async () => {
    const raul = await looked('raul')
    for (let round = 0; round < 200; round++) {
      const [one, other] = await Promise.all([sends(raul), sends(raul)])
      const ids = new Set([idIn(one), idIn(other)])
      expect([one.status, other.status, ids.size]).toEqual([303, 303, 1])
      expect(await openOf('raul')).toHaveLength(1)
      await clear('raul')
    }
    const [{ n } = { n: 0 }] = await here.owner<{ n: number }>(
      `select count(*)::int as n from events e join access_requests r on r.account_id = e.account_id and r.id = e.request_id
       where e.type = 'access-request.submitted' and r.requester_id = $1`,
      [await here.idOf('raul')],
    )
    const [{ all } = { all: 0 }] = await here.owner<{ all: number }>(
      'select count(*)::int as all from access_requests where requester_id = $1',
      [await here.idOf('raul')],
    )
    expect(n).toBe(all)
  })
})
