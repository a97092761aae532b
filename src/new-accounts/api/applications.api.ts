import { z } from 'zod'
import { isId, newId } from '../../kernel/id.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import { apiNewAccountPath, apiNewAccountsPath, apiWithdrawNewAccountPath } from '../../paths/new-accounts.ts'
import type { ApiCaller } from '../../people/index.ts'
import {
  afterId,
  cursorRefused,
  type Operation,
  pageQuery,
  type Problem,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { apply, type ApplyingRefusal } from '../apply/apply.ts'
import { sendForm, wantedFrom } from '../apply/apply.form.ts'
import { withdrawApplication } from '../apply/change.ts'
import { sayMistake } from '../apply/fields.tsx'
import { sayApplyRefusal } from '../apply/refusals.ts'
import { type ApplicationId } from '../domain/application.ts'
import { words } from '../messages/index.ts'
import { applicationsOf } from '../mine/mine.query.ts'
import { nominating } from './nominating.api.ts'
import {
  applicationSchema,
  applicationListSchema,
  applySchema,
  exampleApplication,
  exampleListed,
  shown,
  shownListed,
} from './schema.ts'
import { given, notFound, seen } from './seen.ts'

const tag = 'New accounts'
const params = { id: 'The id of the request for a new account.' }
const answer = {
  description: 'The request for a new account, as it stands then.',
  schema: applicationSchema,
  example: exampleApplication,
}

function problemOf(refusal: ApplyingRefusal, caller: ApiCaller): Problem {
  const t = words.for(caller.reader)
  if (refusal.code === 'exists' || refusal.code === 'identifier-taken') {
    const lead = refusal.code === 'exists' ? 'application.similar.lead' : 'application.similar.lead-taken'
    const accounts = refusal.accounts.map(({ identifier, name }) => ({ identifier, name }))
    return { status: 409, code: refusal.code, detail: t(lead), current: { accounts } }
  }
  const status = refusal.code === 'address-unverified' || refusal.code === 'profile-incomplete' ? 403 : 409
  return { status, code: refusal.code, detail: sayApplyRefusal(caller, refusal) }
}

/** What the API offers about new accounts: the same use cases as the pages. */
export function operations(
  platform: Pick<Platform, 'cursors' | 'settings'>,
): readonly Operation<ApiCaller>[] {
  return [listing(platform), applying(platform), readOne, withdrawing, ...nominating]
}

function listing({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof pageQuery>({
    id: 'listNewAccounts',
    tag,
    path: apiNewAccountsPath.pattern,
    scope: 'requests:read',
    summary: 'List your requests for new accounts',
    description: 'Those that you sent, newest first, fifty at a time.',
    query: pageQuery,
    answer: {
      description: 'A page of them.',
      schema: applicationListSchema,
      example: { items: [exampleListed], after: null },
    },
    problems: [422],
    async run(db, { caller, query }) {
      const bound = { person: caller.personId, filter: 'api:new-accounts', now: caller.now }
      const after = afterId({ cursors, bound }, query.after)
      if (after === undefined) return cursorRefused(caller)
      const { applications, next } = await applicationsOf(db, caller.personId, after)
      const sealed = next === undefined ? null : cursors.seal([next], bound)
      return done({ body: { items: applications.map(shownListed), after: sealed } })
    },
  })
}

function applying({ settings }: Pick<Platform, 'settings'>): Operation<ApiCaller> {
  return writing<ApiCaller, typeof applySchema>({
    id: 'applyForAccount',
    tag,
    path: apiNewAccountsPath.pattern,
    scope: 'requests:write',
    summary: 'Ask for a new Smart Account',
    description:
      'Asks for an account for your own organisation or for somebody else’s. When an account that you may see is like it, say in insists why it must be a new one. Proving the domain and accepting the agreements are done on its page.',
    body: applySchema,
    exampleBody: {
      identifier: exampleApplication.identifier,
      name: exampleApplication.name,
      type: exampleApplication.type,
      reason: exampleApplication.reason,
      nominee: 'nora@fresh.example',
    },
    status: 201,
    versioned: false,
    answer,
    problems: [403, 409, 422],
    async run(tx, { caller, body }) {
      const { nominee = '', insists = '', ...rest } = body
      const whose = nominee === '' ? 'OWN' : 'OTHER'
      const read = sendForm.safeParse({ ...rest, whose, nominee, insists, key: newId<'form'>() })
      if (!read.success) {
        const errors = read.error.issues.map(({ path, message }) => ({
          pointer: `/${path.join('/')}`,
          detail: sayMistake(caller.reader, message),
        }))
        return refuse({ status: 422, code: 'invalid', errors })
      }
      const { key, ...typed } = read.data
      const wanted = wantedFrom(typed, caller.address)
      const sent = await apply(tx, caller, { wanted, key }, settings.newAccountsNeedProof)
      return sent.ok ? done(await given(tx, caller, sent.value.id)) : refuse(problemOf(sent.refusal, caller))
    },
  })
}

const readOne = reading<ApiCaller, z.ZodObject<Record<never, never>>>({
  id: 'readNewAccount',
  tag,
  path: apiNewAccountPath.pattern,
  params,
  scope: 'requests:read',
  summary: 'Read one request for a new account',
  description: 'One that you sent, or one in which you are asked to administer the account.',
  query: z.strictObject({}),
  answer,
  problems: [404],
  async run(db, { caller, params: named }) {
    const application = await seen(db, caller, named['id'] ?? '')
    return application ? done({ body: shown(application), version: application.version }) : refuse(notFound)
  },
})

const withdrawing = writing<ApiCaller, z.ZodObject<Record<never, never>>>({
  id: 'withdrawNewAccount',
  tag,
  path: apiWithdrawNewAccountPath.pattern,
  params,
  scope: 'requests:write',
  summary: 'Withdraw a request for a new account',
  description: 'Takes back one that you sent and that is open.',
  body: null,
  status: 200,
  versioned: false,
  answer,
  problems: [404, 409],
  async run(tx, { caller, params: named }) {
    const id = named['id'] ?? ''
    if (!isId(id)) return refuse(notFound)
    const outcome = await withdrawApplication(tx, caller, id as ApplicationId)
    if (outcome.ok) return done(await given(tx, caller, id as ApplicationId))
    if (outcome.refusal.code === 'not-found') return refuse(notFound)
    const detail = words.for(caller.reader)('application.refused.over')
    return refuse({ status: 409, code: 'over', detail })
  },
})
