import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rolesDocuments } from '../../bin/roles.mjs'

const docs = join(import.meta.dirname, '../../docs')

describe('the documents of roles', () => {
  it.each(Object.entries(rolesDocuments()))('say what the program goes by: %s', (file, text) => {
    expect(readFileSync(join(docs, file), 'utf8')).toBe(text)
  })
})
