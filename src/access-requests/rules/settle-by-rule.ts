import { type Rights, rightsOf } from '../../accounts/domain/rights.ts'
import { recorded } from '../../accounts/domain/roles.ts'
import { giveGrants, isSuspendedIn, type NamedTree, treeOf } from '../../accounts/index.ts'
import { type Entry, record } from '../../event-log/index.ts'
import { type AccountId, type GrantId, newId, type PersonId, type RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { decideByRules, type Verdict } from '../../rules/domain/decide.ts'
import { givesOwn } from '../../rules/domain/rule.ts'
import { belongingOf, shareBook } from '../../rules/index.ts'
import { insertDecision } from '../decide/decision.store.ts'
import type { Ask } from '../domain/request.ts'
import { verifiedDomainsOf } from '../profile.ts'
import { decidingGrants } from './past.query.ts'
import { type NewRequest, sendRequest } from '../submit/submit.store.ts'

/** What rules go by, of somebody who asks. */
export type RuledAsk = {
  readonly viewer: Viewer
  /** Whose request it is: no rule that one of them wrote decides it. */
  readonly people: readonly PersonId[]
  readonly ask: Ask
  readonly held: Rights
  readonly deciders: number
  readonly now: Date
}

/** A verdict that settles a request. */
export type Settling = Exclude<Verdict, { kind: 'LEFT' }> & { readonly locale: Viewer['reader']['locale'] }

/**
 * What the account's rules make of what is asked, held as they are until the transaction ends; undefined when it is left
 * to people. The rules are locked before anything else.
 */
export async function verdictOn(
  tx: Tx,
  accountId: AccountId,
  { viewer, ...asked }: RuledAsk,
): Promise<Settling | undefined> {
  const book = await shareBook(tx, accountId)
  if (!book) return undefined
  const tree = await treeOf(tx, accountId)
  const givers = book.rules.some((rule) => rule.enabled && givesOwn(rule))
    ? await giversIn(tx, tree, asked)
    : []
  const belonging = await belongingOf(tx, accountId, { rules: book.rules, people: [viewer.personId] })
  const verdict = decideByRules(book, {
    ...asked,
    tree,
    givers,
    ownRoles: book.ownRoles,
    account: book.account,
    verifiedDomains: verifiedDomainsOf(viewer),
    groups: belonging.get(viewer.personId) ?? [],
  })
  // What a review has suspended, somebody lets work again, never a rule.
  const { personId } = viewer
  if (verdict.kind === 'APPROVE' && (await isSuspendedIn(tx, { accountId, personId }))) return undefined
  return verdict.kind === 'LEFT' ? undefined : { ...verdict, locale: viewer.reader.locale }
}

// What those who decide in the account hold: somebody else has to be able to give what a rule gives of its own roles.
async function giversIn(
  tx: Tx,
  tree: NamedTree,
  { people, now }: Pick<RuledAsk, 'people' | 'now'>,
): Promise<readonly Rights[]> {
  const grants = await decidingGrants(tx, tree.accountId)
  const byPerson = Map.groupBy(
    grants.filter(({ personId }) => !people.includes(personId)),
    ({ personId }) => personId,
  )
  return [...byPerson.values()].map((held) => rightsOf(held, tree, now))
}

type Sent = NewRequest & Entry & { readonly request: RequestId }

/**
 * Sends the request and settles it, as one: nobody sees it pending. What is given comes first, and events last, since
 * they hold the account's chain.
 */
export async function settleByRule(
  tx: Tx,
  sent: Sent,
  verdict: Settling,
): Promise<Outcome<RequestId, 'clash' | 'nothing-to-give'>> {
  const decisionId = newId<'decision'>()
  const grantIds = verdict.kind === 'APPROVE' ? await give(tx, sent, { verdict, decisionId }) : []
  if (verdict.kind === 'APPROVE' && grantIds.length === 0) return refuse('nothing-to-give')
  if (!(await sendRequest(tx, sent))) return refuse('clash')
  const accountId = sent.account as AccountId
  const version = await insertDecision(tx, {
    id: decisionId,
    accountId,
    requestId: sent.request,
    by: null,
    rule: { id: verdict.rule.id, version: verdict.rule.version },
    standsInFor: [],
    version: 1,
    ...decided(verdict),
    privateNote: '',
    block: null,
  })
  if (version === undefined) throw new Error('A request that was just sent is no longer pending')
  await record(tx, {
    type: verdict.kind === 'APPROVE' ? 'access-request.approved' : 'access-request.declined',
    account: accountId,
    actor: null,
    request: sent.request,
    subject: sent.beneficiary as PersonId,
    facts: {
      version,
      decisionId,
      standsInFor: [],
      ruleId: verdict.rule.id,
      ruleVersion: verdict.rule.version,
      ...(verdict.kind === 'APPROVE' ? factsOfGiven(verdict, grantIds) : { code: 'OTHER', block: null }),
    },
  })
  return done(sent.request)
}

function decided(verdict: Settling) {
  return verdict.kind === 'APPROVE'
    ? ({ given: verdict.given, code: null, note: '' } as const)
    : ({ given: null, code: 'OTHER', note: textIn(verdict) } as const)
}

type Approving = Extract<Settling, { kind: 'APPROVE' }>

function give(
  tx: Tx,
  sent: Sent,
  { verdict, decisionId }: { verdict: Approving; decisionId: ReturnType<typeof newId<'decision'>> },
): Promise<GrantId[]> {
  return giveGrants(tx, {
    accountId: sent.account as AccountId,
    personId: sent.beneficiary as PersonId,
    given: verdict.given,
    source: 'RULE',
    requestId: sent.request,
    decisionId,
    by: null,
  })
}

function factsOfGiven({ given }: Approving, grantIds: readonly GrantId[]) {
  const { role, scope, endsAt } = given
  return {
    role: recorded(role),
    scope: scope.kind,
    virtualAccountIds: scope.kind === 'VIRTUAL' ? scope.virtualAccountIds : [],
    endsAt: endsAt?.toISOString() ?? null,
    grantIds,
    firstApproverId: null,
    lessThanAsked: false,
  }
}

function textIn({ en, fr, locale }: Extract<Settling, { kind: 'DECLINE' }>): string {
  const own = locale === 'en' ? en : fr
  return own === '' ? (locale === 'en' ? fr : en) : own
}
