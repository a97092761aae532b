import { expect, it } from 'vitest'
import { world } from '../../../test/world/world.ts'
import { verify } from '../../event-log/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import { erasePerson } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { examine } from './examine.ts'

it('somebody who is erased leaves no word behind, and a log that still verifies', async () => {
  await using w = await world()
  const [yuki] = await w.owner<{ id: PersonId }>(`select id from people where address = 'yuki@acme.example'`)
  const erased = await transact(w.db, (tx) => erasePerson(tx, null, yuki?.id as PersonId))
  expect(erased.ok).toBe(true)
  const chains = await verify(w.db, { account: null, head: null })
  expect(chains.flatMap(({ flaws }) => flaws)).toEqual([])
  expect(chains.reduce((sum, chain) => sum + chain.erased, 0)).toBe(1)
  expect((await examine(w.db)).broken).toEqual([])
  const tables = await w.owner<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema in ('public', 'auth') and table_type = 'BASE TABLE'`,
  )
  for (const { name } of tables) {
    const rows = await w.owner(
      `select t::text as row from ${name} t where t::text ilike '%yuki%' or t::text ilike '%tanabe%'`,
    )
    expect(rows, name).toEqual([])
  }
})
