import { z } from 'zod'
import { done, refuse } from '../../kernel/outcome.ts'
import { apiEditAccountPath } from '../../paths/accounts.ts'
import type { ApiCaller } from '../../people/index.ts'
import { apiWords, type Operation, type Problem, writing } from '../../platform/api/index.ts'
import { accountOf } from '../accounts.store.ts'
import { visibilities } from '../domain/account.ts'
import { may } from '../domain/rights.ts'
import { type Action, reachOf } from '../domain/roles.ts'
import { words } from '../messages/index.ts'
import { type EditRefusal, editAccount, type Properties } from '../properties/edit-account.ts'
import { type SeenAccount, seenAccount } from '../sight.ts'
import { accountSchema, exampleAccount, shownAccount } from './virtual-accounts.schema.ts'

const properties = {
  name: z.string().max(400),
  contactName: z.string().max(400).meta({ description: 'Who can be asked about the account; may be empty.' }),
  contactAddress: z
    .string()
    .max(400)
    .meta({ description: 'Their address, which has to be confirmed; may be empty.' }),
  visibility: z.enum(visibilities).meta({
    description: 'RESTRICTED hides it from whoever does not belong to it. LISTED again takes two people.',
  }),
}
const body = z
  .strictObject({
    before: z.strictObject(properties).meta({ description: 'The properties as you have seen them.' }),
    after: z.strictObject(properties).partial().meta({ description: 'What is to be otherwise.' }),
    despite: z.string().max(400).optional().meta({
      description: 'The name that the new one looks like, to take it all the same.',
    }),
  })
  .meta({ id: 'AccountEdit' })

const before = {
  name: exampleAccount.name,
  contactName: exampleAccount.contact?.name ?? '',
  contactAddress: exampleAccount.contact?.address ?? '',
  visibility: exampleAccount.visibility,
}

const notFound: Problem = { status: 404, code: 'not-found' }

function problemOf(refusal: EditRefusal, { reader }: ApiCaller): Problem {
  const t = words.for(reader)
  if (refusal.code === 'not-found') return notFound
  if (refusal.code === 'changed-meanwhile')
    return { status: 409, code: refusal.code, detail: t('properties.changed-meanwhile') }
  if (refusal.code === 'looks-like') {
    const detail = t('va.looks-like-title', { name: refusal.other })
    return { status: 409, code: refusal.code, detail, errors: [{ pointer: '/after/name', detail }] }
  }
  const errors = Object.entries(refusal.problems).map(([field, problem]) => ({
    pointer: `/after/${field}`,
    detail: t(`properties.error.${problem}`),
  }))
  return { status: 422, code: 'unfit', errors }
}

/** What of it is not the caller's to change. */
function notTheirs({ rights, offices }: SeenAccount, after: Partial<Properties>): string[] {
  const able = (action: Action) =>
    may(rights, action, { kind: 'ACCOUNT' }) ||
    offices.some((office) => reachOf(office, action) === 'everywhere')
  return Object.keys(after).filter(
    (name) => !able(name === 'visibility' ? 'make-restricted' : 'edit-account'),
  )
}

const notYours = ({ reader }: ApiCaller, field: string) => [
  { pointer: `/after/${field}`, detail: apiWords.for(reader)('problem.403') },
]

/** Editing what an account says of itself: the same use case as the page. */
export const editing: Operation<ApiCaller> = writing<ApiCaller, typeof body>({
  id: 'editAccount',
  tag: 'Accounts',
  path: apiEditAccountPath.pattern,
  params: { identifier: 'The identifier of the account.' },
  scope: 'decisions:write',
  summary: 'Edit the name and the contact of an account',
  description:
    'Administrators edit all of it, approvers of agreements the name and the contact, operators who finds it.',
  body,
  exampleBody: { before, after: { name: 'ACME Group' } },
  status: 200,
  versioned: false,
  answer: {
    description: 'The account as it is now.',
    schema: accountSchema,
    example: { ...exampleAccount, name: 'ACME Group' },
  },
  problems: [403, 404, 409, 422],
  async run(tx, { caller, params, body: sent }) {
    const seen = await seenAccount(tx, caller, params['identifier'] ?? '')
    if (!seen) return refuse(notFound)
    const account = seen.account.id
    const wanted = Object.fromEntries(Object.entries(sent.after).filter(([, value]) => value !== undefined))
    const [foreign] = notTheirs(seen, wanted)
    if (foreign !== undefined)
      return refuse({ status: 403, code: 'not-yours', errors: notYours(caller, foreign) })
    const after: Properties = { ...sent.before, ...wanted }
    const edited = await editAccount(tx, caller, {
      account,
      before: sent.before,
      after,
      despite: sent.despite ?? null,
    })
    if (!edited.ok) {
      const current = edited.refusal.code === 'changed-meanwhile' ? shownAccount(seen.account) : undefined
      return refuse({ ...problemOf(edited.refusal, caller), current })
    }
    return done({
      body: shownAccount(await accountOf(tx, account)),
      object: { accountId: account, id: account },
    })
  },
})
