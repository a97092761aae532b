import { recorded } from '../../accounts/domain/roles.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Database, transact } from '../../platform/db/index.ts'
import { recordAttempt } from '../decide/attempt.ts'
import { deciderName } from '../decide/decide.query.ts'
import type { Decider } from '../decide/decide.store.ts'
import { approveRequest, type Decided, type DecideRefusal, declineRequest } from '../decide/decide.ts'
import { isAttempt } from '../domain/refusals.ts'
import type { InboxRow } from '../inbox/inbox.query.ts'
import { fullyAsked } from './as-asked.ts'
import type { ManyForm, Ticked } from './decide-many.form.ts'

/** Why one of several was left as it was. */
export type LeftBecause =
  | DecideRefusal
  /** Role or scope was left to the administrator, who has to choose. */
  | { readonly code: 'open-ask' }

/** What became of one of several. */
export type OneResult = {
  readonly id: Ticked['id']
  readonly row: InboxRow | undefined
  readonly outcome: Outcome<Decided, LeftBecause>
  /** Who was first, when somebody was. */
  readonly firstDecider: string | undefined
}

/** Decides each of the ticked requests in a transaction of its own: one that is refused leaves the others alone. */
export async function decideMany(
  db: Database,
  decider: Decider,
  form: ManyForm,
  rows: readonly InboxRow[],
): Promise<OneResult[]> {
  const results: OneResult[] = []
  for (const ticked of form.request) {
    const row = rows.find(({ id }) => id === ticked.id)
    const outcome = await decideOne(db, decider, form, { ticked, row })
    const settledBy =
      !outcome.ok && outcome.refusal.code === 'already-settled' ? outcome.refusal.decidedBy : null
    const firstDecider = await deciderName(db, settledBy)
    results.push({ id: ticked.id, row, outcome, firstDecider })
  }
  return results
}

async function decideOne(
  db: Database,
  decider: Decider,
  form: ManyForm,
  { ticked, row }: { ticked: Ticked; row: InboxRow | undefined },
): Promise<Outcome<Decided, LeftBecause>> {
  const { id, version } = ticked
  const outcome =
    form.what === 'decline'
      ? await transact(db, (tx) =>
          declineRequest(tx, decider, id, { ...form, version, block: null, privateNote: '' }),
        )
      : await approveAsAsked(db, decider, { ticked, row })
  if (!outcome.ok) await noteAttempt(db, decider, id, outcome.refusal)
  return outcome
}

function approveAsAsked(
  db: Database,
  decider: Decider,
  { ticked, row }: { ticked: Ticked; row: InboxRow | undefined },
): Promise<Outcome<Decided, LeftBecause>> {
  const asked = row && fullyAsked(row.ask)
  if (row && !asked) return Promise.resolve(refuse({ code: 'open-ask' }))
  // One that is gone from the list is asked about all the same, so that its refusal says why.
  const { role, scope } = asked ?? { role: 'SV' as const, scope: { kind: 'ACCOUNT' as const } }
  const form = {
    role: recorded(role),
    scope,
    end: { kind: 'ASKED' as const },
    note: '',
    version: ticked.version,
  }
  return transact(db, (tx) => approveRequest(tx, decider, ticked.id, { ...form, confirmed: false }))
}

async function noteAttempt(
  db: Database,
  decider: Decider,
  id: Ticked['id'],
  refusal: LeftBecause,
): Promise<void> {
  const own = ['open-ask', 'confirmation-needed', 'nothing-to-give'] as const
  if (own.some((code) => code === refusal.code)) return
  const known = refusal as Exclude<LeftBecause, { code: (typeof own)[number] }>
  if (isAttempt(known)) await transact(db, (tx) => recordAttempt(tx, decider, id, known))
}
