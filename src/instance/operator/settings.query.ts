import { sql } from 'kysely'
import type { Fact } from '../../event-log/index.ts'
import { installation } from '../../kernel/id.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { Named } from '../event-log/events.query.ts'

/** One change of the installation's numbers. */
export type SettingsChange = {
  readonly seq: number
  readonly at: Date
  readonly facts: { readonly [name: string]: Fact }
  /** Null: at the command line. */
  readonly actor: Named | null
}

const changes = prepare<{ account: string; most: number }, SettingsChange>(
  (p) => sql<SettingsChange>`
    select e.seq, e.occurred_at as at, e.body::jsonb -> 'facts' as facts,
      case when a.id is not null then jsonb_build_object('id', a.id, 'address', a.address,
        'erased', a.status = 'ERASED', 'firstName', a.first_name, 'lastName', a.last_name,
        'preferredFirstName', a.preferred_first_name) end as actor
    from events e left join people a on a.id = e.actor_id
    where e.account_id = ${p.account}::uuid and e.type = 'installation.patience-changed'
    order by e.seq desc limit ${p.most}::int`,
)

/** The last changes of the installation's numbers, newest first. */
export function settingsChanges(db: Database, most: number): Promise<SettingsChange[]> {
  return changes(db, { account: installation, most })
}
