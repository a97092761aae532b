import { describe, expect, it } from 'vitest'
import { createLog, factsOf, type LogFacts } from './log.ts'

function logged(level: 'info' | 'warn', write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = []
  write(createLog(level, (line) => lines.push(line)))
  return lines
}

describe('the log', () => {
  it('is a line of JSON each, whatever is in it', () => {
    const [line = ''] = logged('info', (log) =>
      log.info('a\r\nb\u001b[31m', { route: '/x\n{"level":"error"}' }),
    )
    expect(line.match(/\n/g)).toHaveLength(1)
    expect(line).not.toContain('\u001b')
    expect(JSON.parse(line)).toMatchObject({ level: 'info', message: 'a\r\nb\u001b[31m' })
  })

  it('carries named facts only', () => {
    const hostile = { status: 200, password: 'hunter2', cookie: 'x', reason: 'because' } as LogFacts
    const [line = ''] = logged('info', (log) => log.info('answered', hostile))
    expect(Object.keys(JSON.parse(line))).toEqual(['time', 'level', 'message', 'status'])
  })

  it('leaves out what is below its level', () => {
    expect(logged('warn', (log) => log.info('quiet'))).toEqual([])
  })

  it('says of an error its kind and place, not its message', () => {
    const facts = factsOf(
      Object.assign(new Error('duplicate key (address)=(raul@acme.example)'), { code: '23505' }),
    )
    expect(facts.error).toBe('Error 23505')
    expect(JSON.stringify(facts)).not.toContain('raul@')
    expect(facts.stack).toContain('log.test.ts')
  })
})
