/** What may import what; each rule is proven red by a fixture in test/architecture/. */
const order = [
  'kernel',
  'jsx',
  'paths',
  'platform',
  'ui',
  'event-log',
  'people',
  'accounts',
  'agreements',
  'rules',
  'support-cases',
  'access-requests',
  'members',
  'custom-roles',
  'groups',
  'tags',
  'several-users',
  'reviews',
  'account-changes',
  'new-accounts',
  'directory',
  'integrations',
  'instance',
]
/** The slices that have a door; what lies below them is open ground. */
const slices = order.slice(order.indexOf('ui') + 1)
const tests = '\\.(test|spec)\\.tsx?$|^test/'
const sqlPlaces = '\\.(store|query)\\.ts$|^src/platform/'
const sql = '(^|/)node_modules/(kysely|pg)/'
const roles = (names) => `\\.(${names})\\.tsx?$`

const looksDown = order.map((name, index) => ({
  name: `${name}-looks-down-only`,
  severity: 'error',
  from: { path: `^src/${name}/`, pathNot: tests },
  to: { path: `^src/((${order.slice(index + 1).join('|') || 'nothing-above'})/|[^/]+$)` },
}))

/** A command is a file in a verb folder without a role in its name: `decide/decide.ts`. */
const useCase = `^src/(${slices.join('|')})/(?!domain/|messages/)[^/]+/[^/.]+\\.ts$`

const forbidden = [
  ...looksDown,
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  { name: 'every-import-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'no-orphans',
    severity: 'error',
    from: { orphan: true, path: '^src/', pathNot: `${tests}|\\.d\\.ts$|^src/(browser|kernel)/` },
    to: {},
  },
  {
    name: 'paths-import-nothing',
    severity: 'error',
    from: { path: '^src/paths/', pathNot: tests },
    to: { pathNot: '^src/paths/' },
  },
  {
    name: 'domain-is-pure',
    severity: 'error',
    from: { path: '/domain/', pathNot: tests },
    to: { pathNot: '^src/kernel/|^src/[^/]+/domain/|^(node:)?url$' },
  },
  ...slices.map((slice) => ({
    name: `${slice}-has-a-door`,
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/${slice}/|${tests}|^src/[^/]+$` },
    to: { path: `^src/${slice}/`, pathNot: `^src/${slice}/(index\\.ts$|domain/)` },
  })),
  {
    name: 'sql-in-stores-and-queries-only',
    comment: 'Types such as Tx come from platform/db.',
    severity: 'error',
    from: { path: '^src/', pathNot: `${sqlPlaces}|${tests}` },
    to: { path: sql },
  },
  {
    name: 'use-cases-know-no-web',
    comment: 'The two files of instance/ are parts of a screen, not commands.',
    severity: 'error',
    from: {
      path: useCase,
      pathNot: '/(index|api|routes)\\.ts$|^src/instance/(event-log/export|operator/paging)\\.ts$',
    },
    to: { path: `(^|/)node_modules/(hono|@hono)/|^src/ui/|^src/platform/http/|${roles('page|mail|route')}` },
  },
  {
    name: 'pages-and-mails-know-no-database',
    severity: 'error',
    from: { path: roles('page|mail') },
    to: {
      path: `${roles('store|route|job')}|^src/platform/(db|jobs|migrations|embedded-postgres)/|${sql}`,
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'drawn-by-our-own-jsx',
    comment: 'A piece of a page that another library made would be escaped a second time.',
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/jsx/|${tests}` },
    to: { path: '(^|/)node_modules/hono/dist/(types/)?(jsx|helper/html)/' },
  },
  {
    name: 'identity-library-in-people-only',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/people/' },
    to: {
      path: '^@?better-auth|(^|/)node_modules/@?better-auth/|(^|/)node_modules/(openid-client|oauth4webapi|jose)/',
    },
  },
  {
    name: 'tests-are-leaves',
    severity: 'error',
    from: { path: '^src/', pathNot: tests },
    to: { path: tests },
  },
]

module.exports = {
  forbidden,
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    // Tests are ends of the graph; their own imports are the type checker's business.
    doNotFollow: { path: `node_modules|${tests}` },
    exclude: { path: '\\.(css|svg)$|^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
