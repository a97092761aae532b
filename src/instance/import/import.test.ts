import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, standing } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'
import { importReportPath, importsPath } from '../../paths/operator.ts'
import { transact } from '../../platform/db/index.ts'
import { examine } from '../doctor/examine.ts'
import type { ImportKind } from './domain/columns.ts'
import { findImport, problemsOf } from './import.store.ts'
import { applyImport, dropImport, runImport, startImport } from './take-in.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(async () => {
  await w.settle()
  expect((await examine(w.db)).broken).toEqual([])
  await w.end()
})

const start = async (kind: ImportKind, lines: readonly string[]) => {
  const content = Buffer.from(lines.join('\n'))
  const started = await transact(w.db, (tx) => startImport(tx, null, { kind, content }))
  if (!started.ok) throw new Error(started.refusal)
  await runImport(w.db, started.value)
  return started.value
}
const counts = async (id: string) => {
  const one = await findImport(w.db, id)
  return one && [one.state, one.fine, one.unchanged, one.wrong]
}
const takeIn = async (kind: ImportKind, lines: readonly string[]) => {
  const id = await start(kind, lines)
  expect((await transact(w.db, (tx) => applyImport(tx, null, id))).ok).toBe(true)
  await runImport(w.db, id)
  return counts(id)
}
const many = (table: string) => w.owner<{ n: number }>(`select count(*)::int as n from ${table}`)

const people = [
  'address,first_name,last_name,locale',
  'ida@hooli.example,Ida,Berg,fr',
  'odd@hooli.example,Odd,Hansen,en',
]

describe('a list from a file', () => {
  it('is looked through without anything being taken in', async () => {
    const before = [await many('people'), await many('events')]
    const id = await start('PEOPLE', [
      ...people,
      'no address,X,Y,',
      'ida@hooli.example,Ida,Berg,fr',
      'x@y.example,,Y,de',
    ])
    expect([await many('people'), await many('events')]).toEqual(before)
    expect(await counts(id)).toEqual(['CHECKED', 2, 0, 3])
    expect(await problemsOf(w.db, id, 0, 10)).toEqual([
      { line: 4, field: 'address', problem: 'unfit' },
      { line: 5, field: 'file', problem: 'twice' },
      { line: 6, field: 'first_name', problem: 'missing' },
      { line: 6, field: 'locale', problem: 'choice' },
    ])
    expect((await transact(w.db, (tx) => dropImport(tx, id))).ok).toBe(true)
    expect((await transact(w.db, (tx) => applyImport(tx, null, id))).ok).toBe(false)
    expect(await w.owner(`select octet_length(content) as n from imports where id = $1`, [id])).toEqual([
      { n: 0 },
    ])
  })

  it('is taken in once, however often the same file comes', async () => {
    expect(await takeIn('PEOPLE', people)).toEqual(['DONE', 2, 0, 0])
    expect(await takeIn('PEOPLE', people)).toEqual(['DONE', 0, 2, 0])
    await w.settle()
    expect(w.mails.to('ida@hooli.example')).toEqual([])
    const accounts = [
      'identifier;name;type;visibility;administrator;verified_domains',
      'hooli.example;Hooli;holding;listed;ida@hooli.example;hooli.example mail.hooli.example',
      'bad one;Bad;customer;;ida@hooli.example;',
      'lost.example;Lost;;;nobody@hooli.example;',
    ]
    expect(await takeIn('ACCOUNTS', accounts)).toEqual(['DONE', 1, 0, 2])
    const places = [
      'account,name,parent,restricted',
      'hooli.example,Oslo,,',
      'hooli.example,Bergen,Oslo,yes',
      'hooli.example,Lab,Oslo / Bergen,',
      'hooli.example,Lab,Oslo,',
      'hooli.example,Bench,Lab,',
      'hooli.example,Bench,oslo/bergen/lab,',
      'hooli.example,X,Nowhere,',
    ]
    // Which Lab the line without a way means is seen once there are two.
    expect(await counts(await start('VIRTUAL_ACCOUNTS', places))).toEqual(['CHECKED', 6, 0, 1])
    expect(await takeIn('VIRTUAL_ACCOUNTS', places)).toEqual(['DONE', 5, 0, 2])
    const roles = [
      'account,address,role,virtual_account,last_day',
      'hooli.example,odd@hooli.example,VA,Oslo,',
      'hooli.example,odd@hooli.example,SV,,2001-01-01',
      'hooli.example,odd@hooli.example,VV,,',
      'hooli.example,odd@hooli.example,VA,Lab,',
    ]
    expect(await takeIn('ROLES', roles)).toEqual(['DONE', 1, 0, 3])
    expect(await takeIn('ROLES', roles)).toEqual(['DONE', 0, 1, 3])
    const held = await w.owner(
      `select g.role, v.name from grants g join people p on p.id = g.person_id join virtual_accounts v
         on v.account_id = g.account_id and v.id = g.virtual_account_id where p.address = 'odd@hooli.example'`,
    )
    expect(held).toEqual([{ role: 'VA', name: 'Oslo' }])
  })

  it('gives roles of the account’s own, by name or id, and of no other account’s', async () => {
    const [desk] = await w.owner<{ id: string }>(`select id from custom_roles where name = 'Licence desk'`)
    const lines = (role: string, account = 'acme.example') => [
      'account,address,role,virtual_account,last_day',
      `${account},zoe@elsewhere.example,${role},Lyon,`,
    ]
    expect(await takeIn('ROLES', lines('licence DESK'))).toEqual(['DONE', 1, 0, 0])
    expect(await takeIn('ROLES', lines(desk?.id ?? ''))).toEqual(['DONE', 0, 1, 0])
    expect(await takeIn('ROLES', lines('Licence desk', 'globex.example'))).toEqual(['DONE', 0, 0, 1])
    const held = await w.owner(
      `select g.role, c.name, g.custom_actions = c.actions as same from grants g
       join custom_roles c on c.account_id = g.account_id and c.id = g.custom_role_id
       join people p on p.id = g.person_id where p.address = 'zoe@elsewhere.example'`,
    )
    expect(held).toEqual([{ role: 'CV', name: 'Licence desk', same: true }])
    await w.owner(`update grants set revoked_at = app_now() where custom_role_id = $1 and person_id = $2`, [
      desk?.id,
      await w.idOf('zoe'),
    ])
  })

  it('closes a request for what it gives', async () => {
    const request = await asks(w, 'raul', { role: 'SV', scope: 'account' })
    await takeIn('ROLES', ['account,address,role', 'acme.example,raul@acme.example,SV'])
    expect((await standing(w, request)).status).toBe('CLOSED')
  })

  it('goes on where it was stopped, and takes no line in twice', async () => {
    const lines = Array.from({ length: 170 }, (_, n) => `p${n}@many.example,Per,Son,en`)
    const id = await start('PEOPLE', [people[0] ?? '', ...lines])
    await transact(w.db, (tx) => applyImport(tx, null, id))
    const stop = new Error('killed')
    await runImport(w.db, id, ({ atLine }) => {
      if (atLine >= 100) throw stop
    }).catch((error: unknown) => expect(error).toBe(stop))
    expect((await findImport(w.db, id))?.atLine).toBeGreaterThanOrEqual(100)
    await Promise.all([runImport(w.db, id), runImport(w.db, id)])
    expect(await counts(id)).toEqual(['DONE', 170, 0, 0])
    expect(
      await w.owner(`select count(*)::int as n from people where address like '%@many.example'`),
    ).toEqual([{ n: 170 }])
  })

  it('is sent, followed and taken in on the operator’s pages', async () => {
    const olga = await w.as('olga')
    expect((await (await w.as('ana')).get(importsPath.to())).status).toBe(404)
    expect((await olga.get(importsPath.to())).text).toContain('verified_domains')
    const send = async (text: string) => {
      const form = new FormData()
      form.append('file', new Blob([text], { type: 'text/csv' }), 'people.csv')
      const { body, type } = await encoded(form)
      return olga.send('/operator/imports/new/people', {
        method: 'POST',
        body,
        headers: { 'Content-Type': type, Origin: w.base, 'Sec-Fetch-Site': 'same-origin' },
      })
    }
    const wrong = await send('name\nx')
    expect([wrong.status, wrong.text.includes('must name the columns')]).toEqual([422, true])
    const sent = await send('address,first_name,last_name\nline@page.example,Li,Ne\nbad,B,D')
    expect(sent.status).toBe(303)
    await w.settle()
    const page = await olga.get(sent.location ?? '')
    expect(page.text).toContain('1 line is new')
    const id = (sent.location ?? '').split('/').at(-1) ?? ''
    const report = await olga.get(importReportPath.to(id))
    expect(report.text).toContain('3,address,')
    expect((await olga.post(`/operator/imports/${id}/apply`)).status).toBe(303)
    expect((await olga.post(`/operator/imports/${id}/apply`)).status).toBe(409)
    await w.settle()
    expect((await olga.get(sent.location ?? '')).text).toContain('1 line was taken in')
  })
})

async function encoded(form: FormData): Promise<{ body: string; type: string }> {
  const response = new Response(form)
  return { body: await response.text(), type: response.headers.get('Content-Type') ?? '' }
}
