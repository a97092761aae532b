import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { cloneDatabase, templateDatabase } from './postgres.ts'

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('a test database', () => {
  it('is a copy of its template, made once however many ask', async () => {
    let prepared = 0
    const prepare = async ({ owner }: { owner: { url: string } }) => {
      prepared++
      await ask(owner.url, 'CREATE TABLE thing (n int)')
      await ask(owner.url, 'INSERT INTO thing VALUES (1)')
    }
    const [template] = await Promise.all([
      templateDatabase('proof', prepare),
      templateDatabase('proof', prepare),
    ])
    expect(prepared).toBe(1)
    const [one, other] = await Promise.all([cloneDatabase(template), cloneDatabase(template)])
    await ask(one.owner.url, 'INSERT INTO thing VALUES (2)')
    expect(await ask(other.owner.url, 'SELECT n FROM thing')).toEqual([{ n: 1 }])
    await expect(ask(other.app.url, 'SELECT n FROM thing')).rejects.toThrow('permission denied')
    await one.drop()
    await other.drop()
  })
})
