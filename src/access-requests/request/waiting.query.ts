import { type RawBuilder, sql } from 'kysely'
import type { ClockKind } from '../domain/schedule.ts'

/** What happens to a request by itself, and the last reminder of it. */
export type Waiting = {
  /** Its clocks that still run, the next first. */
  readonly clocks: readonly { readonly kind: ClockKind; readonly dueAt: Date }[]
  readonly lastReminder: LastReminder | null
}

/** A reminder: when it went, by whom, to how many, and how many of its mails the next server took. */
export type LastReminder = {
  readonly at: Date
  readonly byHand: boolean
  readonly recipients: number
  /** Null when none of its mails is there to be counted. */
  readonly delivered: number | null
}

/** What `waitingColumns` gives. */
export type WaitingRow = {
  clocks: { kind: ClockKind; dueAt: string }[]
  lastReminder: (Omit<LastReminder, 'at'> & { at: string }) | null
}

/** SQL: what `waitingFrom` reads, of one request. */
export function waitingColumns(v: {
  readonly account: RawBuilder<unknown>
  readonly request: RawBuilder<unknown>
}): RawBuilder<unknown> {
  return sql`
    coalesce((
      select json_agg(json_build_object('kind', c.kind, 'dueAt', c.due_at) order by c.due_at)
      from clocks c
      where c.account_id = ${v.account}::uuid and c.subject_id = ${v.request}::uuid and c.settled_at is null), '[]')
      as clocks,
    (select json_build_object('at', m.reminded_at, 'byHand', m.kind = 'BY_HAND', 'recipients', m.recipients,
        'delivered', (
          select case when count(*) > 0 then count(*) filter (where s.state = 'ACCEPTED') end from mails s
          where s.account_id = m.account_id and s.request_id = m.request_id and s.n = m.n
            and s.kind = case m.kind when 'BY_HAND' then 'access-request.reminded.approver'
              else 'access-request.reminded-by-clock.approver' end))
      from reminders m
      where m.account_id = ${v.account}::uuid and m.request_id = ${v.request}::uuid
      order by m.reminded_at desc limit 1) as "lastReminder"`
}

/** What a row of `waitingColumns` holds. */
export function waitingFrom({ clocks, lastReminder }: WaitingRow): Waiting {
  return {
    clocks: clocks.map(({ kind, dueAt }) => ({ kind, dueAt: new Date(dueAt) })),
    lastReminder: lastReminder && { ...lastReminder, at: new Date(lastReminder.at) },
  }
}
