import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, placeId, standing } from '../../test/world/acts.ts'
import { adds, grantsOf, looksOver, rolesOf, subjectsTo, users } from '../../test/world/members.ts'
import type { Visitor } from '../../test/world/visitor.ts'
import { type World, world } from '../../test/world/world.ts'

let here: World
let ana: Visitor
beforeAll(async () => {
  here = await world()
  ana = await here.as('ana')
})
afterAll(() => here.end())

describe('adding people', () => {
  it('shows what becomes of each address before anything is done, and does it on the second press', async () => {
    const path = await looksOver(here, ana, {
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
    expect(await rolesOf(here, 'emil@acme.example')).not.toContain('VU Lyon')
    await ana.post(path)
    await ana.post(path)
    await here.settle()
    expect((await rolesOf(here, 'emil@acme.example')).filter((role) => role === 'VU Lyon')).toHaveLength(1)
    expect((await ana.get(path)).text).toContain('Has access now')
    expect(subjectsTo(here, 'emil@acme.example')).toContain('Access to ACME')
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
    await adds(here, ana, { addresses: 'luc@acme.example', role: 'SU' })
    expect((await standing(here, request)).status).toBe('CLOSED')
    expect((await standing(here, request)).events.at(-1)).toBe('access-request.closed')
    expect(await rolesOf(here, 'luc@acme.example')).toContain('SU')
    await here.owner(
      `update grants set revoked_at = app_now() where role = 'SU' and person_id = (select id from people where address = 'luc@acme.example')`,
    )
  })

  it('never gives more than one holds, whoever sends the form', async () => {
    const vera = await here.as('vera')
    const page = await adds(here, vera, { addresses: 'luc@acme.example', role: 'VU', places: ['Lyon'] })
    expect(page).toContain('This is more than you hold yourself.')
    const whole = await adds(here, vera, { addresses: 'luc@acme.example', role: 'SV' })
    expect(whole).toContain('This is more than you hold yourself.')
    const within = await adds(here, vera, {
      addresses: 'luc@acme.example',
      role: 'VU',
      places: ['Paris Lab'],
    })
    expect(within).toContain('Has access now')
    expect(await rolesOf(here, 'luc@acme.example')).toEqual(['VU Paris Lab', 'VV Paris'])
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
    expect(page).toContain('60 lines are done')
    expect(page).toContain('1 line had a problem and was left out.')
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
    const page = await adds(here, ana, { addresses: 'emil@acme.example', role: 'SA' })
    expect(page).toContain('Proposed; another administrator must confirm')
    expect(await rolesOf(here, 'emil@acme.example')).not.toContain('SA')
    expect(subjectsTo(here, 'ben@acme.example')).toContain(
      'One more needed: Emil Strand as administrator of ACME',
    )
    const path = await proposalPath()
    expect((await ana.post(path, { what: 'confirm' })).status).toBe(403)
    expect((await (await here.as('vera')).get(path)).status).toBe(404)
    const confirmed = await (await here.as('ben')).post(path, { what: 'confirm' })
    expect(confirmed.location).toBe(`${users}?done=confirmed`)
    expect(await rolesOf(here, 'emil@acme.example')).toContain('SA')
    await here.settle()
    expect(subjectsTo(here, 'ana@acme.example')).toContain('Emil Strand administers ACME now')
    expect((await (await here.as('ben')).post(path, { what: 'confirm' })).status).toBe(409)
  })

  it('that is proposed can be refused, and the proposal lapses after a week', async () => {
    await adds(here, ana, { addresses: 'ines@acme.example', role: 'SA' })
    const refused = await (await here.as('ben')).post(await proposalPath(), { what: 'end' })
    expect(refused.location).toBe(`${users}?done=proposal-refused`)
    await adds(here, ana, { addresses: 'ines@acme.example', role: 'SA' })
    const path = await proposalPath()
    await here.setClock('8 days')
    const late = await (await here.as('ben')).post(path, { what: 'confirm' })
    expect(late.status).toBe(409)
    await here.setClock('0 seconds')
    ana = await here.as('ana')
    expect(await rolesOf(here, 'ines@acme.example')).not.toContain('SA')
  })
})

describe('changing and removing', () => {
  const grantPath = async (address: string, role: string) => {
    const grant = (await grantsOf(here, address)).find((one) => one.role === role)
    return `/accounts/acme.example/grants/${grant?.id ?? ''}/change`
  }

  it('gives another role, place or end in one step, and tells the person', async () => {
    await adds(here, ana, { addresses: 'omar@acme.example', role: 'SV' })
    const place = await placeId(here, 'acme.example', 'Lyon')
    const path = await grantPath('omar@acme.example', 'SV')
    expect((await ana.get(path)).text).toContain('Change the access of Omar Haddad')
    const fields = { role: 'VU', place, ends: '2031-03-31', endsTime: '18:00' }
    expect((await ana.post(path, fields)).location).toBe(`${users}?done=changed`)
    const after = await grantsOf(here, 'omar@acme.example')
    expect(after.filter(({ role }) => role === 'SV')).toEqual([])
    expect(after.find(({ role }) => role === 'VU')).toMatchObject({ place: 'Lyon', source: 'DIRECT' })
    expect(after.find(({ role }) => role === 'VU')?.ends).toContain('2031-03-31 16:00')
    expect((await ana.post(path, fields)).status).toBe(404)
    const same = await ana.post(await grantPath('omar@acme.example', 'VU'), fields)
    expect(same.status).toBe(422)
    await here.settle()
    expect(subjectsTo(here, 'omar@acme.example')).toContain('Access changed: ACME')
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
    expect(await rolesOf(here, 'omar@acme.example')).toEqual([])
    await here.settle()
    expect(subjectsTo(here, 'omar@acme.example')).toContain('Access ended: ACME')
    expect((await ana.post(`${users}/${omar?.id ?? ''}/remove`)).status).toBe(404)
    const ben = await here.idOf('ben')
    const before = await ana.get(`${users}/${ben}/remove`)
    expect(before.status).toBe(409)
    expect(before.text).not.toContain('<button type="submit" class="button danger')
    expect((await ana.post(`${users}/${ben}/remove`)).status).toBe(409)
  })
})
