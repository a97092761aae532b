import { beforeAll, describe, expect, it } from 'vitest'
import { fixture, tool } from './fixture.ts'

const importing = (...paths: string[]) =>
  paths
    .map((path, index) => `import { x as x${index} } from '${path}'\nexport const y${index} = x${index}`)
    .join('\n')
const leaf = 'export const x = 1\n'

const good = {
  'src/kernel/id.ts': leaf,
  'src/jsx/index.ts': leaf,
  'src/paths/people.ts': leaf,
  'src/people/index.ts': importing('./inner.ts'),
  'src/people/inner.ts': leaf,
  'src/people/domain/person.ts': importing('../../kernel/id.ts'),
  'src/accounts/accounts.store.ts': importing('kysely', '../people/index.ts'),
  'src/accounts/grant/grant.ts': importing('../accounts.store.ts'),
  'src/accounts/grant/grant.page.tsx': importing('#jsx'),
  'src/accounts/grant/grant.test.ts': importing('pg', './grant.ts'),
  'src/accounts/index.ts': importing('./grant/grant.ts'),
  'src/accounts/routes.ts': importing('hono', './grant/grant.page.tsx'),
  'src/app.ts': importing(
    './accounts/routes.ts',
    './accounts/index.ts',
    './paths/people.ts',
    './people/domain/person.ts',
  ),
}

/** Each file breaks the rule named beside it. */
const bad: [rule: string, path: string, content: string][] = [
  ['kernel-looks-down-only', 'src/kernel/up.ts', importing('../paths/people.ts')],
  ['jsx-looks-down-only', 'src/jsx/up.ts', importing('../paths/people.ts')],
  ['people-looks-down-only', 'src/people/up.ts', importing('../accounts/index.ts')],
  ['ui-looks-down-only', 'src/ui/up.tsx', importing('../people/index.ts')],
  ['access-requests-looks-down-only', 'src/access-requests/up.ts', importing('../app.ts')],
  ['no-cycles', 'src/people/index-of-itself.ts', importing('./index-of-itself.ts')],
  ['every-import-resolves', 'src/people/lost.ts', importing('./nowhere.ts')],
  ['no-orphans', 'src/people/alone.ts', leaf],
  ['paths-import-nothing', 'src/paths/curious.ts', importing('../kernel/id.ts')],
  ['domain-is-pure', 'src/accounts/domain/reads.ts', importing('node:fs')],
  ['domain-is-pure', 'src/accounts/domain/asks.ts', importing('../accounts.store.ts')],
  ['people-has-a-door', 'src/accounts/burglar.ts', importing('../people/inner.ts')],
  ['sql-in-stores-and-queries-only', 'src/accounts/grant/sql.ts', importing('kysely')],
  ['sql-in-stores-and-queries-only', 'src/accounts/grant/sql.route.tsx', importing('pg')],
  ['use-cases-know-no-web', 'src/accounts/grant/web.ts', importing('hono')],
  ['use-cases-know-no-web', 'src/accounts/grant/shows.ts', importing('./grant.page.tsx')],
  [
    'pages-and-mails-know-no-database',
    'src/accounts/grant/store.page.tsx',
    importing('../accounts.store.ts'),
  ],
  [
    'pages-and-mails-know-no-database',
    'src/accounts/grant/store.mail.tsx',
    importing('../accounts.store.ts'),
  ],
  ['drawn-by-our-own-jsx', 'src/people/other.page.tsx', importing('hono/jsx')],
  ['drawn-by-our-own-jsx', 'src/people/template.tsx', importing('hono/html')],
  ['identity-library-in-people-only', 'src/accounts/identity.ts', importing('better-auth')],
  ['identity-library-in-people-only', 'src/accounts/relying.ts', importing('openid-client')],
  ['tests-are-leaves', 'src/accounts/uses-test.ts', importing('./grant/grant.test.ts')],
]

type Violation = { rule: { name: string }; from: string }

async function violations(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { directory, remove } = fixture(files, ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json'])
  const args = ['--config', '.dependency-cruiser.cjs', 'src', '--output-type', 'json']
  const report = JSON.parse(await tool('depcruise', args, directory)) as {
    summary: { violations: Violation[] }
  }
  remove()
  return report.summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)
}

describe('the rules of what imports what', () => {
  let found: string[] = []
  beforeAll(async () => {
    found = await violations({
      ...good,
      ...Object.fromEntries(bad.map(([, path, content]) => [path, content])),
    })
  })

  it('accept a tree that keeps them', async () => {
    expect(await violations(good)).toEqual([])
  })
  it.each(bad)('%s is red for %s', (rule, path) => {
    expect(found).toContain(`${rule} ${path}`)
  })
})
