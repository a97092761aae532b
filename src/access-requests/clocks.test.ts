import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks, declines } from '../../test/world/acts.ts'
import { type World, world } from '../../test/world/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await onlyThese()
})
afterAll(() => here.end())

/** Takes the demo's own open requests out of the way. */
async function onlyThese(): Promise<void> {
  await here.owner('delete from clocks')
  await here.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1, next_step = null, next_step_at = null where settled_at is null`,
  )
}

/** A request of luc's, sent next Monday at ten in Paris, with nothing else open. */
async function sentOnMonday(): Promise<string> {
  await here.setClock('0 hours')
  await onlyThese()
  const [monday] = await here.owner<{ wait: number }>(
    `select extract(epoch from (date_trunc('week', app_now() at time zone 'Europe/Paris')
       + interval '7 days 10 hours') at time zone 'Europe/Paris' - app_now())::float as wait`,
  )
  await here.setClock(`${monday?.wait} seconds`)
  const id = await asks(here, 'luc')
  await here.settle()
  return id
}

const clocksOf = (id: string) =>
  here.owner<{ what: string }>(
    `select replace(kind, 'access-request.', '') || ' ' || n || ' ' ||
       to_char(due_at at time zone 'Europe/Paris', 'Dy HH24:MI') || coalesce(' ' || outcome, '') as what
     from clocks where subject_id = $1 order by due_at, kind`,
    [id],
  )

const row = async (id: string) => {
  const [found] = await here.owner<{ status: string; stage: string; next: string | null }>(
    'select status, stage, next_step as next from access_requests where id = $1',
    [id],
  )
  return found
}

const eventsOf = async (id: string) => {
  const rows = await here.owner<{ type: string }>(
    'select type from events where request_id = $1 order by seq',
    [id],
  )
  return rows.map(({ type }) => type.replace('access-request.', ''))
}

const subjects = (who: string, from = 0) =>
  here.mails
    .to(who)
    .slice(from)
    .map(({ subject }) => subject?.replace(/AR-.{9}/, 'AR'))

describe('a request that waits', () => {
  it('has a clock for all that happens to it by itself', async () => {
    const id = await sentOnMonday()
    expect((await clocksOf(id)).map(({ what }) => what)).toEqual([
      'remind 1 Wed 10:00',
      'remind 2 Fri 10:00',
      'become-overdue 1 Mon 10:00',
      'escalate 1 Mon 10:00',
      'warn-of-expiry 1 Mon 10:00',
      'warn-of-expiry 2 Sat 10:00',
      'expire 1 Mon 10:00',
    ])
    expect(await row(id)).toEqual({ status: 'PENDING', stage: 'WITH_ADMINS', next: 'ANSWER_EXPECTED' })
  })

  it('is reminded of twice, becomes overdue, and goes to support', async () => {
    const id = await sentOnMonday()
    const before = {
      ana: here.mails.to('ana@acme.example').length,
      luc: here.mails.to('luc@acme.example').length,
    }
    await here.pass('8 days')
    expect(await row(id)).toEqual({ status: 'PENDING', stage: 'OVERDUE', next: 'TO_SUPPORT' })
    expect(subjects('ana@acme.example', before.ana)).toEqual([
      'Reminder: access request for ACME (AR)',
      'Reminder: access request for ACME (AR)',
      'Overdue: access request for ACME (AR)',
    ])
    expect(subjects('luc@acme.example', before.luc)).toEqual([
      'Not answered yet: your access request for ACME (AR)',
    ])
    await here.pass('7 days')
    expect(await row(id)).toEqual({ status: 'PENDING', stage: 'WITH_SUPPORT', next: 'SUPPORT_CHECKS' })
    expect((await clocksOf(id)).at(-1)?.what).toMatch(/^nudge-support 1/)
    expect(await eventsOf(id)).toEqual([
      'submitted',
      'reminded',
      'reminded',
      'overdue',
      'escalated',
      'case.opened',
    ])
    await here.pass('16 days')
    expect((await eventsOf(id)).slice(6)).toEqual(['support-nudged', 'support-nudged'])
    expect((await row(id))?.status).toBe('PENDING')
  })

  it('has no clock once it is decided, and nobody hears of it again', async () => {
    const id = await sentOnMonday()
    const before = here.mails.to('ben@acme.example').length
    await declines(await here.as('ana'), id)
    await here.settle()
    expect(await clocksOf(id)).toEqual([])
    await here.pass('30 days')
    expect(
      subjects('ben@acme.example', before).filter((one) => /Reminder|Rappel|retard/.test(one ?? '')),
    ).toEqual([])
  })
})
