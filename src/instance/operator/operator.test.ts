import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../../test/world/world.ts'
import {
  addAccountPath,
  addPersonPath,
  addVirtualAccountPath,
  changeVisibilityPath,
  disablePersonPath,
  enablePersonPath,
  erasePersonPath,
  operatedAccountPath,
  operatorPath,
  operatorPeoplePath,
  operatorTroublePath,
} from '../../paths/operator.ts'
import { examine } from '../doctor/examine.ts'

const account = {
  identifier: 'hooli.example',
  name: 'Hooli',
  type: 'CUSTOMER',
  visibility: 'LISTED',
  timeZone: 'America/New_York',
  verifiedDomains: 'hooli.example, mail.hooli.example',
  administrator: 'ana@acme.example',
}
const person = {
  address: 'gavin@hooli.example',
  firstName: 'Gavin',
  lastName: 'Belson',
  locale: 'en',
  timeZone: 'UTC',
}

describe('an operator', () => {
  let w: World & AsyncDisposable
  beforeAll(async () => {
    w = await world()
  })
  afterAll(async () => {
    expect((await examine(w.db)).broken).toEqual([])
    await w.end()
  })

  it('alone has these pages', async () => {
    const id = await w.idOf('luc')
    const pages = [operatorPath, operatorPeoplePath, operatorTroublePath, addAccountPath, addPersonPath]
    for (const path of [
      ...pages.map((page) => page.to()),
      operatedAccountPath.to('acme.example'),
      disablePersonPath.to(id),
    ]) {
      expect((await (await w.as('olga')).get(path)).status, path).toBe(200)
      for (const who of ['ana', 'sam'] as const) expect((await (await w.as(who)).get(path)).status).toBe(404)
    }
    const ana = await w.as('ana')
    expect((await ana.post(addAccountPath.to(), account)).status).toBe(404)
    expect((await ana.post(addPersonPath.to(), person)).status).toBe(404)
    expect((await ana.post(disablePersonPath.to(id))).status).toBe(404)
  })

  it('adds an account, which starts with its administrator', async () => {
    const olga = await w.as('olga')
    const wrong = await olga.post(addAccountPath.to(), { ...account, identifier: 'no dots', name: '<b>' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('such as acme.example')
    expect(wrong.text).toContain('value="&lt;b&gt;"')
    const added = await olga.post(addAccountPath.to(), account)
    expect(added.status).toBe(303)
    expect((await olga.get(added.location ?? '')).text).toContain('Hooli is active.')
    expect((await olga.post(addAccountPath.to(), account)).text).toContain('already')
    expect((await olga.post(addAccountPath.to(), { ...account, verifiedDomains: 'a b' })).status).toBe(422)
    expect((await olga.post(addAccountPath.to(), { ...account, role: 'SA' })).status).toBe(422)
    const events = await w.owner(`select e.type from events e join accounts a on a.id = e.account_id
      where a.identifier = 'hooli.example'`)
    expect(events).toEqual([{ type: 'account.created' }])
  })

  it('does not erase whom an account needs, and reads which account, and the way on', async () => {
    const [id, olga] = [await w.idOf('dmitri'), await w.as('olga')]
    const way = [operatedAccountPath.to('initech.example'), disablePersonPath.to(id)]
    const asked = await olga.get(erasePersonPath.to(id))
    const kept = await olga.post(erasePersonPath.to(id), { address: 'dmitri@initech.example' })
    expect([asked.status, kept.status]).toEqual([200, 409])
    for (const page of [asked, kept]) for (const href of way) expect(page.text).toContain(`href="${href}"`)
    expect(kept.text).toContain('Not erased: one account would have no administrator')
    expect((await olga.get(erasePersonPath.to(await w.idOf('luc')))).text).not.toContain('no administrator')
  })

  it('adds virtual accounts and changes who finds an account, both recorded', async () => {
    const olga = await w.as('olga')
    const places = addVirtualAccountPath.to('globex.example')
    expect((await olga.post(places, { name: 'Berlin', parent: '' })).status).toBe(303)
    expect((await olga.post(places, { name: 'berlin', parent: '' })).status).toBe(422)
    expect((await olga.post(places, { name: 'Kreuzberg', parent: 'Berlin' })).status).toBe(303)
    expect((await olga.get(operatedAccountPath.to('globex.example'))).text).toContain('Kreuzberg')
    const visibility = changeVisibilityPath.to('globex.example')
    for (let n = 0; n < 2; n++)
      expect((await olga.post(visibility, { visibility: 'RESTRICTED' })).status).toBe(303)
    expect((await olga.post(visibility, { visibility: 'EVERYWHERE' })).status).toBe(422)
    const events = await w.owner(
      `select count(*)::int as n from events e join accounts a on a.id = e.account_id
       where e.type = 'account.visibility-changed' and a.identifier = 'globex.example'
         and e.occurred_at > now() - interval '1 day'`,
    )
    expect(events).toEqual([{ n: 1 }])
    expect((await olga.post(visibility, { visibility: 'LISTED' })).status).toBe(422)
    expect((await olga.post(changeVisibilityPath.to('no.example'), { visibility: 'LISTED' })).status).toBe(
      404,
    )
  })

  it('adds nothing to an account that is closed', async () => {
    const olga = await w.as('olga')
    await w.owner(`update accounts set status = 'CLOSED' where identifier = 'hooli.example'`)
    const before = await w.owner('select count(*) from virtual_accounts')
    await olga.post(addVirtualAccountPath.to('hooli.example'), { name: 'Berlin', parent: '' })
    expect(await w.owner('select count(*) from virtual_accounts')).toEqual(before)
    const page = (await olga.get(operatedAccountPath.to('hooli.example'))).text
    expect(page).not.toMatch(/<form[^>]*\/operator\/accounts\/hooli/)
    await w.owner(`update accounts set status = 'ACTIVE' where identifier = 'hooli.example'`)
  })

  it('adds somebody, who is mailed a link', async () => {
    const olga = await w.as('olga')
    expect((await olga.post(addPersonPath.to(), { ...person, address: 'x' })).status).toBe(422)
    expect((await olga.post(addPersonPath.to(), { ...person, support: 'yes' })).status).toBe(303)
    expect((await olga.post(addPersonPath.to(), person)).text).toContain('already')
    await w.settle()
    const [row] = await w.owner(
      'select is_support, is_operator, verified_at from people where address = $1',
      [person.address],
    )
    expect(row).toEqual({ is_support: true, is_operator: false, verified_at: null })
    expect(await w.owner(`select state from mails where address = $1`, [person.address])).toEqual([
      { state: 'ACCEPTED' },
    ])
  })

  it('finds people and accounts', async () => {
    const olga = await w.as('olga')
    const { text } = await olga.get(`${operatorPeoplePath.to()}?find=okafor`)
    expect(text).toContain('ben@acme.example')
    expect(text).not.toContain('carla@globex.example')
    expect((await olga.get(`${operatorPath.to()}?find=%25`)).text).toContain('Nothing found')
    expect((await olga.get(`${operatorPath.to()}?find=init`)).text).toContain('initech.example')
  })

  it('shuts somebody out at once, and lets them in again', async () => {
    const [olga, luc] = [await w.as('olga'), await w.as('luc')]
    const id = await w.idOf('luc')
    expect((await luc.get('/')).status).toBe(200)
    expect((await olga.post(disablePersonPath.to(id))).location).toContain('done=disabled')
    expect((await luc.get('/profile')).status).toBe(303)
    expect((await olga.post(disablePersonPath.to(id))).location).toContain('done=late')
    expect((await olga.post(enablePersonPath.to(id))).location).toContain('done=enabled')
    expect((await olga.post(enablePersonPath.to(id))).location).toContain('done=late')
  })

  it('cannot shut themselves out', async () => {
    const olga = await w.as('olga')
    const id = await w.idOf('olga')
    expect((await olga.get(disablePersonPath.to(id))).status).toBe(404)
    expect((await olga.post(disablePersonPath.to(id))).location).toContain('done=late')
    expect((await olga.get(operatorPath.to())).status).toBe(200)
  })

  it('is told when an account loses its last administrator, which opens a case', async () => {
    const olga = await w.as('olga')
    const id = await w.idOf('dmitri')
    expect((await olga.get(disablePersonPath.to(id))).text).toContain(
      'Initech would have no other administrator',
    )
    const bare = await olga.post(disablePersonPath.to(id))
    expect([bare.status, bare.text.includes('Say why')]).toEqual([422, true])
    const reason = 'He has left the company this morning.'
    const { location } = await olga.post(disablePersonPath.to(id), { reason })
    expect((await olga.get(location ?? '')).text).toContain('1 case was opened')
    const cases = await w.owner(`select c.status from cases c join accounts a on a.id = c.account_id
      where a.identifier = 'initech.example'`)
    expect(cases).toEqual([{ status: 'OPEN' }])
    await w.settle()
    const [mail] = w.mails.to('sam@support.example')
    expect(mail?.subject).toMatch(/^Case SC-[0-9A-Z-]{9}: Initech has no administrator$/)
    expect(mail?.text).toContain('(initech.example)')
  })

  it('sees work that was given up and mail that came back', async () => {
    const olga = await w.as('olga')
    expect((await olga.get(operatorTroublePath.to())).text).toContain('No trouble')
    await w.owner(`insert into jobs (account_id, id, kind, key, failed_at, last_error)
      values (gen_random_uuid(), gen_random_uuid(), 'clock', 'k', app_now(), 'no such thing')`)
    const { text } = await olga.get(operatorTroublePath.to())
    expect(text).toContain('no such thing')
    await w.owner(`delete from jobs where kind = 'clock'`)
  })
})
