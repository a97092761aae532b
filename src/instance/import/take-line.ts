import { isVirtualRole, roles } from '../../accounts/domain/roles.ts'
import { accountTypes, visibilities } from '../../accounts/domain/account.ts'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import {
  addAccount,
  addVirtualAccount,
  findAccount,
  giveGrants,
  type StoredAccount,
  treeOf,
} from '../../accounts/index.ts'
import { closeRequest, isAnsweredBy, lockOpenRequestsFor } from '../../access-requests/index.ts'
import { record } from '../../event-log/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import { momentOf } from '../../kernel/local-time.ts'
import { addPerson, readAddress } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { locales } from '../../platform/i18n/reader.ts'
import type { Column, ImportKind, LineProblem, Problem, Row } from './domain/columns.ts'
import { activePersonAt, isKnownAddress } from './people.query.ts'

/** What became of a line: something new, nothing new, or what is wrong with it. */
export type Taken = 'NEW' | 'SAME' | readonly LineProblem[]

type By = PersonId | null

/** Takes one line in, by the same use cases as everywhere. Nobody is mailed about it. */
export function takeLine(tx: Tx, by: By, kind: ImportKind, row: Row): Promise<Taken> {
  return take[kind](tx, by, row)
}

const take: Record<ImportKind, (tx: Tx, by: By, row: Row) => Promise<Taken>> = {
  ACCOUNTS: takeAccount,
  VIRTUAL_ACCOUNTS: takePlace,
  PEOPLE: takePerson,
  ROLES: takeRole,
}

function wrong(field: Column, problem: Problem): LineProblem[] {
  return [{ field, problem }]
}

const yes = new Set(['yes', 'true', '1', 'oui', 'x'])
const no = new Set(['', 'no', 'false', '0', 'non'])

function choices(row: Row, allowed: Partial<Record<Column, ReadonlySet<string>>>): LineProblem[] {
  return Object.entries(allowed).flatMap(([field, words]) => {
    const value = row[field as Column] ?? ''
    return value === '' || words.has(value) || words.has(value.toLowerCase())
      ? []
      : wrong(field as Column, 'choice')
  })
}

const yesOrNo = new Set([...yes, ...no])
const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])

async function takeAccount(tx: Tx, by: By, row: Row): Promise<Taken> {
  const unfit = choices(row, {
    type: new Set(accountTypes.map((one) => one.toLowerCase())),
    visibility: new Set(visibilities.map((one) => one.toLowerCase())),
    time_zone: zones,
  })
  if (unfit.length > 0) return unfit
  const identifier = readIdentifier(row.identifier ?? '')
  if (!identifier.ok) return wrong('identifier', 'unfit')
  if (await findAccount(tx, identifier.value)) return 'SAME'
  const added = await addAccount(tx, by, {
    identifier: row.identifier ?? '',
    name: row.name ?? '',
    type: accountTypes.find((one) => one === row.type?.toUpperCase()) ?? 'CUSTOMER',
    visibility: visibilities.find((one) => one === row.visibility?.toUpperCase()) ?? 'RESTRICTED',
    timeZone: row.time_zone || 'UTC',
    verifiedDomains: (row.verified_domains ?? '').split(/[\s;]+/).filter(Boolean),
    administrator: row.administrator ?? '',
  })
  if (added.ok) return 'NEW'
  const mistakes = {
    'identifier-unfit': wrong('identifier', 'unfit'),
    'identifier-taken': wrong('identifier', 'taken'),
    'domain-unfit': wrong('verified_domains', 'unfit'),
    'name-unfit': wrong('name', 'unfit'),
    'zone-unknown': wrong('time_zone', 'choice'),
    'unknown-person': wrong('administrator', 'unknown'),
  }
  return mistakes[added.refusal.code]
}

async function activeAccount(tx: Tx, named: string): Promise<StoredAccount | undefined> {
  const identifier = readIdentifier(named)
  const account = identifier.ok ? await findAccount(tx, identifier.value) : undefined
  return account?.status === 'ACTIVE' ? account : undefined
}

async function takePlace(tx: Tx, by: By, row: Row): Promise<Taken> {
  const unfit = choices(row, { restricted: yesOrNo })
  if (unfit.length > 0) return unfit
  const account = await activeAccount(tx, row.account ?? '')
  if (!account) return wrong('account', 'unknown')
  const added = await addVirtualAccount(tx, by, {
    account: account.identifier,
    name: row.name ?? '',
    parent: row.parent || null,
    restricted: yes.has((row.restricted ?? '').toLowerCase()),
  })
  if (added.ok) return 'NEW'
  if (added.refusal.code === 'name-taken') return 'SAME'
  const mistakes = {
    'unknown-account': wrong('account', 'unknown'),
    'unknown-parent': wrong('parent', 'unknown'),
    'name-unfit': wrong('name', 'unfit'),
  }
  return mistakes[added.refusal.code]
}

async function takePerson(tx: Tx, by: By, row: Row): Promise<Taken> {
  const unfit = choices(row, {
    locale: new Set(locales),
    time_zone: zones,
    support: yesOrNo,
    operator: yesOrNo,
  })
  if (unfit.length > 0) return unfit
  const address = readAddress(row.address ?? '')
  if (!address.ok) return wrong('address', 'unfit')
  if (await isKnownAddress(tx, address.value)) return 'SAME'
  const person = {
    address: address.value,
    firstName: row.first_name ?? '',
    lastName: row.last_name ?? '',
    locale: locales.find((one) => one === row.locale?.toLowerCase()) ?? 'en',
    timeZone: row.time_zone || 'UTC',
    company: row.company ?? '',
    country: (row.country ?? '').toUpperCase(),
    isSupport: yes.has((row.support ?? '').toLowerCase()),
    isOperator: yes.has((row.operator ?? '').toLowerCase()),
  }
  const added = await addPerson(tx, by, person, { quiet: true })
  if (added.ok) return 'NEW'
  const mistakes = {
    'address-wrong': wrong('address', 'unfit'),
    'address-taken': wrong('address', 'taken'),
    'name-wrong': wrong('last_name', 'unfit'),
    'company-wrong': wrong('company', 'unfit'),
    'country-wrong': wrong('country', 'choice'),
  }
  return mistakes[added.refusal]
}

const days = /^\d{4}-\d{2}-\d{2}$/

function endIn(row: Row, timeZone: string): Date | null | undefined {
  const day = row.last_day ?? ''
  if (day === '') return null
  const midnight = new Date(`${day}T00:00:00Z`)
  if (!days.test(day) || Number.isNaN(midnight.getTime())) return undefined
  return momentOf(new Date(midnight.getTime() + 86_400_000), timeZone)
}

async function takeRole(tx: Tx, by: By, row: Row): Promise<Taken> {
  const role = roles.find((one) => one === row.role?.toUpperCase())
  if (!role) return wrong('role', 'choice')
  const account = await activeAccount(tx, row.account ?? '')
  if (!account) return wrong('account', 'unknown')
  const address = readAddress(row.address ?? '')
  const person = address.ok ? await activePersonAt(tx, address.value) : undefined
  if (!person) return wrong('address', address.ok ? 'unknown' : 'unfit')
  const endsAt = endIn(row, account.timeZone)
  if (endsAt === undefined || (endsAt !== null && endsAt <= person.now)) return wrong('last_day', 'unfit')
  const tree = await treeOf(tx, account.id)
  const named = (row.virtual_account ?? '').toLowerCase()
  const place = tree.virtualAccounts.find(({ name }) => name.toLowerCase() === named)
  if (isVirtualRole(role) !== (named !== ''))
    return wrong('virtual_account', isVirtualRole(role) ? 'missing' : 'not-possible')
  if (named !== '' && !place) return wrong('virtual_account', 'unknown')
  const scope = place
    ? ({ kind: 'VIRTUAL', virtualAccountIds: [place.id] } as const)
    : ({ kind: 'ACCOUNT' } as const)
  const open = await lockOpenRequestsFor(tx, account.id, [person.id])
  const given = { role, scope, endsAt }
  const about = { accountId: account.id, personId: person.id }
  const grants = await giveGrants(tx, {
    ...about,
    given,
    source: 'DIRECT',
    requestId: null,
    decisionId: null,
    by,
  })
  if (grants.length === 0) return 'SAME'
  for (const request of open) {
    if (isAnsweredBy(request, given, tree))
      await closeRequest(tx, { accountId: account.id, id: request.id }, { because: 'GIVEN_DIRECTLY', by })
  }
  const facts = {
    grantId: grants[0] ?? '',
    personId: person.id,
    role,
    virtualAccountId: place?.id ?? null,
    source: 'DIRECT',
    endsAt: endsAt?.toISOString() ?? null,
    requestId: null,
    decisionId: null,
  }
  const event = { type: 'grant.given', account: account.id, actor: by, subject: person.id, facts }
  await record(tx, event, { quiet: true })
  return 'NEW'
}
