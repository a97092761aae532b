import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approves } from '../../../test/world/acts.ts'
import { withToken } from '../../../test/world/api-client.ts'
import { row, sentOnMonday, subjects } from '../../../test/world/monday.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { backupApproversPath } from '../../paths/accounts.ts'
import { apiBackupApproversPath, apiSettingsPath } from '../../paths/api.ts'

let here: World
let acme: AccountId
const who = {} as Record<CastMember, PersonId>
beforeAll(async () => {
  here = await world()
  const [found] = await here.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'acme.example'`,
  )
  acme = found?.id as AccountId
  for (const name of ['ana', 'ben', 'vera', 'luc', 'raul'] as const) who[name] = await here.idOf(name)
})
afterAll(() => here.end())
beforeEach(async () => {
  await here.settle()
  await here.owner('delete from backup_approvers')
  await here.owner('update people set mail_bounced_at = null, away_until = null, away_from = null')
})

const path = backupApproversPath.to('acme.example')
const english = { 'Accept-Language': 'en' }
const chosen = async () =>
  (await here.owner<{ id: PersonId }>('select person_id as id from backup_approvers order by 1')).map(
    ({ id }) => id,
  )
const make = (...names: CastMember[]) =>
  here.owner('insert into backup_approvers (account_id, person_id) select $1, unnest($2::uuid[])', [
    acme,
    names.map((name) => who[name]),
  ])
async function choose(by: CastMember, names: readonly CastMember[], version?: string) {
  const visitor = await here.as(by, english)
  const seen = version ?? Visitor.fieldOf((await visitor.get(path)).text, 'version') ?? ''
  return visitor.post(path, { version: seen, people: names.map((name) => who[name]), others: '' })
}
const count = (name: CastMember) => here.mails.to(`${name}@acme.example`).length

describe('backup approvers', () => {
  it('are chosen by an administrator, told and recorded, and chosen no more', async () => {
    const before = count('ben')
    const ana = await here.as('ana', english)
    expect((await ana.get(path)).text).toContain('ben@acme.example')
    expect((await choose('ana', ['ben'])).location).toBe(`${path}?done=saved`)
    expect(await chosen()).toEqual([who.ben])
    expect((await choose('ana', ['ben'])).location).toBe(`${path}?done=unchanged`)
    await here.settle()
    expect(subjects(here, 'ben@acme.example', before)).toEqual(['ACME: you are a backup approver'])
    expect((await choose('ana', [])).location).toBe(`${path}?done=saved`)
    await here.settle()
    expect(subjects(here, 'ben@acme.example', before).at(-1)).toBe(
      'ACME: you are no longer a backup approver',
    )
    const log = (await ana.get('/accounts/acme.example/events')).text
    expect(log).toContain('made Ben')
    expect(log).toContain('is no backup approver any more')
  })

  it('are not chosen by others, nor from a page that is out of date', async () => {
    const ana = await here.as('ana', english)
    const version = Visitor.fieldOf((await ana.get(path)).text, 'version') ?? ''
    for (const name of ['vera', 'raul', 'sam'] as const) {
      expect((await (await here.as(name)).get(path)).status).toBe(404)
      expect((await (await here.as(name)).post(path, { version, people: [], others: '' })).status).toBe(404)
    }
    await choose('ben', ['ana'])
    const late = await choose('ana', ['ben'], version)
    expect(late.status).toBe(409)
    expect(late.text).toMatch(new RegExp(`value="${who.ben}" checked`))
    expect(await chosen()).toEqual([who.ana])
  })

  it('are people who decide there, whoever is ticked', async () => {
    expect((await choose('ana', ['ben', 'raul'])).status).toBe(303)
    expect(await chosen()).toEqual([who.ben])
  })

  it('are read and changed by the API', async () => {
    const ana = await withToken(here, 'ana')
    const read = await ana.get(apiSettingsPath.to('acme.example'))
    expect(JSON.parse(read.text).backupApprovers).toEqual([])
    const seen = { 'If-Match': read.headers.get('etag') ?? '' }
    const to = apiBackupApproversPath.to('acme.example')
    const wrong = await ana.post(to, { addresses: ['raul@acme.example'] }, seen)
    expect([wrong.status, JSON.parse(wrong.text).errors[0].pointer]).toEqual([422, '/addresses'])
    const saved = await ana.post(to, { addresses: ['ben@acme.example'] }, seen)
    expect(JSON.parse(saved.text).backupApprovers).toMatchObject([{ personId: who.ben }])
    expect((await ana.post(to, { addresses: [] }, seen)).status).toBe(409)
  })
})

describe('somebody who no longer decides', () => {
  it('is no backup approver, and can be one again', async () => {
    await make('ben', 'raul')
    const ana = await withToken(here, 'ana')
    const read = async () => JSON.parse((await ana.get(apiSettingsPath.to('acme.example'))).text)
    expect((await read()).backupApprovers).toMatchObject([{ personId: who.ben }])
    await here.owner(
      `update grants set suspended_at = app_now(), suspended_because = 'REVIEW' where person_id = $1`,
      [who.ben],
    )
    expect((await read()).backupApprovers).toEqual([])
    await here.owner(`update grants set suspended_at = null, suspended_because = null where person_id = $1`, [
      who.ben,
    ])
    expect((await choose('ana', ['ana', 'ben'])).status).toBe(303)
    expect((await read()).backupApprovers).toHaveLength(2)
  })
})

describe('mail about a request', () => {
  it('reaches backup approvers once it is overdue, who may decide before', async () => {
    await make('ben')
    const before = { ana: count('ana'), ben: count('ben') }
    const id = await sentOnMonday(here)
    await here.pass('4 days')
    expect(subjects(here, 'ana@acme.example', before.ana)).toEqual([
      'Access request for ACME (AR)',
      'Reminder: access request for ACME (AR)',
      'Reminder: access request for ACME (AR)',
    ])
    expect(count('ben')).toBe(before.ben)
    expect((await (await here.as('ben')).get('/queue')).text).toContain(id)
    await here.pass('4 days')
    expect((await row(here, id))?.stage).toBe('OVERDUE')
    expect(subjects(here, 'ben@acme.example', before.ben)).toEqual(['Overdue: access request for ACME (AR)'])
    expect((await approves(await here.as('ben'), id)).status).toBe(303)
  })

  it('reaches them at once when nobody else can be reached', async () => {
    await make('ana', 'ben')
    const before = count('ben')
    await sentOnMonday(here)
    expect(subjects(here, 'ben@acme.example', before)).toHaveLength(1)
    await here.owner('delete from backup_approvers where person_id = $1', [who.ana])
    await here.owner('update people set mail_bounced_at = app_now() where id = $1', [who.ana])
    await sentOnMonday(here)
    expect(subjects(here, 'ben@acme.example', before)).toHaveLength(2)
  })

  it('reaches one who is needed as the second of two', async () => {
    await make('ben')
    const before = count('ben')
    const id = await sentOnMonday(here)
    expect(count('ben')).toBe(before)
    const first = await approves(await here.as('ana'), id, { role: 'SA', confirmed: 'yes' })
    expect(first.status).toBe(303)
    await here.settle()
    expect(subjects(here, 'ben@acme.example', before)).toHaveLength(1)
    expect((await row(here, id))?.status).toBe('PENDING')
  })
})
