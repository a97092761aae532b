import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ranIn } from '../../../test/world/terminal.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

const ran = (typed: readonly string[], language = 'en') => ranIn(here, typed, language)

const by = ['--by', 'olga@operator.example']
const act = (name: string, ...rest: string[]) => ran([...name.split(' '), 'acme.example', ...rest, ...by])
const actorsOf = (type: string) =>
  here.owner<{ actor: string | null }>(
    `select (body::jsonb ->> 'actor') as actor from events where type = $1 order by seq desc limit 1`,
    [type],
  )

describe('an operator at the machine', () => {
  it('lists the people of an account, for people and for programs', async () => {
    const { code, out } = await ran(['user', 'list', 'acme.example', '--find', 'luc'])
    expect([code, out]).toEqual([0, 'Luc Bernard <luc@acme.example>: Virtual Account Viewer for Paris'])
    const [row] = JSON.parse((await ran(['user', 'list', 'acme.example', '--find', 'luc', '--json'])).out)
    expect(row).toMatchObject({ address: 'luc@acme.example', grants: [{ role: 'VV', source: 'DIRECT' }] })
    expect((await ran(['user', 'list', 'nobody.example'], 'fr')).err).toContain('nobody.example')
  })

  it('gives somebody who is here a role, who is told, and answers for it by name', async () => {
    const added = await act('user add', 'zoe@elsewhere.example', '--role', 'VU', '--in', 'Lyon')
    expect([added.code, added.out]).toEqual([0, 'zoe@elsewhere.example holds it from now on.'])
    expect(await actorsOf('member.added')).toEqual([{ actor: await here.idOf('olga') }])
    expect((await act('user add', 'zoe@elsewhere.example', '--role', 'VU', '--in', 'Lyon')).out).toContain(
      'already',
    )
    const removed = await act('user remove', 'zoe@elsewhere.example')
    expect([removed.code, removed.out]).toContain(0)
    expect((await act('user remove', 'zoe@elsewhere.example')).err).toContain('holds no role')
  })

  it('changes one role that somebody holds, and keeps what is not named', async () => {
    const luc = 'luc@acme.example'
    const changed = await act('user change', luc, '--role', 'VU', '--until', '2027-03-31')
    expect([changed.code, changed.out, changed.err]).toEqual([
      0,
      'luc@acme.example holds it from now on, in the place of what it was.',
      '',
    ])
    expect(await actorsOf('member.changed')).toEqual([{ actor: await here.idOf('olga') }])
    const find = ['user', 'list', 'acme.example', '--find', 'luc']
    expect((await ran(find)).out).toMatch(/Virtual Account User for Paris, until 31 Mar/)
    expect((await act('user change', luc, '--role', 'SV', '--until', 'none')).code).toBe(0)
    expect((await ran(find)).out).toBe(
      'Luc Bernard <luc@acme.example>: Smart Account Viewer for the entire Smart Account',
    )
    expect((await act('user change', luc, '--role', 'VV')).err).toContain('virtual account')
    expect((await act('user change', luc, '--role', 'SA')).err).toContain('in the portal')
    expect((await act('user change', luc)).code).toBe(2)
    expect((await act('user change', 'carla@globex.example', '--role', 'SV')).err).toContain('holds no role')
    expect((await act('user change', 'ana@acme.example', '--role', 'SV')).code).toBe(1)
    expect((await act('user add', luc, '--role', 'VU', '--in', 'Lyon')).code).toBe(0)
    const several = await act('user change', luc, '--role', 'VU', '--in', 'Paris')
    expect(several.err).toMatch(/several roles[^]*[0-9a-f-]{36} {2}Virtual Account User for Lyon/)
    const id = /([0-9a-f-]{36}) {2}Virtual/.exec(several.err)?.[1] ?? ''
    expect((await act('user change', luc, '--grant', id, '--in', 'Paris')).code).toBe(0)
    expect((await act('user change', luc, '--grant', id, '--in', 'Lyon')).err).toContain(id)
    const rest = JSON.parse((await ran([...find, '--json'])).out)[0].grants
    const wide = rest.find(({ role }: { role: string }) => role === 'SV').id
    await here.owner('update grants set revoked_at = app_now() where id = $1', [wide])
  })

  it('makes no administrators, invites nobody, and leaves no account without one', async () => {
    expect((await act('user add', 'luc@acme.example', '--role', 'SA')).err).toContain('in the portal')
    expect((await act('user add', 'nobody@nowhere.example', '--role', 'SV')).err).toContain(
      'vestibule person add',
    )
    expect((await act('user add', 'luc@acme.example', '--role', 'VU')).code).toBe(1)
    const removed = await act('user remove', 'ana@acme.example')
    expect([removed.code, removed.out]).toEqual([1, ''])
    const last = await ran(['user', 'remove', 'globex.example', 'carla@globex.example', ...by])
    expect([last.code, last.err.length > 0]).toEqual([1, true])
    const nobody = ['user', 'remove', 'acme.example', 'luc@acme.example', '--by', 'ana@acme.example']
    expect((await ran(nobody)).err).toContain('No active operator')
    expect((await ran(['user', 'remove', 'acme.example', 'luc@acme.example'])).code).toBe(2)
  })

  it('keeps user groups', async () => {
    expect((await act('group add', 'Readers', '--role', 'SV')).out).toBe(
      'Made the user group Readers. Nobody is in it yet.',
    )
    expect((await act('group add', 'readers', '--role', 'SV')).err).toContain('Another group has this name')
    expect((await act('group add', 'Heads', '--role', 'SA')).code).toBe(1)
    expect((await act('group put-in', 'Readers', '--person', 'LUC@acme.example')).out).toBe(
      '1 person was put into Readers.',
    )
    const wrong = await act(
      'group put-in',
      'Readers',
      '--person',
      'vera@acme.example',
      '--person',
      'x@y.example',
    )
    expect([wrong.code, wrong.err]).toEqual([
      1,
      'Nothing was done: x@y.example holds no role in that account.',
    ])
    expect((await ran(['group', 'show', 'acme.example', 'readers'])).out).toContain('Luc Bernard')
    expect((await act('group change', 'Readers', '--role', 'VV', '--in', 'Lyon', '--name', 'Lyon')).out).toBe(
      'Changed the user group Lyon, for 1 person.',
    )
    expect((await ran(['group', 'list', 'acme.example'], 'fr')).out).toMatch(/^Lyon\s: Lecteur/)
    expect((await act('group take-out', 'Lyon', '--person', 'luc@acme.example')).code).toBe(0)
    expect((await act('group close', 'Lyon')).code).toBe(0)
    expect((await act('group close', 'Lyon')).err).toBe('The account has no open user group Lyon.')
  })

  it('keeps custom tags', async () => {
    expect((await act('tag add', 'budget 2027')).code).toBe(0)
    const put = ['--in', 'Paris', '--in', 'Paris / Paris Lab', '--person', 'luc@acme.example']
    expect((await act('tag put', 'Budget 2027', ...put)).out).toBe('Put the tag budget 2027 on them.')
    expect((await ran(['tag', 'list', 'acme.example'])).out).toMatch(/budget 2027: 1 person; Paris/)
    expect((await act('tag put', 'budget 2027', '--in', 'Nantes')).err).toContain('Nantes')
    await act('tag take-off', 'budget 2027', ...put)
    expect((await ran(['tag', 'list', 'acme.example'])).out).toContain('budget 2027: 0 people; –')
    expect((await act('tag rename', 'budget 2027', 'budget 2028')).out).toContain('budget 2028')
    expect((await act('tag delete', 'budget 2028')).code).toBe(0)
    expect((await act('tag delete', 'budget 2028')).err).toBe('The account has no tag budget 2028.')
  })

  it('keeps roles of the account’s own', async () => {
    const made = await act('role add', 'Auditor', '--action', 'export-event-log')
    expect([made.code, made.out]).toEqual([0, 'Made the role Auditor. Nobody holds it yet.'])
    expect(await actorsOf('role.created')).toEqual([{ actor: await here.idOf('olga') }])
    expect((await act('role add', 'auditor', '--action', 'use')).err).toContain('has this name')
    expect((await act('role add', 'Other', '--action', 'fly')).err).toContain('There is no action fly')
    expect((await act('role add', 'Other', '--action', 'change-administrators')).err).toContain(
      'cannot contain',
    )
    await here.owner(
      `insert into grants (account_id, id, person_id, role, custom_role_id, custom_actions, source)
       select c.account_id, gen_random_uuid(), $1, 'CA', c.id, c.actions, 'DIRECT' from custom_roles c
       where c.name = 'Auditor'`,
      [await here.idOf('luc')],
    )
    expect((await act('role change', 'Auditor', '--more', 'edit-account')).err).toBe(
      'Nothing was changed. It concerns 1 person. They gain: Edit name and contact. They lose: –. Add --yes to do it.',
    )
    expect((await act('role change', 'Auditor', '--more', 'edit-account', '--yes')).out).toBe(
      'Changed the role Auditor, for 1 person.',
    )
    expect((await ran(['role', 'list', 'acme.example'])).out).toContain(
      'in the whole account, 1 holder, version 2',
    )
    expect((await ran(['role', 'show', 'acme.example', 'Auditor'], 'fr')).out).toContain(
      'Exporter le journal',
    )
    expect((await act('role retire', 'Auditor')).err).toContain('1 person still holds it')
    await here.owner(`update grants set revoked_at = app_now() where custom_role_id is not null`)
    expect((await act('role retire', 'Auditor')).out).toBe('Retired the role Auditor.')
    expect((await act('role bring-back', 'Auditor')).out).toBe('Brought back the role Auditor.')
  })
})
