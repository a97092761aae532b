import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { grantEventNames } from '../../accounts/domain/events.ts'
import { accessRequestEventNames } from './events.ts'

const root = join(import.meta.dirname, '..', '..')
const named: readonly string[] = [...accessRequestEventNames, ...grantEventNames]

function recordedUnder(slice: string): string[] {
  return readdirSync(join(root, slice), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|domain|messages/.test(path))
    .flatMap((path) => [
      ...readFileSync(join(root, slice, path), 'utf8').matchAll(/'((?:access-request|grant)\.[a-z-]+)'/g),
    ])
    .map((match) => match[1] as string)
}

describe('an event', () => {
  it.each(['accounts', 'access-requests', 'instance'])(
    'that %s records is one that has a name here',
    (slice) => {
      expect(named).toEqual(expect.arrayContaining(recordedUnder(slice)))
    },
  )

  it('has its name once, of the thing it happened to', () => {
    expect(new Set(named).size).toBe(named.length)
    for (const name of named) expect(name).toMatch(/^(access-request|grant)\.[a-z]+(-[a-z]+)*$/)
  })
})
