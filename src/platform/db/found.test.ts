import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../../../test/world/world.ts'
import { areBegun, lookedFor } from './found.ts'

const many = 3_100

describe('what is looked for', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
    await w.owner(`insert into people (id, address, first_name, last_name)
      select gen_random_uuid(), 'crowd' || lpad(n::text, 4, '0') || '@crowd.example', 'Crowd', 'Number ' || n
      from generate_series(1, ${many}) n`)
    await w.owner(`insert into people (id, address, first_name, last_name, preferred_first_name)
      values (gen_random_uuid(), 'jp@one.example', 'Jean-Pierre', 'Lefèvre d’Ormesson', 'ジャン')`)
  })
  afterAll(() => w.end())

  const found = async (text: string) => {
    const { rows } = await sql<{ address: string }>`
      select p.address from people p where ${areBegun(sql`p.words`, sql`${text}`)} order by 1`.execute(w.db)
    return rows.map(({ address }) => address)
  }
  const page = async (text: string, after = '') => {
    const rows = lookedFor(
      'people',
      sql`${text}`,
      ({ from, condition }) => sql`
        select found.address from ${from} where found.address > ${after} and ${condition} order by found.address limit 3`,
    )
    const { rows: all } = await sql<{ address: string }>`${rows} order by address`.execute(w.db)
    return all.map(({ address }) => address.slice(0, 9))
  }

  it('is found by how words begin, in any order, without accents, capitals and punctuation', async () => {
    for (const text of [
      'lefevre',
      'LEFÈVRE',
      'orm',
      'pierre jean',
      'o j l',
      'one.example jp',
      '(ormesson)',
      'ジャ',
    ])
      expect([text, await found(text)]).toEqual([text, ['jp@one.example']])
    for (const text of ['efevre', 'pierre lyon', 'd’ormessonne'])
      expect([text, await found(text)]).toEqual([text, []])
  })

  it('is nothing where no word is typed, and no text breaks out of its quotes', async () => {
    for (const text of ['', '%', '...', `'`, `\\`, `' | 'crowd`, `!crowd & :*`, "\\'crowd\\':*"])
      expect([text, (await found(text)).length <= many]).toEqual([text, true])
    for (const text of ['', '%', `'`, `\\`, '’']) expect([text, await found(text)]).toEqual([text, []])
  })

  it('comes in the order of its list, page by page, where few fit and where many do', async () => {
    expect(await page('crowd 309')).toEqual(['crowd0309', 'crowd3090', 'crowd3091'])
    expect(await page('crowd 309', 'crowd3091@crowd.example')).toEqual([
      'crowd3092',
      'crowd3093',
      'crowd3094',
    ])
    expect(await page('crowd')).toEqual(['crowd0001', 'crowd0002', 'crowd0003'])
    expect(await page('crowd', 'crowd3098@crowd.example')).toEqual(['crowd3099', 'crowd3100'])
  })
})
