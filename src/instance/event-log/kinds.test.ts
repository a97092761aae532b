import { describe, expect, it } from 'vitest'
import { type Kind, kinds, kindsOfAccount, kindsOfInstallation } from './kinds.ts'
import { saidTypes } from './sentences.ts'

const fits = (type: string) => (pattern: string) =>
  pattern.endsWith('%') && !pattern.slice(0, -1).includes('%')
    ? type.startsWith(pattern.slice(0, -1))
    : new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('%', '.*')}$`).test(type)
const isOf = (kind: Kind, type: string) => kinds[kind].some(fits(type))

describe('the kinds of events', () => {
  it('leave no event out', () => {
    const wholes = [...kindsOfAccount, ...kindsOfInstallation].map(([whole]) => whole)
    expect(saidTypes.filter((type) => !wholes.some((kind) => isOf(kind, type)))).toEqual([])
  })

  it('are parts of what they stand below', () => {
    const strays = [...kindsOfAccount, ...kindsOfInstallation].flatMap(([whole, ...parts]) =>
      parts.flatMap((part) => saidTypes.filter((type) => isOf(part, type) && !isOf(whole, type))),
    )
    expect(strays).toEqual([])
  })
})
