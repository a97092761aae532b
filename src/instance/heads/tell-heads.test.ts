import { expect, it } from 'vitest'
import { emptyWorld } from '../../../test/world/empty.ts'
import { record } from '../../event-log/index.ts'
import { type AccountId, newId } from '../../kernel/id.ts'
import { createLog } from '../../platform/log.ts'
import { tellHeads } from './tell-heads.ts'

it('the heads of the chains that grew today go into the log, where they can be kept', async () => {
  await using world = await emptyWorld()
  const lines: string[] = []
  const log = createLog('info', (line) => lines.push(line))
  const write = (account: AccountId) =>
    world.db
      .transaction()
      .execute((tx) => record(tx, { type: 'test.done', account, actor: null }, { quiet: true }))
  await write(newId() as string as AccountId)
  await world.setClock('2 days')
  const account = newId() as string as AccountId
  await write(account)
  await write(account)
  await tellHeads({ db: world.db, log })
  const [head] = await world.owner<{ hash: string }>(
    `select encode(hash, 'hex') as hash from chain_heads where account_id = $1`,
    [account],
  )
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'info', message: 'head of a chain', account, count: 2, head: head?.hash },
  ])
})
