import { describe, expect, it } from 'vitest'
import { emptyWorld } from '../../test/world/empty.ts'
import { transact } from '../platform/db/index.ts'
import { recover } from './recover/recover.ts'
import { forgetOldTraces } from './sweep.store.ts'

describe('what has had its time', () => {
  it('is forgotten a week later, and not before', async () => {
    const w = await emptyWorld()
    try {
      const reader = { locale: 'en', timeZone: 'UTC' } as const
      await transact(w.db, (tx) => recover(tx, { address: 'nobody@acme.example', reader }))
      await w.owner(`insert into limits (bucket, window_start, count) values ('b', app_now(), 1)`)
      const left = async () =>
        (
          await w.owner<{ n: number }>(
            `select (select count(*) from links)::int + (select count(*) from limits)::int as n`,
          )
        )[0]?.n
      await forgetOldTraces(w.db)
      expect(await left()).toBe(2)
      await w.setClock('2 days')
      await forgetOldTraces(w.db)
      expect(await left()).toBe(1)
      await w.setClock('9 days')
      await forgetOldTraces(w.db)
      expect(await left()).toBe(0)
    } finally {
      await w[Symbol.asyncDispose]()
    }
  })
})
