import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rolesDocuments } from '../../bin/roles.mjs'
import { commandsFor } from '../../src/instance/commands/by-action.ts'
import { ranIn } from '../world/terminal.ts'

const helpOf = async (name: string) =>
  (await ranIn({ appUrl: 'postgres://nowhere' }, [...name.split(' '), '--help'])).code
const docs = join(import.meta.dirname, '../../docs')

describe('the documents of roles', () => {
  it.each(Object.entries(rolesDocuments()))('say what the program goes by: %s', (file, text) => {
    expect(readFileSync(join(docs, file), 'utf8')).toBe(text)
  })

  it('name only commands that there are', async () => {
    const names = Object.values(commandsFor).flat()
    const codes = names.map(async (name) => [name, await helpOf(name)])
    expect(await Promise.all(codes)).toEqual(names.map((name) => [name, 0]))
  })
})
