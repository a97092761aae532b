import type { AccountId, PersonId } from '../../kernel/id.ts'
import { enqueue, type Handler } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { actorOf } from '../chosen.query.ts'
import { findSelection } from '../selections.store.ts'
import { carryOutSome, mostAtOnce, severalUsersJob } from './carry-out.ts'

/** A typed password counts for what it started so long, however many wait before. */
const sureForMs = 60 * 60_000

/** The worker's handler of `several-users`: the next of many people, and then it is called again. */
export function carryingOut({ db }: Pick<Platform, 'db'>): Handler {
  return async ({ account, payload }) => {
    const which = { by: payload['by'] as PersonId, id: String(payload['id']) }
    const [selection, actor] = [await findSelection(db, which), await actorOf(db, which.by)]
    if (!selection?.startedAt || !actor) return async () => {}
    const age = actor.now.getTime() - new Date(selection.startedAt).getTime()
    const authenticatedAt = selection.isSure && age < sureForMs ? actor.now : new Date(0)
    const left = await carryOutSome(db, { ...actor, authenticatedAt }, which, mostAtOnce)
    const step = Number(payload['step']) + 1
    return async (tx) => {
      if (left === 0) return
      const key = `${which.id} ${step}`
      const job = { account: account as AccountId, kind: severalUsersJob, key }
      await enqueue(tx, { ...job, payload: { ...which, step } })
    }
  }
}
