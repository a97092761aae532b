import { beforeAll, describe, expect, it } from 'vitest'
import { fixture, tool } from './fixture.ts'

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `export const n${index} = ${index}`).join('\n')
const branches = Array.from({ length: 11 }, (_, index) => `if (n === ${index}) return ${index}`).join('\n')

/** Each file breaks the rule named beside it. */
const bad: [rule: string, path: string, content: string][] = [
  ['no-floating-promises', 'src/people/forgets.ts', 'export function go() {\n  Promise.resolve(1)\n}\n'],
  ['no-explicit-any', 'src/people/vague.ts', 'export const vague = (x: any) => x\n'],
  ['no-console', 'src/people/talks.ts', `console.log('a secret')\n`],
  ['max-lines', 'src/people/long.ts', `${lines(301)}\n`],
  ['max-lines-per-function', 'src/people/deep.ts', `export function f() {\n${'  f()\n'.repeat(50)}}\n`],
  ['complexity', 'src/people/knotted.ts', `export function f(n: number) {\n${branches}\nreturn 0\n}\n`],
  [
    'max-params',
    'src/people/greedy.ts',
    'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e]\n',
  ],
  ['domain-is-told', 'src/people/domain/clock.ts', 'export const now = () => new Date()\n'],
  ['domain-is-told', 'src/people/domain/ms.ts', 'export const now = () => Date.now()\n'],
  ['no-raw-html', 'src/people/raw.tsx', `import { raw } from 'hono/html'\nexport const x = raw('<b>')\n`],
  [
    'no-raw-html',
    'src/people/piece.tsx',
    `import { Html } from '../jsx/html.ts'\nexport const x = new Html('<b>')\n`,
  ],
  [
    'no-raw-html',
    'src/people/inner.tsx',
    `export const x = <b dangerouslySetInnerHTML={{ __html: '<i>' }} />\n`,
  ],
  [
    'no-built-sql',
    'src/people/people.store.ts',
    `import { sql } from 'kysely'\nexport const f = (n: string) => sql.raw(\`drop \${n}\`)\n`,
  ],
]

const good: [path: string, content: string][] = [
  ['src/people/domain/told.ts', 'export const later = (now: Date) => new Date(now.getTime() + 1)\n'],
  ['src/main.ts', `console.log('ready')\n`],
  ['src/jsx/html.ts', `export class Html {\n  x = 1\n}\nexport const empty = new Html()\n`],
]

type Diagnostic = { code: string; filename: string }

describe('the lint rules', () => {
  let found: Diagnostic[] = []
  beforeAll(async () => {
    const files = Object.fromEntries([...bad.map(([, path, content]) => [path, content] as const), ...good])
    const configuration = ['.oxlintrc.json', 'bin/lint-rules.mjs', 'tsconfig.json', 'package.json']
    const { directory, remove } = fixture(files, configuration)
    const report = JSON.parse(await tool('oxlint', ['--type-aware', '--format=json', 'src'], directory))
    found = (report as { diagnostics: Diagnostic[] }).diagnostics
    remove()
  })

  it.each(bad)('%s is red for %s', (rule, path) => {
    const codes = found.filter(({ filename }) => filename.endsWith(path)).map(({ code }) => code)
    expect(codes).toContainEqual(expect.stringContaining(`(${rule})`))
  })
  it('leave alone what keeps them', () => {
    const clean = new Set(good.map(([path]) => path))
    expect(found.filter(({ filename }) => clean.has(filename))).toEqual([])
  })
})
