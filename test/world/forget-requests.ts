import type { PersonId } from '../../src/kernel/id.ts'
import type { World } from './world.ts'

/** Lets somebody ask again as if for the first time: nothing waits, and what was sent was sent days ago. */
export async function forgetRequests(world: World, person: PersonId): Promise<void> {
  await world.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), next_step = null, next_step_at = null,
       version = version + 1, status_changes = status_changes + 1
     where requester_id = $1 and status in ('PENDING', 'INFO_REQUESTED')`,
    [person],
  )
  await world.owner(
    `update access_requests set submitted_at = submitted_at - interval '2 days' where requester_id = $1`,
    [person],
  )
  await world.owner('delete from look_ups')
  await world.owner('delete from limits')
}
