import { z } from 'zod'
import { seenAccount } from '../../accounts/index.ts'
import { isId, type VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { apiCloseVirtualAccountPath } from '../../paths/accounts.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Given, type Operation, type Problem, writing } from '../../platform/api/index.ts'
import { notFound } from '../api/problem.api.ts'
import { words } from '../messages/index.ts'
import { closeVirtualAccount } from './close-virtual-account.ts'

const closedSchema = z
  .strictObject({
    closed: z.array(z.uuid()).meta({ description: 'Itself and all below it.' }),
    grants: z.int().meta({ description: 'How many roles ended.' }),
    requests: z.int().meta({ description: 'How many open requests go on without it, or were closed.' }),
  })
  .meta({ id: 'ClosedVirtualAccounts' })

const example: z.input<typeof closedSchema> = {
  closed: ['019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f75'],
  grants: 3,
  requests: 1,
}

/** Closing a virtual account. */
export const closingVirtualAccount: Operation<ApiCaller> = writing<
  ApiCaller,
  z.ZodObject<Record<never, never>>
>({
  id: 'closeVirtualAccount',
  tag: 'Accounts',
  path: apiCloseVirtualAccountPath.pattern,
  params: { identifier: 'The identifier of the account.', place: 'The id of the virtual account.' },
  scope: 'decisions:write',
  summary: 'Close a virtual account',
  description:
    'Closes it with all below it: every role in them ends, and open requests go on without them or are closed. It cannot be opened again. DEFAULT cannot be closed.',
  body: null,
  status: 200,
  versioned: false,
  answer: { description: 'What was closed and what ended.', schema: closedSchema, example },
  problems: [404, 409],
  async run(tx, { caller, params }): Promise<Outcome<Given, Problem>> {
    const seen = await seenAccount(tx, caller, params['identifier'] ?? '')
    const id = params['place'] ?? ''
    if (!seen || !isId(id)) return refuse(notFound)
    const closing = { account: seen.account.id, id: id as VirtualAccountId, mark: null }
    const closed = await closeVirtualAccount(tx, caller, closing)
    if (closed.ok) {
      const { places, grants, requests } = closed.value
      return done({ body: { closed: places, grants, requests } })
    }
    if (closed.refusal.code !== 'changed-meanwhile') return refuse(notFound)
    const detail = words.for(caller.reader)('close-place.changed')
    return refuse({ status: 409, code: 'changed-meanwhile', detail })
  },
})
