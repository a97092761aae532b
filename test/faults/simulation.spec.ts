import { describe, expect, it } from 'vitest'
import { clockHandlers } from '../../src/access-requests/index.ts'
import { clockKinds } from '../../src/access-requests/domain/schedule.ts'
import { record } from '../../src/event-log/index.ts'
import type { AccountId, RequestId } from '../../src/kernel/id.ts'
import { type Sizes, simulate } from './simulation.ts'

const short: Sizes = { requests: 150, days: 400, schedulers: 3, kills: 0.02, hasSupport: true, seed: 7 }

describe('requests that live for more than a year, under schedulers that are killed', () => {
  it.each([
    ['with a support desk', { ...short }],
    ['without one', { ...short, hasSupport: false, seed: 8 }],
  ])(
    'are never forgotten, and each clock strikes as a model of its own says, %s',
    async (_, sizes) => {
      const { problems, strokes, compared, kills } = await simulate(sizes)
      expect(problems).toEqual([])
      expect(strokes).toBeGreaterThan(sizes.requests * 2)
      expect(compared).toBeGreaterThan(sizes.requests * 0.9)
      expect(kills).toBeGreaterThan(10)
    },
    600_000,
  )

  it.each([
    [
      'a clock is lost',
      {
        sabotage: [
          `create function lose() returns trigger language plpgsql as
             $$ begin if new.kind like '%.remind' and new.n = 2 then return null; end if; return new; end $$`,
          'create trigger lose before insert on clocks for each row execute function lose()',
        ],
      },
      /should be reminded/,
    ],
    [
      'every clock of a request is lost when it is answered',
      {
        sabotage: [
          `create function forget() returns trigger language plpgsql as
             $$ begin delete from clocks where subject_id = new.request_id; return new; end $$`,
          `create constraint trigger forget after insert on events deferrable initially deferred for each row
             when (new.type = 'access-request.answered') execute function forget()`,
        ],
      },
      /without a next step/,
    ],
    [
      'a clock does not look whether a reminder went just now, or at the time of day',
      {
        handlers: {
          ...clockHandlers,
          [clockKinds.remind]: async (tx, clock) => {
            const account = clock.account as AccountId
            const about = { account, request: clock.subject as RequestId, actor: null }
            const facts = { version: 1, n: clock.n, byHand: false, recipients: 2 }
            await record(tx, { type: 'access-request.reminded', ...about, facts }, { quiet: true })
            return 'DONE'
          },
        },
      },
      /reminded/,
    ],
  ] satisfies [string, Partial<Sizes>, RegExp][])(
    'are seen to go wrong when %s',
    async (_, broken, what) => {
      const { problems } = await simulate({ ...short, requests: 60, days: 90, ...broken })
      expect(problems.some((problem) => what.test(problem))).toBe(true)
    },
    600_000,
  )
})
