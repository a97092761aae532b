import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ruleFields, rulesVersion } from '../../../test/world/rule-form.ts'
import { type World, world } from '../../../test/world/world.ts'
import { type Fields, Visitor } from '../../../test/world/visitor.ts'
import { newId } from '../../kernel/id.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())
beforeEach(async () => {
  await here.owner('alter table rule_versions disable trigger append_only')
  await here.owner('delete from decisions where rule_id is not null')
  for (const table of ['rules', 'manual_only', 'rule_versions', 'rule_books', 'look_ups', 'drafts'])
    await here.owner(`delete from ${table}`)
  await here.owner('alter table rule_versions enable trigger append_only')
  await here.owner(`delete from grants where source = 'RULE'`)
  await here.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), next_step = null, next_step_at = null,
       version = version + 1, status_changes = status_changes + 1
     where status in ('PENDING', 'INFO_REQUESTED')`,
  )
  await here.owner(`update access_requests set submitted_at = submitted_at - interval '2 days'`)
})

const rules = '/accounts/acme.example/rules'

const written: Fields = { ...ruleFields, role: ['SV'] }
const declining: Fields = {
  who: 'OUTSIDE',
  role: [],
  outcome: 'DECLINE',
  textEn: 'Only people of ACME get access here.',
}

async function saves(who: Visitor, fields: Fields = {}) {
  return who.post(`${rules}/new`, {
    ...written,
    version: await rulesVersion(who, 'acme.example'),
    step: 'save',
    ...fields,
  })
}

async function sends(who: 'raul' | 'zoe' | 'luc' | 'carla', fields: Fields = {}) {
  const visitor = await here.as(who)
  await visitor.post('/requests/new', { identifier: 'acme.example' })
  const answer = await visitor.post('/requests/new/reason', {
    account: 'acme.example',
    key: newId(),
    reason: 'I prepare the roll-out and need to see its licences.',
    scope: 'account',
    named: '',
    role: 'SV',
    ends: '',
    ...fields,
  })
  const id = /^\/requests\/([0-9a-f-]{36})\/sent$/.exec(answer.location ?? '')?.[1] ?? ''
  return { visitor, id, answer }
}

async function standing(id: string) {
  const [row] = await here.owner<{ status: string; by: string | null; rule: string | null; grants: number }>(
    `select r.status, d.decided_by as by, d.rule_id as rule,
       (select count(*)::int from grants g where g.request_id = r.id and g.source = 'RULE') as grants
     from access_requests r left join decisions d on d.request_id = r.id and d.final where r.id = $1`,
    [id],
  )
  return row
}

describe('a rule that approves', () => {
  it('gives what it says at once, and says so to everybody concerned', async () => {
    const ana = await here.as('ana')
    expect((await saves(ana)).location).toBe(`${rules}?done=saved`)
    const { visitor, id } = await sends('raul')
    expect(await standing(id)).toMatchObject({ status: 'APPROVED', by: null, grants: 1 })
    expect((await visitor.get(`/requests/${id}/sent`)).location).toBe(`/requests/${id}`)
    const page = (await visitor.get(`/requests/${id}`)).text
    expect(page).toContain('par une règle du compte')
    expect(page).not.toContain('Toute personne des domaines prouvés')
    expect((await ana.get(`/requests/${id}`)).text).toContain('Anybody of the account’s proven domains')
    await here.settle()
    const mail = here.mails.to('raul@acme.example').at(-1)
    expect(mail?.text).toMatch(/Une règle du compte|A rule of the account/)
    expect(here.mails.to('ben@acme.example').at(-1)?.subject).toContain('rules of ACME were changed')
    const seen = (await ana.get('/accounts/acme.example/requests?show=decided')).text
    expect(seen).toContain('A rule')
  })

  it('leaves whoever a review has suspended in the account to a person', async () => {
    await saves(await here.as('ana'))
    const first = await sends('raul')
    await here.owner(
      `update grants set suspended_at = app_now(), suspended_because = 'REVIEW' where request_id = $1`,
      [first.id],
    )
    expect(await standing((await sends('raul')).id)).toMatchObject({ status: 'PENDING' })
  })

  it('leaves administrator roles, unproven people and its author to a person', async () => {
    await saves(await here.as('ana'), { role: [] })
    expect(await standing((await sends('raul', { role: 'SA' })).id)).toMatchObject({ status: 'PENDING' })
    expect(await standing((await sends('zoe')).id)).toMatchObject({ status: 'PENDING' })
    const [{ id: luc } = { id: '' }] = await here.owner<{ id: string }>(
      `select id from people where address = 'luc@acme.example'`,
    )
    await here.owner('update rule_books set changed_by = $1', [luc])
    expect(await standing((await sends('luc')).id)).toMatchObject({ status: 'PENDING' })
  })

  it('does nothing where only people decide', async () => {
    const ana = await here.as('ana')
    await saves(ana)
    const locked = await ana.post(`${rules}/manual-only`, { version: '1', locked: ['whole'] })
    expect(locked.location).toBe(`${rules}?done=locked`)
    await here.settle()
    const said = 'Only people decide here now, whatever the rules say: The entire account.'
    expect(here.mails.to('ben@acme.example').some(({ text }) => text?.includes(said))).toBe(true)
    expect(await standing((await sends('raul')).id)).toMatchObject({ status: 'PENDING' })
  })
})

describe('a rule that declines', () => {
  it('says why, and a person looks at it once when asked', async () => {
    const ana = await here.as('ana')
    await saves(ana, declining)
    const { visitor, id } = await sends('zoe')
    expect(await standing(id)).toMatchObject({ status: 'DECLINED', by: null, grants: 0 })
    const page = (await visitor.get(`/requests/${id}`)).text
    expect(page).toContain('Only people of ACME get access here.')
    expect(page).toContain(`/requests/${id}/ask-a-person`)
    await here.settle()
    expect(here.mails.to('zoe@elsewhere.example').at(-1)?.text).toContain('a person can look at your request')
    const asked = await visitor.post(`/requests/${id}/ask-a-person`)
    const next = asked.location?.split('/').at(-1) ?? ''
    expect(await standing(next)).toMatchObject({ status: 'PENDING' })
    const [again] = await here.owner<{ previous: string; past: boolean }>(
      'select previous_request_id as previous, past_rules as past from access_requests where id = $1',
      [next],
    )
    expect(again).toEqual({ previous: id, past: true })
    const before = (await visitor.get(`/requests/${id}`)).text
    expect(before).toMatch(new RegExp(`You have asked a person since[^]*href="/requests/${next}"`))
    await visitor.post(`/requests/${next}/withdraw`)
    expect((await visitor.post(`/requests/${id}/ask-a-person`)).location).toBe(`/requests/${next}`)
    expect((await visitor.get(`/requests/${id}`)).text).not.toContain('ask-a-person')
    expect((await (await here.as('raul')).post(`/requests/${id}/ask-a-person`)).status).toBe(404)
  })
})

describe('a rule about a user group', () => {
  const base = '/accounts/acme.example/groups'

  it('gives to who is in it at that moment, and says its name as it was', async () => {
    const ana = await here.as('ana')
    const made = await ana.post(`${base}/new`, { name: 'Night shift', role: 'SV', place: [] })
    const id = /groups\/([0-9a-f-]{36})/.exec(made.location ?? '')?.[1] ?? ''
    await ana.post(`${base}/${id}/people`, { addresses: 'luc@acme.example' })
    expect((await ana.get(`${rules}/new`)).text).toContain('Night shift')
    const chosen = { who: 'GROUPS', groupId: [id], role: ['SU'] }
    expect((await saves(ana, chosen)).location).toBe(`${rules}?done=saved`)
    expect((await ana.get(rules)).text).toContain('Anybody in the user group Night shift who asks')
    expect((await saves(ana, { ...chosen, groupId: [] })).text).toContain('Choose at least one user group')
    const luc = await sends('luc', { role: 'SU' })
    expect((await luc.visitor.get(`/requests/${luc.id}`)).text).toContain('Approved')
    const raul = await sends('raul', { role: 'SU' })
    expect((await raul.visitor.get(`/requests/${raul.id}`)).text).toContain('En attente')
    await ana.post(`${base}/${id}/close`)
    expect((await saves(ana, chosen)).text).toContain('One of these user groups is no more')
    expect((await ana.get(rules)).text).toContain('“Night shift” was closed: nobody is in it any more.')
  })
})

describe('an administrator', () => {
  it('sees what a rule would have done before saving it, and nothing is kept until then', async () => {
    const ana = await here.as('ana')
    const page = await ana.post(`${rules}/new`, { ...written, ...declining, who: 'ANYBODY', version: '0' })
    expect(page.status).toBe(200)
    expect(page.text).toContain('What it would do')
    expect(page.text).toContain('Where people had decided otherwise')
    expect(Visitor.fieldOf(page.text, 'outcome')).toBe('DECLINE')
    expect(await here.owner('select from rules')).toHaveLength(0)
    const back = await ana.post(`${rules}/new`, { ...written, ...declining, version: '0', step: 'back' })
    expect(back.text).toContain('Only people of ACME get access here.')
  })

  it('is told what is wrong at its field, with everything typed kept', async () => {
    const ana = await here.as('ana')
    const wrong: [Fields, string][] = [
      [{ who: 'ANYBODY' }, 'can approve only people of proven domains'],
      [
        { who: 'DOMAINS', domains: 'elsewhere.example' },
        'each domain must be one that the account has proven',
      ],
      [{ who: 'DOMAINS', domains: 'not a domain' }, 'is no mail domain'],
      [{ who: 'DOMAINS' }, 'Name at least one domain'],
      [{ duration: 'AT_MOST', days: 'many' }, 'whole number of days'],
      [{ where: 'VIRTUAL' }, 'Choose at least one virtual account'],
      [{ giveRole: 'VV', give: 'ACCOUNT' }, 'not given there'],
      [{ outcome: 'DECLINE' }, 'Write a text in at least one language'],
      [{ outcome: 'DECLINE', textEn: 'No.' }, 'Write 10 to 1,000 characters'],
    ]
    for (const [fields, said] of wrong) {
      const answer = await saves(ana, fields)
      expect([said, answer.status, answer.text.includes(said)]).toEqual([said, 422, true])
    }
    expect((await saves(ana, { giveRole: 'SA' })).status).toBe(422)
  })

  it('moves, switches and removes rules, each seen before; the history tells all of it', async () => {
    const ana = await here.as('ana')
    await saves(ana)
    await saves(ana, { ...declining })
    const [first, second] = await here.owner<{ id: string }>('select id from rules order by position')
    const change = (act: string, rule = first?.id ?? '', step = 'save') =>
      rulesVersion(ana, 'acme.example').then((version) =>
        ana.post(`${rules}/change`, { act, rule, version, step }),
      )
    expect((await change('down', undefined, 'rehearse')).text).toContain('becomes rule 2')
    expect((await change('down')).location).toBe(`${rules}?done=saved`)
    const order = await here.owner<{ id: string }>('select id from rules order by position')
    expect(order.map(({ id }) => id)).toEqual([second?.id, first?.id])
    expect((await change('up', second?.id)).status).toBe(409)
    expect((await change('off')).status).toBe(303)
    expect(await standing((await sends('raul')).id)).toMatchObject({ status: 'PENDING' })
    const edit = await ana.get(`${rules}/${second?.id}`)
    expect(edit.text).toContain('Only people of ACME get access here.')
    const saved = await ana.post(`${rules}/${second?.id}`, {
      ...written,
      ...declining,
      textEn: 'Only staff of ACME get access here.',
      version: await rulesVersion(ana, 'acme.example'),
      step: 'save',
    })
    expect(saved.status).toBe(303)
    expect((await change('remove')).status).toBe(303)
    const history = (await ana.get(`${rules}/versions`)).text
    for (const said of [
      'added rule 1',
      'moved a rule down',
      'switched rule 2 off',
      'removed rule 2',
      '<del>',
    ])
      expect([said, history.includes(said)]).toEqual([said, true])
  })

  it('is not overwritten by another, and keeps what they typed', async () => {
    const [ana, ben] = [await here.as('ana'), await here.as('ben')]
    await saves(ana)
    const late = await ben.post(`${rules}/new`, { ...written, ...declining, version: '0', step: 'save' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Somebody else has changed the rules')
    expect(late.text).toContain('Only people of ACME get access here.')
    expect(Visitor.fieldOf(late.text, 'version')).toBe('1')
  })
})

describe('whoever administers a virtual account', () => {
  it('rules over what lies wholly in it, and sees nothing else', async () => {
    const vera = await here.as('vera')
    const [paris = '', lyon = ''] = await Promise.all(
      ['Paris', 'Lyon'].map(async (name) => {
        const [row] = await here.owner<{ id: string }>('select id from virtual_accounts where name = $1', [
          name,
        ])
        return row?.id ?? ''
      }),
    )
    await saves(await here.as('ana'), { role: ['SU'] })
    const page = await vera.get(rules)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('Of the entire account')
    expect((await saves(vera, { version: '1' })).status).toBe(404)
    expect((await saves(vera, { place: lyon, version: '1' })).status).toBe(404)
    expect((await saves(vera, { place: paris, role: ['VV'], version: '1' })).status).toBe(303)
    const inParis = { scope: 'virtual', virtualAccount: [paris], role: 'VV' }
    expect(await standing((await sends('raul', inParis)).id)).toMatchObject({ status: 'APPROVED' })
    const both = { ...inParis, virtualAccount: [paris, lyon] }
    expect(await standing((await sends('luc', both)).id)).toMatchObject({ status: 'PENDING' })
  })

  it('is nobody who holds less', async () => {
    for (const who of ['luc', 'raul', 'zoe', 'sam', 'olga'] as const) {
      const visitor = await here.as(who)
      for (const path of [rules, `${rules}/new`, `${rules}/versions`])
        expect([who, path, (await visitor.get(path)).status]).toEqual([who, path, 404])
      expect((await saves(visitor, { version: '0' })).status).toBe(404)
    }
  })
})

it('a form says all that is wrong at once, a word that is no domain with the rest', async () => {
  const wrong = { who: 'DOMAINS', domains: 'acme.example, no domain!', where: 'VIRTUAL', duration: 'AT_MOST' }
  const answer = await saves(await here.as('ana'), wrong)
  expect(answer.status).toBe(422)
  for (const field of ['domains', 'whereId', 'days']) expect(answer.text).toMatch(`href="#${field}`)
})
