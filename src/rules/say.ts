import { isRole, type NamedRole } from '../accounts/domain/roles.ts'
import { accountWords, type NamedTree, placeName } from '../accounts/index.ts'
import type { VirtualAccountId } from '../kernel/id.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { Conditions, Draft, RuleOutcome } from './domain/rule.ts'
import { words } from './messages/index.ts'

/** The names of virtual accounts and of the account’s own roles, for saying a rule in words. */
export type Named = Pick<NamedTree, 'virtualAccounts'> & {
  readonly ownRoles: readonly { readonly id: string; readonly name: string }[]
}

/** A rule as one sentence: who asks for what, and what becomes of it. */
export function sayRule(reader: Reader, rule: Draft, tree: Named): string {
  const t = words.for(reader)
  const when = sayWhen(reader, rule.conditions, tree)
  return t('say.rule', { when, what: sayOutcome(reader, rule.outcome, tree) })
}

function sayWhen(reader: Reader, { who, roles, where, duration }: Conditions, tree: Named): string {
  const t = words.for(reader)
  const asked = roles.map((role) => (role === 'UNSURE' ? t('say.unsure') : roleName(reader, role, tree)))
  return t('say.when', {
    who: who.kind,
    domains: who.kind === 'DOMAINS' ? either(reader, who.domains) : '',
    groups:
      who.kind === 'GROUPS'
        ? either(
            reader,
            who.groups.map(({ name }) => name),
          )
        : '',
    roleKind: roles.length === 0 ? 'ANY' : 'SOME',
    roles: either(reader, asked),
    where: where.kind,
    places: where.kind === 'VIRTUAL' ? either(reader, namesOf(reader, where.virtualAccountIds, tree)) : '',
    duration: duration.kind,
    days: duration.kind === 'AT_MOST' ? duration.days : 0,
  })
}

function sayOutcome(reader: Reader, outcome: RuleOutcome, tree: Named): string {
  const t = words.for(reader)
  if (outcome.kind === 'DECLINE') return t('say.decline')
  return outcome.kind === 'REVIEW' ? t('say.review') : sayApproval(reader, outcome, tree)
}

type Approval = Extract<RuleOutcome, { kind: 'APPROVE' }>

function sayApproval(reader: Reader, { role, scope, days }: Approval, tree: Named): string {
  const t = words.for(reader)
  if (role === 'ASKED' && scope === 'ASKED' && days === null) return t('say.exactly')
  return t('say.approve', {
    roleKind: role === 'ASKED' ? 'ASKED' : 'ROLE',
    role: role === 'ASKED' ? '' : roleName(reader, role, tree),
    scope: scope === 'ASKED' ? 'ASKED' : scope.kind,
    places: all(reader, namesOf(reader, placesIn(scope), tree)),
    end: days === null ? 'ASKED' : 'AT_MOST',
    days: days ?? 0,
  })
}

function placesIn(scope: Approval['scope']): readonly VirtualAccountId[] {
  return scope !== 'ASKED' && scope.kind === 'VIRTUAL' ? scope.virtualAccountIds : []
}

function roleName(
  reader: Reader,
  role: NamedRole | Conditions['roles'][number],
  { ownRoles }: Named,
): string {
  const key: string = typeof role === 'string' ? role : role.custom
  if (isRole(key)) return accountWords.for(reader)(`role.${key}`)
  return ownRoles.find(({ id }) => id === key)?.name ?? words.for(reader)('say.role-gone')
}

function namesOf(reader: Reader, ids: readonly VirtualAccountId[], tree: Named): string[] {
  return ids.map((id) => placeName(tree, id) || words.for(reader)('say.gone'))
}

const lists = {
  en: {
    or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
    and: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  },
  fr: {
    or: new Intl.ListFormat('fr-FR', { type: 'disjunction' }),
    and: new Intl.ListFormat('fr-FR', { type: 'conjunction' }),
  },
}

function either(reader: Reader, names: readonly string[]): string {
  return lists[reader.locale].or.format(names)
}

function all(reader: Reader, names: readonly string[]): string {
  return lists[reader.locale].and.format(names)
}
