import type { AccountId } from '../../kernel/id.ts'
import type { Handler } from '../../platform/jobs/index.ts'
import { confirmerOf } from '../people.store.ts'
import { workOff } from './work-off.ts'

/** The worker's handler of `add-members`: the next lines of a long list, and then it is called again. */
export const addMembersJob: Handler = async ({ account, key }) => {
  const [id = ''] = key.split(' ')
  const which = { accountId: account as AccountId, id }
  return async (tx) => {
    const by = await confirmerOf(tx, which)
    if (by) await workOff(tx, which, by)
  }
}
