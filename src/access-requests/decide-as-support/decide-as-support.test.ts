import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approves, asks, standing } from '../../../test/world/acts.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'

let here: World
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vestibule-support-'))
  const file = join(folder, 'settings.json')
  writeFileSync(file, JSON.stringify({ supportMayDecide: true }))
  here = await world({ SETTINGS_FILE: file })
  await here.owner(`update people set is_support = true where address like 'dmitri@%'`)
})
afterAll(async () => {
  await here.end()
  rmSync(folder, { recursive: true, force: true })
})

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

/** Noah's request to Umbrella, whose administrator is gone, and its case. */
async function umbrella(): Promise<{ id: string; caseId: string }> {
  const [row] = await here.owner<{ id: string; caseId: string }>(
    `select r.id, c.id as "caseId" from access_requests r
     join cases c on c.account_id = r.account_id and c.request_id = r.id
     where r.settled_at is null and c.status not in ('RESOLVED', 'CLOSED')
       and r.account_id = (select id from accounts where identifier = 'umbrella.example')`,
  )
  if (!row) throw new Error('Umbrella has no case')
  return row
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const proposal = (more: Record<string, string | string[]> = {}) => ({
  version: '1',
  verdict: 'APPROVE',
  role: 'SU',
  va: [],
  ends: inDays(60),
  code: '',
  note: 'You get access for sixty days while the account looks for an administrator.',
  grounds: 'The register of companies names Noah Singh as managing director.',
  ...more,
})

async function prove(who: 'sam' | 'dmitri', caseId: string, content: Uint8Array, name = 'register.png') {
  const body = new FormData()
  body.set('proof', new Blob([Buffer.from(content)]), name)
  const visitor = await here.as(who)
  return visitor.send(`/cases/${caseId}/proof`, { method: 'POST', body, headers: { Origin: here.base } })
}

describe('two agents of support', () => {
  it('cannot decide without proof, for an administrator role, for long, or while somebody can be reached', async () => {
    const { id, caseId } = await umbrella()
    const sam = await here.as('sam')
    const path = `/requests/${id}/decide-as-support`
    expect((await sam.get(path)).text).toContain('Decide this request as support')
    expect((await sam.post(path, proposal())).text).toContain('Add a file to the case first')
    expect((await prove('sam', caseId, png)).location).toBe(`/cases/${caseId}?notice=proof`)
    const wrong: [Record<string, string | string[]>, number, string][] = [
      [{ role: 'SA' }, 403, 'cannot give the role'],
      [{ ends: inDays(120) }, 422, 'Choose an end date from'],
      [{ ends: '' }, 422, 'Choose a day.'],
      [{ note: 'short' }, 422, 'Write 10 to 1,000 characters.'],
      [{ verdict: 'DECLINE' }, 422, 'Choose a reason.'],
      [{ version: '2' }, 409, ''],
    ]
    for (const [more, status, text] of wrong) {
      const answer = await sam.post(path, proposal(more))
      expect([more, answer.status]).toEqual([more, status])
      expect(answer.text).toContain(text)
      expect(answer.text).toContain('The register of companies')
    }
    await here.owner(`update people set status = 'ACTIVE' where address like 'uma@%'`)
    expect((await sam.post(path, proposal())).text).toContain('can be reached. Hand the request back.')
    await here.owner(`update people set status = 'DISABLED' where address like 'uma@%'`)
    for (const who of ['ana', 'raul', 'zoe', 'olga'] as const) {
      const visitor = await here.as(who)
      expect([who, (await visitor.get(path)).status]).toEqual([who, 404])
      expect([who, (await visitor.post(path, proposal())).status]).toEqual([who, 404])
    }
    expect(await here.owner('select 1 from support_proposals')).toEqual([])
  })

  it('decide together: one proposes, another confirms, and everybody who belonged is told', async () => {
    const { id, caseId } = await umbrella()
    const path = `/requests/${id}/decide-as-support`
    const [sam, dmitri] = [await here.as('sam'), await here.as('dmitri')]
    expect((await sam.post(path, proposal())).location).toBe(`/cases/${caseId}?notice=proposed`)
    expect((await dmitri.post(path, proposal())).status).toBe(409)
    const [row] = await here.owner<{ id: string }>(
      `select id from support_proposals where state = 'PROPOSED'`,
    )
    const confirm = { proposal: row?.id ?? '' }
    const own = await sam.post(`${path}/confirm`, confirm)
    expect(own.status).toBe(403)
    expect(own.text).toContain('Another support agent must confirm it.')
    await here.owner(`update auth.session set "authenticatedAt" = app_now() - interval '6 minutes'`)
    const stale = [await dmitri.post(`${path}/confirm`, confirm), await dmitri.post(path, proposal())]
    expect(stale.map(({ location }) => location?.split('?')[0])).toEqual([
      '/confirm-password',
      '/confirm-password',
    ])
    expect(decodeURIComponent(stale[0]?.location ?? '')).toContain(path)
    await here.owner(`update auth.session set "authenticatedAt" = app_now()`)
    expect((await dmitri.get(path)).text).toContain('The register of companies')
    await here.settle()
    const before = here.mails.arrived.length
    const twice = await Promise.all([dmitri, dmitri].map((one) => one.post(`${path}/confirm`, confirm)))
    expect(twice.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await standing(here, id)).toMatchObject({
      status: 'APPROVED',
      grants: [{ role: 'SU', over: false }],
      decisions: [{ by: 'dmitri', final: true }],
    })
    await here.settle()
    const told = here.mails.arrived
      .slice(before)
      .map(({ subject, recipients }) => `${recipients[0]}: ${subject}`)
    expect(told.some((line) => /^uma@umbrella.example: Support decided/.test(line))).toBe(true)
    expect(told.some((line) => /^noah@umbrella.example: /.test(line))).toBe(true)
    const [one] = await here.owner<{ status: string }>('select status from cases where id = $1', [caseId])
    expect(one?.status).toBe('RESOLVED')
  })

  it('meet an administrator who is back at the same moment: whichever comes first decides, alone', async () => {
    // Uma is there again, but mail does not reach her: she may decide, and counts as nobody who can be reached.
    await here.owner(
      `update people set status = 'ACTIVE', mail_bounced_at = app_now() where address like 'uma@%'`,
    )
    const uma = await here.as('uma' as CastMember)
    const dmitri = await here.as('dmitri')
    for (let round = 0; round < 5; round++) {
      await here.owner('update grants set revoked_at = app_now() where request_id is not null')
      const id = await asks(here, 'noah' as CastMember, { account: 'umbrella.example' })
      const { caseId } = await umbrella()
      await prove('sam', caseId, new Uint8Array([...png, round]))
      const path = `/requests/${id}/decide-as-support`
      expect((await (await here.as('sam')).post(path, proposal())).status).toBe(303)
      const [row] = await here.owner<{ id: string }>(
        `select id from support_proposals where state = 'PROPOSED' and request_id = $1`,
        [id],
      )
      const answers = await Promise.all([
        dmitri.post(`${path}/confirm`, { proposal: row?.id ?? '' }),
        approves(uma, id),
      ])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
      const { decisions, grants } = await standing(here, id)
      expect(decisions).toHaveLength(1)
      expect(grants.filter(({ over }) => !over)).toHaveLength(1)
    }
  })
})
