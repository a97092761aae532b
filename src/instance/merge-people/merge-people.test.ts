import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, standing } from '../../../test/world/acts.ts'
import { type World, world } from '../../../test/world/world.ts'
import type { PersonId } from '../../kernel/id.ts'
import { accountEventsPath } from '../../paths/accounts.ts'
import { erasePersonPath, mergePersonPath, operatedPersonPath } from '../../paths/operator.ts'
import { transact } from '../../platform/db/index.ts'
import { examine } from '../doctor/examine.ts'
import { shutOut } from '../shut-out/shut-out.ts'
import { mergePeople } from './merge-people.ts'

let w: World
const before = async () => {
  w = await world()
}
const after = async () => {
  await w.settle()
  expect((await examine(w.db)).broken).toEqual([])
  await w.end()
}
const rolesOf = async (id: PersonId) =>
  (
    await w.owner<{ held: string }>(
      `select a.identifier || ' ' || g.role as held from grants g join accounts a on a.id = g.account_id
       where g.person_id = $1 and g.revoked_at is null order by 1`,
      [id],
    )
  ).map(({ held }) => held)

describe('two identities of one person', () => {
  beforeAll(before)
  afterAll(after)

  it('become one: grants and requests are joined, the other address signs in no more', async () => {
    const [luc, raul, olga] = [await w.idOf('luc'), await w.idOf('raul'), await w.as('olga')]
    const request = await asks(w, 'raul', { role: 'SV', scope: 'account' })
    const old = await w.as('raul')
    const page = await olga.get(`${mergePersonPath.to(luc)}?with=raul%40acme.example`)
    expect([page.status, page.text.includes('luc@acme.example')]).toEqual([200, true])
    const sent = { with: 'raul@acme.example', stays: luc }
    expect((await olga.post(mergePersonPath.to(luc), sent)).location).toContain(operatedPersonPath.to(luc))
    const [row] = await w.owner<{ requester: string }>(
      'select requester_id as requester from access_requests where id = $1',
      [request],
    )
    expect(row?.requester).toBe(luc)
    expect((await old.get('/profile')).status).toBe(303)
    expect((await (await w.as('luc')).get(`/requests/${request}`)).status).toBe(200)
    expect(await rolesOf(raul)).toEqual([])
    const shown = await olga.get(operatedPersonPath.to(luc))
    expect(shown.text).toContain('raul@acme.example')
    expect((await olga.post(`/operator/people/${raul}/enable`)).location).toContain('done=late')
    const log = await (await w.as('ana')).get(`${accountEventsPath.to('acme.example')}?who=${luc}`)
    expect(log.text).toContain('Raul Ortega (now Luc')
  })

  it('cannot decide for each other, before or after', async () => {
    const [ben, zoe] = [await w.idOf('ben'), await w.idOf('zoe')]
    const request = await asks(w, 'zoe', { role: 'SV', scope: 'account' })
    expect((await approves(await w.as('ben'), request)).status).toBe(303)
    expect(await rolesOf(zoe)).toEqual(['acme.example SV'])
    const merged = await transact(w.db, (tx) => mergePeople(tx, null, { stays: ben, goes: zoe }))
    expect(merged).toEqual({ ok: true, value: { grants: 0, ended: 1 } })
    expect(await rolesOf(ben)).toEqual(['acme.example SA'])
    expect((await standing(w, request)).grants).toEqual([{ role: 'SV', place: null, over: true }])
  })

  it('gain nothing by a rule that one of them wrote', async () => {
    const [stays, goes] = (
      await w.owner<{ id: PersonId }>(
        `select id from people where address ~ '^(nina|emil)@' order by address`,
      )
    ).map(({ id }) => id) as [PersonId, PersonId]
    await w.owner('update rules set changed_by = $1', [goes])
    const merged = await transact(w.db, (tx) => mergePeople(tx, null, { stays, goes }))
    expect(merged.ok).toBe(true)
    const authors = await w.owner<{ by: string }>('select distinct changed_by as by from rules')
    expect(authors).toEqual([{ by: stays }])
  })

  it('are not made one of nobody, of oneself, or where an account would stay alone', async () => {
    const [ana, carla] = [await w.idOf('ana'), await w.idOf('carla')]
    const none = '01999999-0000-7000-8000-000000000000' as PersonId
    const join = (stays: PersonId, goes: PersonId) =>
      transact(w.db, (tx) => mergePeople(tx, null, { stays, goes }))
    expect(await join(ana, ana)).toEqual({ ok: false, refusal: 'oneself' })
    expect(await join(ana, none)).toEqual({ ok: false, refusal: 'nobody' })
    await w.owner(`update people set status = 'DISABLED' where id = $1`, [ana])
    expect(await join(ana, carla)).toEqual({ ok: false, refusal: 'not-active' })
    await w.owner(`update people set status = 'ACTIVE' where id = $1`, [ana])
    await w.owner(`update grants set given_by = $1 where person_id = $2 and role = 'SA'`, [ana, carla])
    expect(await join(carla, ana)).toEqual({ ok: false, refusal: 'last-administrator' })
  })

  it('leave a chain that still verifies, and are erased together', async () => {
    const [chain] = await w.owner<{ whole: boolean }>(
      'select bool_and(hash = event_hash(previous_hash, seq, occurred_at, account_id, body)) as whole from events',
    )
    expect(chain?.whole).toBe(true)
    const [olga, luc] = [await w.as('olga'), await w.idOf('luc')]
    expect((await olga.post(erasePersonPath.to(luc), { address: 'x@y.example' })).status).toBe(422)
    expect((await olga.post(erasePersonPath.to(luc), { address: 'luc@acme.example' })).location).toContain(
      'erased',
    )
    const left = JSON.stringify(await w.owner('select * from people'))
    expect(left).not.toContain('luc@acme')
    expect(left).not.toContain('raul@acme')
  })
})

describe('somebody who is shut out', () => {
  beforeAll(before)
  afterAll(after)

  it('is nobody’s delegate, claims nothing, and asks for nothing, in the same moment', async () => {
    const [ana, ben] = [await w.idOf('ana'), await w.idOf('ben')]
    const request = await asks(w, 'ben', { account: 'globex.example' })
    const [acme] = await w.owner<{ id: string }>(`select id from accounts where identifier = 'acme.example'`)
    await w.owner('insert into delegates (account_id, person_id, delegate_id) values ($1, $2, $3)', [
      acme?.id,
      ana,
      ben,
    ])
    await w.owner('insert into backup_approvers (account_id, person_id) values ($1, $2)', [acme?.id, ben])
    const out = await transact(w.db, (tx) => shutOut(tx, null, { person: ben, reason: '' }))
    expect(out).toEqual({ ok: true, value: 0 })
    expect(await w.owner('select 1 from delegates where delegate_id = $1', [ben])).toEqual([])
    expect(await w.owner('select 1 from backup_approvers')).toEqual([])
    expect((await standing(w, request)).status).toBe('CLOSED')
  })

  it('is not two people at once who were the last two: the second takes a reason', async () => {
    await w.owner(`update people set status = 'ACTIVE' where address = 'ben@acme.example'`)
    const both = [await w.idOf('ana'), await w.idOf('ben')]
    const out = await Promise.all(
      both.map((person) => transact(w.db, (tx) => shutOut(tx, null, { person, reason: '' }))),
    )
    expect(out.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(out.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'last-administrator' })
  })
})
