import { asks, standing } from './acts.ts'
import type { World } from './world.ts'

/** Takes the demo's own open requests out of the way. */
async function clear(here: World): Promise<void> {
  await here.owner('delete from clocks')
  await here.owner('delete from jobs')
  await here.owner(
    `update mails set queued_at = queued_at - interval '90 days', settled_at = settled_at - interval '90 days'`,
  )
  await here.owner(`update access_requests set submitted_at = submitted_at - interval '90 days'`)
  await here.owner(`update decisions set decided_at = decided_at - interval '90 days'`)
  await here.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1, next_step = null, next_step_at = null where settled_at is null`,
  )
}

/** A request of luc's, sent next Monday at ten in Paris, with nothing else open; gives its id. */
export async function sentOnMonday(here: World): Promise<string> {
  await here.settle()
  await here.setClock('0 hours')
  await clear(here)
  const [monday] = await here.owner<{ wait: number }>(
    `select extract(epoch from (date_trunc('week', app_now() at time zone 'Europe/Paris')
       + interval '7 days 10 hours') at time zone 'Europe/Paris' - app_now())::float as wait`,
  )
  await here.setClock(`${monday?.wait} seconds`)
  const id = await asks(here, 'luc')
  await here.settle()
  return id
}

/** The clocks of a request, as Paris shows them: 'remind 1 Wed 10:00 DONE'. */
export async function clocksOf(here: World, id: string): Promise<string[]> {
  const rows = await here.owner<{ what: string }>(
    `select replace(kind, 'access-request.', '') || ' ' || n || ' ' ||
       to_char(due_at at time zone 'Europe/Paris', 'Dy HH24:MI') || coalesce(' ' || outcome, '') as what
     from clocks where subject_id = $1 order by due_at, kind`,
    [id],
  )
  return rows.map(({ what }) => what)
}

/** Those that have not struck. */
export async function runningOf(here: World, id: string): Promise<string[]> {
  return (await clocksOf(here, id)).filter((what) => !/DONE|SKIPPED/.test(what))
}

/** When a request is due, as Paris shows it, and how many days after it was sent it expires. */
export async function timesOf(here: World, id: string) {
  const [found] = await here.owner<{ due: string; expires: number }>(
    `select to_char(due_at at time zone 'Europe/Paris', 'Dy HH24:MI') as due,
       (expires_at at time zone 'Europe/Paris')::date - (submitted_at at time zone 'Europe/Paris')::date as expires
     from access_requests where id = $1`,
    [id],
  )
  return found
}

/** Ana asks the requester something. */
export async function asksBack(here: World, id: string) {
  const version = String((await standing(here, id)).version)
  const question = 'Which of the licences in Lyon do you need to see?'
  return (await here.as('ana')).post(`/requests/${id}/question`, { version, question })
}

/** Where a request stands, and what happens next. */
export async function row(here: World, id: string) {
  const [found] = await here.owner<{ status: string; stage: string; next: string | null }>(
    'select status, stage, next_step as next from access_requests where id = $1',
    [id],
  )
  return found
}

/** What has happened to a request. */
export async function eventsOf(here: World, id: string): Promise<string[]> {
  const { events } = await standing(here, id)
  return events.map((type) => type.replace('access-request.', ''))
}

/** The subjects of the mails to somebody, from the nth on. */
export function subjects(here: World, who: string, from = 0): (string | undefined)[] {
  const mails = here.mails.to(who).slice(from)
  return mails.map(({ subject }) => subject?.replace(/AR-.{9}/, 'AR'))
}
