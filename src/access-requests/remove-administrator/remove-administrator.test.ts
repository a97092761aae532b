import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withSession, withToken } from '../../../test/world/api-client.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import { giveGrants } from '../../accounts/index.ts'
import type { AccountId } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import { transact } from '../../platform/db/index.ts'

let here: World
let acme: AccountId
beforeAll(async () => {
  here = await world()
  const [account] = await here.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'acme.example'`,
  )
  acme = account?.id as AccountId
})
afterAll(() => here.end())

/** Makes somebody an administrator, if they are none, and gives the path of their removal. */
async function administrate(who: CastMember): Promise<{ id: string; path: string }> {
  const personId = await here.idOf(who)
  const given = { role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt: null } as const
  const from = { source: 'DIRECT', requestId: null, decisionId: null, by: null } as const
  await transact(here.db, async (tx) =>
    done(await giveGrants(tx, { accountId: acme, personId, given, ...from })),
  )
  const [row] = await here.owner<{ id: string }>(
    `select id from grants where account_id = $1 and person_id = $2 and role = 'SA' and revoked_at is null`,
    [acme, personId],
  )
  const id = row?.id ?? ''
  return { id, path: `/accounts/acme.example/grants/${id}/removal` }
}

async function isOver(id: string): Promise<boolean> {
  const [row] = await here.owner<{ over: boolean }>(
    'select revoked_at is not null as over from grants where id = $1',
    [id],
  )
  return row?.over === true
}

const propose = { what: 'propose', reason: 'Has left for another company.' }
async function shown(who: Visitor, path: string): Promise<{ text: string; removal: string }> {
  const { text } = await who.get(path)
  return { text, removal: Visitor.fieldOf(text, 'removal') ?? '' }
}
const mailTo = (who: string, starts: string) =>
  here.mails.to(`${who}@acme.example`).findLast(({ subject }) => subject?.startsWith(starts))
async function arrives(who: string, starts: string) {
  await here.settle()
  for (let tries = 0; tries < 50 && !mailTo(who, starts); tries++) await here.settle()
  return mailTo(who, starts)
}

describe('with three administrators', () => {
  it('one proposes, another sees who and why, and confirms; everybody is told', async () => {
    const { id, path } = await administrate('luc')
    const [ana, ben] = [await here.as('ana'), await here.as('ben')]
    expect((await ana.get(`/accounts/acme.example/grants/${id}/take-back`)).location).toBe(path)
    expect((await ana.post(`/accounts/acme.example/grants/${id}/take-back`)).status).toBe(409)
    expect((await ana.get(path)).text).toContain('another administrator confirms it')
    expect((await ana.post(path, { what: 'propose', reason: 'no' })).status).toBe(422)
    expect((await ana.post(path, propose)).location).toBe(`${path}?done=proposed`)
    expect(await isOver(id)).toBe(false)
    expect((await arrives('ben', 'One more needed'))?.text).toContain('Has left for another company.')
    expect((await arrives('luc', 'Your removal'))?.text).toContain('Ana Costa proposed to remove you')
    const users = await ben.get('/accounts/acme.example/users')
    expect(users.text).toContain('Removal proposed by Ana Costa')
    expect(users.text).toContain(path)
    const { text, removal } = await shown(ben, path)
    expect(text).toContain('Ana Costa')
    expect(text).toContain('Has left for another company.')
    expect((await ben.post(path, { what: 'confirm', removal })).location).toBe(
      '/accounts/acme.example/users?done=taken-back',
    )
    expect(await isOver(id)).toBe(true)
    expect((await arrives('ana', 'Done: Luc'))?.text).toContain(
      'Ana Costa proposed it, Ben Okafor confirmed it',
    )
    expect(await arrives('luc', 'Access taken back')).toBeDefined()
    expect((await ben.post(path, { what: 'confirm', removal })).status).toBe(303)
  })

  it('neither the author nor the person concerned is the second, and trying is recorded', async () => {
    const { id, path } = await administrate('luc')
    const [ana, luc] = [await here.as('ana'), await here.as('luc')]
    await ana.post(path, propose)
    const { removal } = await shown(ana, path)
    expect((await ana.post(path, { what: 'confirm', removal })).status).toBe(403)
    expect((await luc.post(path, { what: 'confirm', removal })).status).toBe(403)
    expect((await luc.post(path, { what: 'refuse', removal, answer: '' })).status).toBe(403)
    expect(await isOver(id)).toBe(false)
    const [tried] = await here.owner<{ n: number }>(
      `select count(*)::int as n from events where type = 'grant.revocation-refused'`,
    )
    expect(tried?.n).toBe(3)
    expect((await ana.post(path, { what: 'withdraw', removal })).location).toContain('removal-withdrawn')
    expect((await arrives('luc', 'Withdrawn'))?.text).toContain('The access stays.')
  })

  it('another administrator refuses with words that those concerned read', async () => {
    const { id, path } = await administrate('luc')
    const [ana, ben] = [await here.as('ana'), await here.as('ben')]
    await ana.post(path, propose)
    expect((await ben.post(path, propose)).status).toBe(409)
    const { removal } = await shown(ben, path)
    const answer = { what: 'refuse', removal, answer: 'Luc came back this week.' }
    expect((await ben.post(path, answer)).location).toContain('removal-refused')
    expect((await arrives('ana', 'Refused'))?.text).toContain('Luc came back this week.')
    expect(await isOver(id)).toBe(false)
    expect((await ben.post(path, { what: 'confirm', removal })).status).toBe(409)
  })

  it('a proposal lapses after seven days', async () => {
    const { path } = await administrate('luc')
    await (await here.as('ana')).post(path, propose)
    const { removal } = await shown(await here.as('ben'), path)
    await here.setClock('8 days')
    const ben = await here.as('ben')
    expect((await ben.post(path, { what: 'confirm', removal })).status).toBe(409)
    expect((await ben.post(path, propose)).status).toBe(303)
    await here.setClock('0 days')
    const rows = await here.owner<{ outcome: string }>(
      `select outcome from administrator_removals where id = $1`,
      [removal],
    )
    expect(rows).toEqual([{ outcome: 'LAPSED' }])
    await here.owner(`update administrator_removals set settled_at = app_now(), outcome = 'WITHDRAWN',
      settled_by = proposed_by where settled_at is null`)
  })

  it('the person concerned ends it by leaving', async () => {
    const { id, path } = await administrate('luc')
    await (await here.as('ana')).post(path, propose)
    const luc = await here.as('luc')
    expect((await luc.get(path)).text).toContain(`/accounts/acme.example/grants/${id}/take-back`)
    expect((await luc.post(`/accounts/acme.example/grants/${id}/take-back`)).status).toBe(303)
    const [row] = await here.owner<{ outcome: string }>(
      `select outcome from administrator_removals where grant_id = $1 order by id desc limit 1`,
      [id],
    )
    expect(row?.outcome).toBe('GIVEN_UP')
  })
})

describe('between the only two', () => {
  it('the person concerned objects, and the access stays', async () => {
    const { id, path } = await administrate('ben')
    const [ana, ben] = [await here.as('ana'), await here.as('ben')]
    expect((await ana.get(path)).text).toContain('Nobody else could confirm it')
    await ana.post(path, propose)
    const { text, removal } = await shown(ben, path)
    expect(text).toContain('Object to my removal')
    expect((await ben.post(path, { what: 'refuse', removal, answer: '' })).status).toBe(303)
    expect((await arrives('ana', 'Refused'))?.text).toContain('Ben Okafor objected')
    expect(await isOver(id)).toBe(false)
  })

  it('nobody waits for ever: unopposed for four days, it is carried out by its author', async () => {
    const { id, path } = await administrate('ben')
    const ana = await here.as('ana')
    await ana.post(path, propose)
    const { removal } = await shown(ana, path)
    expect((await ana.post(path, { what: 'confirm', removal })).status).toBe(403)
    await here.setClock('97 hours')
    const later = await here.as('ana')
    expect((await later.get(path)).text).toContain('has not objected in time')
    expect((await later.post(path, { what: 'confirm', removal })).location).toContain('taken-back')
    expect(await isOver(id)).toBe(true)
    await here.setClock('0 days')
  })

  it('the last one stays, whoever agrees', async () => {
    const { path } = await administrate('ana')
    await here.owner(`update people set mail_bounced_at = app_now() where address = 'ben@acme.example'`)
    await administrate('ben')
    const ben = await here.as('ben')
    expect((await ben.post(path, propose)).status).toBe(409)
    await here.owner(`update people set mail_bounced_at = null where address = 'ben@acme.example'`)
  })
})

describe('the password', () => {
  it('must have been typed lately, and what was typed is kept meanwhile', async () => {
    const { path } = await administrate('luc')
    const ana = await here.as('ana')
    await here.owner(`update auth.session set "authenticatedAt" = app_now() - interval '10 minutes'`)
    expect((await ana.post(path, propose)).location).toContain('/confirm-password')
    expect((await ana.get(path)).text).toContain('Has left for another company.')
  })
})

describe('over the API', () => {
  const api = (who: CastMember) => withSession(here, who)

  it('the same two steps are taken with a session, and none with a token', async () => {
    const { id } = await administrate('luc')
    const path = `/api/v1/accounts/acme.example/grants/${id}/removal`
    const [ana, ben] = [await api('ana'), await api('ben')]
    expect((await ana.get(path)).status).toBe(404)
    const direct = await ana.post(`/api/v1/accounts/acme.example/grants/${id}/take-back`)
    expect(JSON.parse(direct.text)).toMatchObject({
      status: 409,
      type: `${here.base}/api#problem-second-administrator-needed`,
    })
    const robot = await withToken(here, 'ana')
    expect((await robot.post(path, { reason: propose.reason })).status).toBe(403)
    const key = { 'Idempotency-Key': 'remove-luc' }
    const first = await ana.post(path, { reason: propose.reason }, key)
    expect(first.status).toBe(201)
    const again = await ana.post(path, { reason: propose.reason }, key)
    expect([again.text, again.headers.get('Idempotency-Replayed')]).toEqual([first.text, 'true'])
    const removal = JSON.parse(first.text) as { id: string; status: string }
    expect(removal.status).toBe('OPEN')
    expect(JSON.parse((await ben.get(path)).text)).toEqual(removal)
    expect((await ana.post(`${path}/confirm`, { removalId: removal.id })).status).toBe(403)
    const confirmed = await ben.post(`${path}/confirm`, { removalId: removal.id })
    expect(JSON.parse(confirmed.text)).toMatchObject({ status: 'CONFIRMED' })
    expect(await isOver(id)).toBe(true)
  })

  it('a proposal is refused and withdrawn', async () => {
    const { id } = await administrate('luc')
    const path = `/api/v1/accounts/acme.example/grants/${id}/removal`
    const [ana, ben] = [await api('ana'), await api('ben')]
    const made = async () =>
      JSON.parse((await ana.post(path, { reason: propose.reason })).text) as { id: string }
    const refused = await ben.post(`${path}/refuse`, { removalId: (await made()).id, answer: 'No need.' })
    expect(JSON.parse(refused.text)).toMatchObject({ status: 'REFUSED', answer: 'No need.' })
    const withdrawn = await ana.post(`${path}/withdraw`, { removalId: (await made()).id })
    expect(JSON.parse(withdrawn.text)).toMatchObject({ status: 'WITHDRAWN' })
  })
})
