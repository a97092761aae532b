import { z } from 'zod'
import { type ClaimId, isId } from '../../kernel/id.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import {
  apiCheckDnsPath,
  apiClaimPath,
  apiClaimsPath,
  apiOfferDocumentsPath,
  apiRoleMailPath,
  apiStopClaimPath,
  apiWithdrawClaimPath,
} from '../../paths/claims.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Call, type Operation, type Problem, reading, writing } from '../../platform/api/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { words } from '../messages/index.ts'
import { provingDomains } from '../domain/claim.ts'
import { isTooOften } from '../vacancy/claim-answers.tsx'
import { newClaimForm } from '../vacancy/claims.form.ts'
import { claimsOf } from '../vacancy/claims.query.ts'
import { stop, withdrawClaim } from '../vacancy/decide-claim.ts'
import { findClaim } from '../vacancy/claims.store.ts'
import { lookFor, recordFor } from '../vacancy/dns.ts'
import { openClaim } from '../vacancy/open-claim.ts'
import { askRoleMail, offerDocuments, takeProof } from '../vacancy/prove-claim.ts'
import {
  answered,
  answer,
  type ClaimPlatform,
  decidingClaims,
  given,
  notFound,
  problemOf,
  readClaimText,
} from './claims-at-desk.api.ts'
import {
  claimListSchema,
  claimSchema,
  domainSchema,
  exampleClaim,
  exampleListedClaim,
  mailboxSchema,
  newClaimSchema,
  shownListed,
} from './claims.schema.ts'

const tag = 'Claims'
const nothing = z.strictObject({})
type Nothing = typeof nothing
const own = {
  tag,
  params: { id: 'The id of the claim.' },
  scope: 'requests:write',
  status: 200,
  versioned: false,
} as const

const listing = reading<ApiCaller, Nothing>({
  id: 'listClaims',
  tag,
  path: apiClaimsPath.pattern,
  scope: 'requests:read',
  summary: 'List your claims',
  description:
    'To administer accounts that nobody administers: those that you opened, newest first, 100 at most.',
  query: nothing,
  answer: { description: 'Your claims.', schema: claimListSchema, example: { items: [exampleListedClaim] } },
  problems: [422],
  run: async (db, { caller }) =>
    done({ body: { items: (await claimsOf(db, caller.personId)).map(shownListed) } }),
})

function readOne(platform: ClaimPlatform): Operation<ApiCaller> {
  return reading<ApiCaller, Nothing>({
    id: 'readClaim',
    tag,
    path: apiClaimPath.pattern,
    params: own.params,
    scope: 'requests:read',
    summary: 'Read one claim',
    description:
      'One of yours; as a support agent any; and once it is proven, one of an account in which you hold or held a role.',
    query: nothing,
    answer: { description: 'The claim as it is now.', schema: claimSchema, example: exampleClaim },
    problems: [404],
    async run(db, { caller, params: { id = '' } }) {
      const shown = await given(platform, db, caller, id)
      return shown ? done(shown) : refuse(notFound)
    },
  })
}

function opening(platform: ClaimPlatform): Operation<ApiCaller> {
  return writing<ApiCaller, typeof newClaimSchema>({
    id: 'openClaim',
    tag,
    path: apiClaimsPath.pattern,
    scope: 'requests:write',
    summary: 'Claim an account',
    description:
      'Asks to administer an account that nobody administers, or one of your own domain. You prove the domain, everybody who holds or held a role can stop it for a week, then two support agents decide.',
    body: newClaimSchema,
    exampleBody: { account: 'umbrella.example', reason: exampleClaim.reason },
    status: 201,
    versioned: false,
    answer: { description: 'The claim.', schema: claimSchema, example: exampleClaim },
    problems: [409, 422, 429],
    before: (db, { caller }) => tooOften(db, caller, 'open'),
    async run(tx, { caller, body }) {
      const reason = readClaimText(newClaimForm.shape.reason, body.reason, { caller, pointer: '/reason' })
      if (!reason.ok) return reason
      const opened = await openClaim(tx, caller, { identifier: body.account, reason: reason.value })
      if (!opened.ok) return refuse(problemOf(opened.refusal, caller))
      return answered(platform, tx, caller, { id: opened.value, outcome: opened })
    },
  })
}

async function tooOften(
  db: Database,
  caller: ApiCaller,
  what: Parameters<typeof isTooOften>[2],
): Promise<Problem | undefined> {
  return (await isTooOften({ db }, caller, what)) ? problemOf({ code: 'too-often' }, caller) : undefined
}

type Checking = Call<ApiCaller, undefined, z.output<typeof domainSchema>>

/** Looks the record up, outside of any transaction; a problem unless it is there. */
async function look(platform: ClaimPlatform, db: Database, call: Checking): Promise<Problem | undefined> {
  const { caller, params, body } = call
  const id = params['id'] ?? ''
  const claim = isId(id) ? await findClaim(db, id as ClaimId) : undefined
  if (!claim || claim.claimantId !== caller.personId) return notFound
  if (claim.status !== 'OPEN') return undefined
  const domain = provingDomains(claim).find((one) => one === body.domain)
  if (domain === undefined) return problemOf({ code: 'other-domain' }, caller)
  const wait = await tooOften(db, caller, 'check')
  if (wait) return wait
  const found = await lookFor(recordFor(platform.key, claim.id, domain), platform.config.dnsServer)
  const t = words.for(caller.reader)
  if (found === 'ABSENT') return { status: 409, code: 'record-absent', detail: t('claim.done.absent') }
  if (found === 'NO_ANSWER') return { status: 409, code: 'dns-silent', detail: t('claim.done.no-answer') }
  return undefined
}

function provingByDns(platform: ClaimPlatform): Operation<ApiCaller> {
  return writing<ApiCaller, typeof domainSchema>({
    ...own,
    answer,
    id: 'checkDnsForClaim',
    path: apiCheckDnsPath.pattern,
    summary: 'Prove a claim by the DNS',
    description: 'Looks for the TXT record of your claim now. When it is there, the week’s notice begins.',
    body: domainSchema,
    exampleBody: { domain: 'umbrella.example' },
    problems: [404, 409, 422, 429],
    before: (db, call) => look(platform, db, call),
    async run(tx, { caller, params: { id = '' }, body }) {
      const claim = await findClaim(tx, id as ClaimId)
      const domain = claim && provingDomains(claim).find((one) => one === body.domain)
      if (!domain) return refuse(notFound)
      const proven = { proof: 'DNS', domain, agentId: null, by: caller.personId } as const
      return answered(platform, tx, caller, { id, outcome: await takeProof(tx, claim.id, proven) })
    },
  })
}

function provingByOthers(platform: ClaimPlatform): readonly Operation<ApiCaller>[] {
  const shared = { ...own, answer }
  return [
    writing<ApiCaller, typeof mailboxSchema>({
      ...shared,
      id: 'mailDomainForClaim',
      path: apiRoleMailPath.pattern,
      summary: 'Prove a claim by a mailbox of the domain',
      description:
        'Mails a link to a mailbox that whoever runs the domain reads; their press on its page proves it.',
      body: mailboxSchema,
      exampleBody: { mailbox: 'postmaster', domain: 'umbrella.example' },
      problems: [404, 409, 422, 429],
      before: (db, { caller }) => tooOften(db, caller, 'mail'),
      run: async (tx, { caller, params: { id = '' }, body }) =>
        answered(platform, tx, caller, {
          id,
          outcome: await askRoleMail(tx, caller, { id: id as ClaimId, ...body }),
        }),
    }),
    writing<ApiCaller, Nothing>({
      ...shared,
      id: 'proveClaimByDocuments',
      path: apiOfferDocumentsPath.pattern,
      summary: 'Prove a claim by documents',
      description:
        'For an account that nobody administers: support opens a case, to whose page you add the files. An agent reads them.',
      body: null,
      problems: [404, 409],
      run: async (tx, { caller, params: { id = '' } }) =>
        answered(platform, tx, caller, { id, outcome: await offerDocuments(tx, caller, id as ClaimId) }),
    }),
  ]
}

function ending(platform: ClaimPlatform): readonly Operation<ApiCaller>[] {
  return [
    writing<ApiCaller, Nothing>({
      ...own,
      answer,
      id: 'withdrawClaim',
      path: apiWithdrawClaimPath.pattern,
      summary: 'Take a claim back',
      description: 'One that you opened, until it is over.',
      body: null,
      problems: [404, 409],
      run: async (tx, { caller, params: { id = '' } }) =>
        answered(platform, tx, caller, { id, outcome: await withdrawClaim(tx, caller, id as ClaimId) }),
    }),
    writing<ApiCaller, Nothing>({
      ...own,
      answer,
      id: 'stopClaim',
      path: apiStopClaimPath.pattern,
      scope: 'decisions:write',
      summary: 'Stop a claim',
      description:
        'Of an account in which you hold or held a role, from its proof on. Nobody gets anything by it then.',
      body: null,
      problems: [404, 409],
      run: async (tx, { caller, params: { id = '' } }) =>
        answered(platform, tx, caller, { id, outcome: await stop(tx, caller, id as ClaimId) }),
    }),
  ]
}

/** What the API offers about claims: the same use cases as the pages. */
export function claimOperations(platform: ClaimPlatform): readonly Operation<ApiCaller>[] {
  return [
    listing,
    readOne(platform),
    opening(platform),
    provingByDns(platform),
    ...provingByOthers(platform),
    ...ending(platform),
    ...decidingClaims(platform),
  ]
}
