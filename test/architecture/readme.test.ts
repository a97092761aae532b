import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { variables } from '../../src/platform/config/index.ts'
import { root } from './fixture.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: object
  version: string
}

describe('the README', () => {
  it.each(Object.entries(variables.shape))('explains %s as the program does', (name, schema) => {
    expect(readme).toContain(`| \`${name}\` | ${schema.description} |`)
  })

  it('explains no variable that does not exist', () => {
    const explained = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
    expect(explained).toEqual(Object.keys(variables.shape))
  })

  it('names scripts that exist', () => {
    const builtIn = ['ci', 'pack', 'install']
    const bare = [...readme.matchAll(/^(?:\$ )?npm (?!run )([a-z]+)/gm)].map(([, name = '']) => name)
    const run = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
    const named = [...bare, ...run].filter((name) => !builtIn.includes(name))
    expect(named).toEqual(expect.arrayContaining(['start', 'test']))
    for (const name of named) expect(Object.keys(about.scripts)).toContain(name)
  })

  it('names the package by its version', () => {
    expect(readme).toContain(`vestibule-portal-${about.version}.tgz`)
  })

  it('leads to files that are there', () => {
    for (const [, link = ''] of readme.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
      expect(existsSync(join(root, link)), link).toBe(true)
    }
  })
})
