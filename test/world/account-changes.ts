import { askChangePath, oneChangePath } from '../../src/paths/account-changes.ts'
import type { CastMember, World } from './world.ts'

/** Why an account is to be changed. */
export const changeReason = 'The company has decided this on Monday.'

/** What a test does with changes of accounts that need two people, in the world that it has by then. */
export function accountChanges(here: () => World) {
  /** The change that was asked for last. */
  const lastChange = async (identifier: string) => {
    const [row] = await here().owner<{ id: string; version: number; outcome: string | null }>(
      `select x.id, x.version, x.outcome from account_changes x join accounts a on a.id = x.account_id
       where a.identifier = $1 order by x.id desc limit 1`,
      [identifier],
    )
    if (!row) throw new Error('Nothing was asked')
    return row
  }
  const ask = async (who: CastMember, identifier: string, kind: string, fields = {}) =>
    (await here().as(who)).post(askChangePath.to(identifier, kind), { reason: changeReason, ...fields })
  const agree = async (who: CastMember, identifier: string, version?: number) => {
    const change = await lastChange(identifier)
    return (await here().as(who)).post(oneChangePath.to(identifier, change.id), {
      what: 'agree',
      version: String(version ?? change.version),
    })
  }
  /** The account as the database has it. */
  const account = async (identifier: string) => {
    const [row] = await here().owner<{
      id: string
      status: string
      type: string
      visibility: string
      into: string | null
    }>(
      `select a.id, a.status, a.type, a.visibility, b.identifier as into
       from accounts a left join accounts b on b.id = a.merged_into where a.identifier = $1`,
      [identifier],
    )
    return row
  }
  return { lastChange, ask, agree, account }
}
