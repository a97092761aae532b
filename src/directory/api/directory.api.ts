import { z } from 'zod'
import { heldRoleSchema, shownRole } from '../../accounts/index.ts'
import { stages, statuses } from '../../access-requests/domain/request.ts'
import { done } from '../../kernel/outcome.ts'
import { apiDirectoryPath } from '../../paths/directory.ts'
import type { ApiCaller } from '../../people/index.ts'
import {
  afterKey,
  cursorRefused,
  nextPage,
  type Operation,
  pageFields,
  pageOf,
  reading,
} from '../../platform/api/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type DirectoryEntry, directoryOf } from '../list/list.query.ts'
import { whoseDirectory } from '../list/whose.ts'

const size = 50
const instant = z.iso.datetime({ offset: true })

const entrySchema = z
  .strictObject({
    identifier: z.string(),
    name: z
      .string()
      .meta({ description: 'As you may know it: an account that is hidden keeps the name it had.' }),
    roles: z.array(heldRoleSchema).meta({ description: 'What you hold in it.' }),
    request: z
      .strictObject({
        id: z.uuid(),
        status: z.enum(statuses),
        stage: z.enum(stages),
        submittedAt: instant,
        dueAt: instant,
      })
      .nullable()
      .meta({ description: 'Your open request for it.' }),
    newAccountId: z.uuid().nullable().meta({ description: 'Your request that is to make it an account.' }),
    listed: z.boolean().meta({ description: 'It can be asked for by whoever finds it here.' }),
  })
  .meta({ id: 'DirectoryEntry' })

const listSchema = z.strictObject({ items: z.array(entrySchema), after: nextPage }).meta({ id: 'Directory' })

const example: z.input<typeof listSchema> = {
  items: [
    {
      identifier: 'acme.example',
      name: 'ACME',
      roles: ['SU'],
      request: null,
      newAccountId: null,
      listed: true,
    },
  ],
  after: null,
}

const query = z.strictObject({
  find: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Words of a name or an identifier, or how they begin.' }),
  ...pageFields,
})

function shown(entry: DirectoryEntry): z.output<typeof entrySchema> {
  const { identifier, name, roles: held, request, applicationId, listed } = entry
  return {
    identifier,
    name,
    roles: held.map(shownRole),
    request: request && {
      ...request,
      submittedAt: request.submittedAt.toISOString(),
      dueAt: request.dueAt.toISOString(),
    },
    newAccountId: applicationId,
    listed,
  }
}

/** What the API offers of the directory: the same list as the page. */
export function operations({ cursors }: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [
    reading<ApiCaller, typeof query>({
      id: 'searchDirectory',
      tag: 'Directory',
      path: apiDirectoryPath.pattern,
      scope: 'requests:read',
      summary: 'Search your directory of accounts',
      description:
        'The accounts that you have, have asked for or have asked to create, and the listed ones of the domain of your proved address; by name, fifty at a time. What is hidden from you is asked for by its exact identifier.',
      query,
      answer: { description: 'A page of the directory.', schema: listSchema, example },
      problems: [422],
      async run(db, { caller, query: { find = '', after: cursor } }) {
        const sought = find.replaceAll('\u0000', '').trim()
        const bound = { person: caller.personId, filter: `api:directory:${sought}`, now: caller.now }
        const after = afterKey({ cursors, bound }, cursor)
        if (after === undefined) return cursorRefused(caller)
        const filter = { ...whoseDirectory(caller), find: sought, after, limit: size + 1 }
        const keys = ({ key, identifier }: DirectoryEntry) => [key, identifier]
        const page = pageOf({ cursors, bound }, await directoryOf(db, filter), { size, keys })
        return done({ body: { items: page.rows.map(shown), after: page.after } })
      },
    }),
  ]
}
