import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, placeId, standing } from '../../test/world/acts.ts'
import { goodPassword, linkFor, open } from '../../test/world/links.ts'
import { Visitor } from '../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../test/world/world.ts'

let here: World
let ana: Visitor
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
}, 60_000)
afterAll(() => here.end())

const users = '/accounts/acme.example/users'

async function grantsOf(address: string, account = 'acme.example') {
  return here.owner<{ id: string; role: string; place: string | null; source: string; ends: string | null }>(
    `select g.id, g.role, v.name as place, g.source, g.ends_at::text as ends from grants g
     join accounts a on a.id = g.account_id join people p on p.id = g.person_id
     left join virtual_accounts v on v.account_id = g.account_id and v.id = g.virtual_account_id
     where p.address = $1 and a.identifier = $2 and g.revoked_at is null
       and (g.ends_at is null or g.ends_at > app_now()) order by g.role, v.name`,
    [address, account],
  )
}
const rolesOf = async (address: string) =>
  (await grantsOf(address)).map(({ role, place }) => (place === null ? role : `${role} ${place}`))

type Adding = { addresses: string; role: string; places?: readonly string[]; ends?: string }

/** Types into the form; gives the page that shows what becomes of each line. */
async function looksOver(by: Visitor, { addresses, role, places = [], ends = '' }: Adding): Promise<string> {
  const place: string[] = []
  for (const name of places) place.push(await placeId(here, 'acme.example', name))
  const answer = await by.post(`${users}/add`, { addresses, role, place, ends, endsTime: '' })
  expect(answer.status).toBe(303)
  return answer.location ?? ''
}

async function adds(by: Visitor, adding: Adding): Promise<string> {
  const path = await looksOver(by, adding)
  const answer = await by.post(path)
  expect(answer.location).toBe(path)
  await here.settle()
  return (await by.get(path)).text
}

const subjectsTo = (address: string) => here.mails.to(address).map(({ subject }) => subject)

describe('adding people', () => {
  it('shows what becomes of each address before anything is done, and does it on the second press', async () => {
    const path = await looksOver(ana, {
      addresses: 'emil@acme.example, nobody\nNew Person <someone@new.example>; ana@acme.example',
      role: 'VU',
      places: ['Lyon'],
    })
    const page = (await ana.get(path)).text
    expect(page).toContain('1 person gets access at once')
    expect(page).toContain('1 person is invited')
    expect(page).toContain('2 lines have a problem')
    expect(page).toContain('This is no e-mail address.')
    expect(page).toContain('This is you.')
    expect(await rolesOf('emil@acme.example')).not.toContain('VU Lyon')
    await ana.post(path)
    await ana.post(path)
    await here.settle()
    expect((await rolesOf('emil@acme.example')).filter((role) => role === 'VU Lyon')).toHaveLength(1)
    expect((await ana.get(path)).text).toContain('Has access now')
    expect(subjectsTo('emil@acme.example')).toContain('Access to ACME')
    expect(here.mails.to('someone@new.example')).toHaveLength(1)
    expect((await (await here.as('ben')).get(path)).status).toBe(404)
  })

  it('says at the field what is wrong, and keeps what was typed', async () => {
    const answer = await ana.post(`${users}/add`, {
      addresses: 'luc@acme.example',
      role: 'VU',
      place: [],
      ends: 'soon',
      endsTime: '',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Choose at least one virtual account for this role.')
    expect(answer.text).toContain('Write the day as')
    expect(answer.text).toContain('luc@acme.example')
  })

  it('closes an open request that asks for no more than was given', async () => {
    const request = await asks(here, 'luc', { role: 'SV', scope: 'account' })
    await adds(ana, { addresses: 'luc@acme.example', role: 'SU' })
    expect((await standing(here, request)).status).toBe('CLOSED')
    expect((await standing(here, request)).events.at(-1)).toBe('access-request.closed')
    expect(await rolesOf('luc@acme.example')).toContain('SU')
    await here.owner(
      `update grants set revoked_at = app_now() where role = 'SU' and person_id = (select id from people where address = 'luc@acme.example')`,
    )
  })

  it('never gives more than one holds, whoever sends the form', async () => {
    const vera = await here.as('vera')
    const page = await adds(vera, { addresses: 'luc@acme.example', role: 'VU', places: ['Lyon'] })
    expect(page).toContain('This is more than you hold yourself.')
    const whole = await adds(vera, { addresses: 'luc@acme.example', role: 'SV' })
    expect(whole).toContain('This is more than you hold yourself.')
    const within = await adds(vera, { addresses: 'luc@acme.example', role: 'VU', places: ['Paris Lab'] })
    expect(within).toContain('Has access now')
    expect(await rolesOf('luc@acme.example')).toEqual(['VU Paris Lab', 'VV Paris'])
    expect((await (await here.as('raul')).get(`${users}/add`)).status).toBe(404)
    expect((await (await here.as('sam')).get(`${users}/add`)).status).toBe(404)
  })

  it('takes a file of many lines, does it step by step, and twice does no more than once', async () => {
    const lines = Array.from({ length: 60 }, (_, n) => `many${n}@new.example,Smart Account Viewer,,`)
    const text = [
      'Address,Role,Virtual account,Last day',
      ...lines,
      'yuki@acme.example;VV;Paris / Paris Lab',
    ].join('\n')
    const kept = await ana.post(`${users}/add/lines`, { lines: text })
    const path = kept.location ?? ''
    expect((await ana.get(path)).text).toContain('60 people are invited')
    expect((await ana.post(path)).location).toBe(path)
    await here.settle()
    const page = (await ana.get(path)).text
    expect(page).toContain('People added')
    const count = async () =>
      (
        await here.owner<{ n: number }>(
          `select count(*)::int as n from invitations where address like 'many%'`,
        )
      )[0]?.n
    expect(await count()).toBe(60)
    const again = await ana.post(`${users}/add/lines`, { lines: text })
    await ana.post(again.location ?? '')
    await here.settle()
    expect(await count()).toBe(60)
    expect((await ana.get(again.location ?? '')).text).toContain('Was invited before')
  })

  it('refuses a file that is no text, and one without lines', async () => {
    expect((await ana.post(`${users}/add/lines`, { lines: '\n\n' })).status).toBe(422)
    const template = await ana.get(`${users}/add/template.csv`)
    expect(template.text).toContain('Address,Role,Virtual account,Last day')
  })
})

describe('an administrator', () => {
  const proposalPath = async () => {
    const page = (await (await here.as('ben')).get(users)).text
    return /\/accounts\/acme\.example\/users\/proposals\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
  }

  it('is made by two: one proposes, another confirms', async () => {
    const page = await adds(ana, { addresses: 'emil@acme.example', role: 'SA' })
    expect(page).toContain('Proposed; another administrator must confirm')
    expect(await rolesOf('emil@acme.example')).not.toContain('SA')
    expect(subjectsTo('ben@acme.example')).toContain('One more needed: Emil Strand as administrator of ACME')
    const path = await proposalPath()
    expect((await ana.post(path, { what: 'confirm' })).status).toBe(403)
    expect((await (await here.as('vera')).get(path)).status).toBe(404)
    const confirmed = await (await here.as('ben')).post(path, { what: 'confirm' })
    expect(confirmed.location).toBe(`${users}?done=confirmed`)
    expect(await rolesOf('emil@acme.example')).toContain('SA')
    await here.settle()
    expect(subjectsTo('ana@acme.example')).toContain('Emil Strand administers ACME now')
    expect((await (await here.as('ben')).post(path, { what: 'confirm' })).status).toBe(409)
  })

  it('that is proposed can be refused, and the proposal lapses after a week', async () => {
    await adds(ana, { addresses: 'ines@acme.example', role: 'SA' })
    const refused = await (await here.as('ben')).post(await proposalPath(), { what: 'end' })
    expect(refused.location).toBe(`${users}?done=proposal-refused`)
    await adds(ana, { addresses: 'ines@acme.example', role: 'SA' })
    const path = await proposalPath()
    await here.setClock('8 days')
    const late = await (await here.as('ben')).post(path, { what: 'confirm' })
    expect(late.status).toBe(409)
    await here.setClock('0 seconds')
    ana = await here.as('ana')
    expect(await rolesOf('ines@acme.example')).not.toContain('SA')
  })
})

describe('changing and removing', () => {
  const grantPath = async (address: string, role: string) => {
    const grant = (await grantsOf(address)).find((one) => one.role === role)
    return `/accounts/acme.example/grants/${grant?.id ?? ''}/change`
  }

  it('gives another role, place or end in one step, and tells the person', async () => {
    await adds(ana, { addresses: 'omar@acme.example', role: 'SV' })
    const place = await placeId(here, 'acme.example', 'Lyon')
    const path = await grantPath('omar@acme.example', 'SV')
    expect((await ana.get(path)).text).toContain('Change the access of Omar Haddad')
    const fields = { role: 'VU', place, ends: '2031-03-31', endsTime: '18:00' }
    expect((await ana.post(path, fields)).location).toBe(`${users}?done=changed`)
    const after = await grantsOf('omar@acme.example')
    expect(after.filter(({ role }) => role === 'SV')).toEqual([])
    expect(after.find(({ role }) => role === 'VU')).toMatchObject({ place: 'Lyon', source: 'DIRECT' })
    expect(after.find(({ role }) => role === 'VU')?.ends).toContain('2031-03-31 16:00')
    expect((await ana.post(path, fields)).status).toBe(404)
    const same = await ana.post(await grantPath('omar@acme.example', 'VU'), fields)
    expect(same.status).toBe(422)
    await here.settle()
    expect(subjectsTo('omar@acme.example')).toContain('Access changed: ACME')
  })

  it('never turns into an administrator, nor takes one away, by one person alone', async () => {
    const path = await grantPath('omar@acme.example', 'VU')
    const up = await ana.post(path, { role: 'SA', place: '', ends: '', endsTime: '' })
    expect(up.status).toBe(409)
    expect(up.text).toContain('takes two people')
    const down = await ana.post(await grantPath('ben@acme.example', 'SA'), {
      role: 'SV',
      place: '',
      ends: '',
      endsTime: '',
    })
    expect(down.status).toBe(409)
  })

  it('removes somebody from the account: every role, standing in, what they sent', async () => {
    const [omar] = await here.owner<{ id: string }>(
      `select id from people where address = 'omar@acme.example'`,
    )
    const page = await ana.get(`${users}/${omar?.id ?? ''}`)
    expect(page.text).toContain('Remove from the account')
    expect(page.text).toContain('Given directly by Ana Costa')
    const answer = await ana.post(`${users}/${omar?.id ?? ''}/remove`)
    expect(answer.location).toBe(`${users}?done=removed`)
    expect(await rolesOf('omar@acme.example')).toEqual([])
    await here.settle()
    expect(subjectsTo('omar@acme.example')).toContain('Access ended: ACME')
    expect((await ana.post(`${users}/${omar?.id ?? ''}/remove`)).status).toBe(404)
    const ben = await here.idOf('ben')
    expect((await ana.post(`${users}/${ben}/remove`)).status).toBe(409)
  })
})

describe('an invitation', () => {
  const address = 'nora@elsewhere.example'

  it('becomes access when somebody signs up at that address', async () => {
    await adds(ana, { addresses: address, role: 'VV', places: ['Paris'] })
    expect(subjectsTo(address)).toEqual(['Invitation to ACME'])
    const nora = here.stranger()
    const url =
      /http:\/\/[^\s]+\/invitation-link\?t=[\w-]{43}/.exec(here.mails.to(address)[0]?.text ?? '')?.[0] ?? ''
    const page = await nora.get((await nora.get(url.replace(here.base, ''))).location ?? '')
    expect(page.text).toContain('Invitation to ACME')
    expect(page.text).toContain('Virtual Account Viewer for Paris')
    await nora.post('/sign-up', { firstName: 'Nora', lastName: 'Lind', address, password: goodPassword })
    await open(nora, await linkFor(here, address))
    await nora.post('/verify-address', {})
    await here.settle()
    expect(await rolesOf(address)).toEqual(['VV Paris'])
    expect((await nora.get('/invitation')).status).toBe(410)
  })

  it('waits for whoever is here already, in the same words, and is accepted once', async () => {
    const page = await adds(ana, { addresses: 'zoe@elsewhere.example', role: 'SV' })
    expect(page).toContain('Invited')
    expect(page).not.toContain('Zo')
    expect(await rolesOf('zoe@elsewhere.example')).toEqual([])
    const zoe = await here.as('zoe')
    const own = (await zoe.get('/invitations')).text
    expect(own).toContain('Smart Account Viewer for the entire Smart Account')
    const path = /\/invitations\/[0-9a-f-]{36}/.exec(own)?.[0] ?? ''
    expect((await (await here.as('raul')).post(path, { what: 'accept' })).status).toBe(409)
    const both = await Promise.all([
      zoe.post(path, { what: 'accept' }),
      (await here.as('zoe')).post(path, { what: 'accept' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await rolesOf('zoe@elsewhere.example')).toEqual(['SV'])
  })

  it('is withdrawn, or sent again a day later, and lapses after two weeks', async () => {
    await adds(ana, { addresses: 'late@new.example', role: 'SV' })
    const list = (await ana.get(`${users}/invitations`)).text
    const id = async () =>
      (await here.owner<{ id: string }>(`select id from invitations where address = 'late@new.example'`))[0]
        ?.id ?? ''
    expect(list).toContain('late@new.example')
    expect((await ana.post(`${users}/invitations/${await id()}/again`)).status).toBe(429)
    await here.setClock('2 days')
    ana = await here.as('ana')
    expect((await ana.post(`${users}/invitations/${await id()}/again`)).status).toBe(303)
    await here.settle()
    expect(here.mails.to('late@new.example')).toHaveLength(2)
    await here.setClock('17 days')
    ana = await here.as('ana')
    expect((await ana.get(`${users}/invitations`)).text).not.toContain('late@new.example')
    await here.setClock('0 seconds')
    ana = await here.as('ana')
    expect((await ana.post(`${users}/invitations/${await id()}/withdraw`)).status).toBe(303)
    expect(await id()).toBe('')
  })

  it('gives nothing once whoever sent it could no longer give it', async () => {
    await here.owner(
      `with made as (insert into auth."user" (id, name, email) values (gen_random_uuid(), 'Quin', 'quin@far.example') returning id)
       insert into people (id, address, verified_at) select id, 'quin@far.example', app_now() from made`,
    )
    const vera = await here.as('vera')
    const page = await adds(vera, { addresses: 'quin@far.example', role: 'VV', places: ['Paris'] })
    expect(page).toContain('Invited')
    await here.owner(
      `update grants set revoked_at = app_now() where role = 'VA' and person_id = (select id from people where address = 'vera@acme.example')`,
    )
    const [row] = await here.owner<{ id: string }>(
      `select id from invitations where address = 'quin@far.example'`,
    )
    const quin = await here.as('quin' as CastMember)
    const answer = await quin.post(`/invitations/${row?.id ?? ''}`, { what: 'accept' })
    expect(answer.status).toBe(409)
  })
})

describe('the list of users', () => {
  it('shows one row for each person, by role, place and end, and never more than one may see', async () => {
    const page = (await ana.get(users)).text
    expect(page).toContain('Add people')
    expect((page.match(/emil@acme\.example/g) ?? []).length).toBe(1)
    const only = (await ana.get(`${users}?only=outside`)).text
    expect(only).toContain('zoe@elsewhere.example')
    expect(only).not.toContain('emil@acme.example')
    expect((await ana.get(`${users}?role=SA`)).text).not.toContain('zoe@elsewhere.example')
    const file = await ana.get('/accounts/acme.example/users.csv')
    expect(file.text.split('\r\n')[0]).toContain('Name,Address,Role')
    expect(file.text).toContain('ana@acme.example')
    expect((await (await here.as('raul')).get(users)).status).toBe(404)
    const sam = await (await here.as('sam')).get(users)
    expect(sam.status).toBe(200)
    expect(sam.text).not.toContain('Add people')
  })
})
