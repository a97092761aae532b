import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../src/instance/commands/all-commands.ts'
import { operatorActs } from '../../src/instance/commands/by-action.ts'
import { newId } from '../../src/kernel/id.ts'
import { ranIn } from '../world/terminal.ts'
import { type CastMember, type World, world } from '../world/world.ts'
import { elsewhere, tries } from './commands.tries.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await (await here.as('olga')).post('/operator/settings/test-mail')
  await here.settle()
})
afterAll(() => here.end())

type Recorded = { readonly type: string; readonly channel: string | null }
const recordedSince = (id: string) =>
  here.owner<Recorded>(
    `select type, body::jsonb ->> 'channel' as channel from events where id > $1::uuid order by id`,
    [id],
  )

describe('the command line', () => {
  it('is tried as a whole', () => {
    const tried = new Set([...tries.map(({ name }) => name), ...elsewhere])
    expect([...tried].toSorted()).toEqual(commands.map(({ name }) => name).toSorted())
  })

  it('does what each command is for, and the log says that it was done there', async () => {
    const wrong: unknown[] = []
    for (const { name, typed, records } of tries) {
      const words = await typed(here)
      const before = newId()
      const { code, out, err } = await ranIn(here, [...name.split(' '), ...words])
      const events = await recordedSince(before)
      const isRecorded = records === null ? events.length === 0 : events.some(({ type }) => type === records)
      const isSaid = events.every(({ channel }) => channel === 'command-line')
      const isRead = !words.includes('--json') || JSON.parse(out) !== null
      if (code !== 0 || !isRecorded || !isSaid || !isRead) wrong.push({ name, code, err, out, events })
    }
    expect(wrong).toEqual([])
  })
})

describe('the operator’s pages', () => {
  it('are for operators alone', async () => {
    const pages = Object.values(operatorActs).flatMap(({ page }) => (page === null ? [] : [page]))
    const answers: unknown[] = []
    const others: CastMember[] = ['ana', 'vera', 'luc', 'sam']
    for (const who of ['olga', ...others] as const) {
      const visitor = await here.as(who)
      for (const page of pages) {
        const { status } = await visitor.get(page)
        if (status !== (who === 'olga' ? 200 : 404)) answers.push({ who, page, status })
      }
    }
    expect(answers).toEqual([])
  })
})
