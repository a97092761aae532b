import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rolesDocuments } from '../../bin/roles.mjs'
import { commands } from '../../src/instance/commands/all-commands.ts'
import { commandsFor, operatorActs } from '../../src/instance/commands/by-action.ts'

const docs = join(import.meta.dirname, '../../docs')

describe('the documents of roles', () => {
  it.each(Object.entries(rolesDocuments()))('say what the program goes by: %s', (file, text) => {
    expect(readFileSync(join(docs, file), 'utf8')).toBe(text)
  })

  it('name every command that there is, and no other', () => {
    const inAccounts = Object.values(commandsFor).flatMap((cell) => (typeof cell === 'string' ? [] : cell))
    const named = new Set([...inAccounts, ...Object.values(operatorActs).flatMap((act) => act.commands)])
    expect([...named].toSorted()).toEqual(commands.map(({ name }) => name).toSorted())
  })
})
