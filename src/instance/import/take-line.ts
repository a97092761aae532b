import { isTimeZone } from '../../kernel/time-zones.ts'
import { closeRequest, isAnsweredBy, lockOpenRequestsFor } from '../../access-requests/index.ts'
import { accountTypes, visibilities } from '../../accounts/domain/account.ts'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import type { Given } from '../../accounts/domain/rights.ts'
import { type GrantedRole, isVirtualRole, recorded, roles } from '../../accounts/domain/roles.ts'
import {
  type AccountToAdd,
  addAccount,
  addVirtualAccount,
  customRolesToGive,
  findAccount,
  giveGrants,
  type NamedTree,
  placeCalled,
  type StoredAccount,
  treeOf,
} from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { momentOf } from '../../kernel/local-time.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { addPerson, readAddress } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { locales } from '../../platform/i18n/reader.ts'
import type { Column, ImportKind, LineProblem, Problem, Row } from './domain/columns.ts'
import { activePersonAt, isKnownAddress } from './people.query.ts'

/** What became of a line: something new, nothing new, or what is wrong with it. */
export type Taken = 'NEW' | 'SAME' | readonly LineProblem[]

type By = PersonId | null

/** Takes in a line without wrong choices, by the same use cases as everywhere. Nobody is mailed about it. */
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

const yesOrNo = new Set([...yes, ...no])
const zones = { has: isTimeZone }

const chosenFrom: Record<ImportKind, Partial<Record<Column, Pick<ReadonlySet<string>, 'has'>>>> = {
  ACCOUNTS: {
    type: new Set(accountTypes.map((one) => one.toLowerCase())),
    visibility: new Set(visibilities.map((one) => one.toLowerCase())),
    time_zone: zones,
  },
  VIRTUAL_ACCOUNTS: { restricted: yesOrNo },
  PEOPLE: { locale: new Set(locales), time_zone: zones, support: yesOrNo, operator: yesOrNo },
  ROLES: {},
}

/** What is wrong with the words of a line that are to be chosen from a few. */
export function wrongChoices(kind: ImportKind, row: Row): LineProblem[] {
  return Object.entries(chosenFrom[kind]).flatMap(([field, words]) => {
    const value = row[field as Column] ?? ''
    return value === '' || words.has(value) || words.has(value.toLowerCase())
      ? []
      : wrong(field as Column, 'choice')
  })
}

async function takeAccount(tx: Tx, by: By, row: Row): Promise<Taken> {
  const identifier = readIdentifier(row.identifier ?? '')
  if (!identifier.ok) return wrong('identifier', 'unfit')
  if (await findAccount(tx, identifier.value)) return 'SAME'
  const added = await addAccount(tx, by, accountIn(row))
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

function accountIn(row: Row): AccountToAdd {
  const {
    identifier = '',
    name = '',
    administrator = '',
    time_zone: zone = '',
    verified_domains: domains = '',
  } = row
  return {
    identifier,
    name,
    type: accountTypes.find((one) => one === row.type?.toUpperCase()) ?? 'CUSTOMER',
    visibility: visibilities.find((one) => one === row.visibility?.toUpperCase()) ?? 'RESTRICTED',
    timeZone: zone === '' ? 'UTC' : zone,
    verifiedDomains: domains.split(/[\s;]+/).filter(Boolean),
    administrator,
  }
}

async function activeAccount(tx: Tx, named: string): Promise<StoredAccount | undefined> {
  const identifier = readIdentifier(named)
  const account = identifier.ok ? await findAccount(tx, identifier.value) : undefined
  return account?.status === 'ACTIVE' ? account : undefined
}

async function takePlace(tx: Tx, by: By, row: Row): Promise<Taken> {
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
    'too-many': wrong('name', 'not-possible'),
    'too-deep': wrong('parent', 'not-possible'),
  }
  return mistakes[added.refusal.code]
}

async function takePerson(tx: Tx, by: By, row: Row): Promise<Taken> {
  const address = readAddress(row.address ?? '')
  if (!address.ok) return wrong('address', 'unfit')
  if (await isKnownAddress(tx, address.value)) return 'SAME'
  const added = await addPerson(tx, by, personIn(row, address.value), { quiet: true })
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

function personIn(row: Row, address: string) {
  const { first_name: firstName = '', last_name: lastName = '', time_zone: zone = '', company = '' } = row
  return {
    address,
    firstName,
    lastName,
    company,
    locale: locales.find((one) => one === row.locale?.toLowerCase()) ?? null,
    timeZone: zone === '' ? 'UTC' : zone,
    country: cell(row, 'country').toUpperCase(),
    isSupport: yes.has(cell(row, 'support').toLowerCase()),
    isOperator: yes.has(cell(row, 'operator').toLowerCase()),
  }
}

function cell(row: Row, name: Column): string {
  return row[name] ?? ''
}

const days = /^\d{4}-\d{2}-\d{2}$/

function endIn(row: Row, timeZone: string): Date | null | undefined {
  const day = row.last_day ?? ''
  if (day === '') return null
  const midnight = new Date(`${day}T00:00:00Z`)
  if (!days.test(day) || Number.isNaN(midnight.getTime())) return undefined
  return momentOf(new Date(midnight.getTime() + 86_400_000), timeZone)
}

type Gift = {
  readonly account: StoredAccount
  readonly tree: NamedTree
  readonly personId: PersonId
  readonly given: Given
  readonly placeId: VirtualAccountId | null
}

async function takeRole(tx: Tx, by: By, row: Row): Promise<Taken> {
  const gift = await giftIn(tx, row)
  if (!gift.ok) return gift.refusal
  const { account, personId, given, tree } = gift.value
  const open = await lockOpenRequestsFor(tx, account.id, [personId])
  const about = { accountId: account.id, personId, given, by }
  const grants = await giveGrants(tx, { ...about, source: 'DIRECT', requestId: null, decisionId: null })
  if (grants.length === 0) return 'SAME'
  for (const request of open) {
    if (isAnsweredBy(request, given, tree))
      await closeRequest(tx, { accountId: account.id, id: request.id }, { because: 'GIVEN_DIRECTLY', by })
  }
  await recordGift(tx, by, { ...gift.value, grantId: grants[0] ?? '' })
  return 'NEW'
}

async function giftIn(tx: Tx, row: Row): Promise<Outcome<Gift, readonly LineProblem[]>> {
  const account = await activeAccount(tx, cell(row, 'account'))
  if (!account) return refuse(wrong('account', 'unknown'))
  const role = await roleIn(tx, account, cell(row, 'role'))
  if (!role) return refuse(wrong('role', 'role'))
  const address = readAddress(cell(row, 'address'))
  if (!address.ok) return refuse(wrong('address', 'unfit'))
  const person = await activePersonAt(tx, address.value)
  if (!person) return refuse(wrong('address', 'unknown'))
  const endsAt = endIn(row, account.timeZone)
  if (endsAt === undefined || (endsAt !== null && endsAt <= person.now))
    return refuse(wrong('last_day', 'unfit'))
  const tree = await treeOf(tx, account.id)
  const place = placeIn(tree, row, role)
  if (!place.ok) return place
  const placeId = place.value
  const scope =
    placeId === null
      ? ({ kind: 'ACCOUNT' } as const)
      : ({ kind: 'VIRTUAL', virtualAccountIds: [placeId] } as const)
  return done({ account, tree, personId: person.id, given: { role, scope, endsAt }, placeId })
}

// A code, or the name or the id of a role of the account's own, which nobody edits until the line is taken in.
async function roleIn(tx: Tx, account: StoredAccount, text: string): Promise<GrantedRole | undefined> {
  const builtIn = roles.find((one) => one === text.toUpperCase())
  if (builtIn) return builtIn
  const named = text.toLowerCase()
  const own = await customRolesToGive(tx, account.id)
  return own.find(({ id, name }) => id === named || name.toLowerCase() === named)
}

function placeIn(
  tree: NamedTree,
  row: Row,
  role: GrantedRole,
): Outcome<VirtualAccountId | null, readonly LineProblem[]> {
  const named = cell(row, 'virtual_account')
  if (named === '') return isVirtualRole(role) ? refuse(wrong('virtual_account', 'missing')) : done(null)
  if (!isVirtualRole(role)) return refuse(wrong('virtual_account', 'not-possible'))
  const place = placeCalled(tree, named)
  return place ? done(place) : refuse(wrong('virtual_account', 'unknown'))
}

async function recordGift(
  tx: Tx,
  by: By,
  { account, personId, given, placeId, grantId }: Gift & { readonly grantId: string },
): Promise<void> {
  const facts = {
    grantId,
    personId,
    role: recorded(given.role),
    virtualAccountId: placeId,
    source: 'DIRECT',
    endsAt: given.endsAt?.toISOString() ?? null,
    requestId: null,
    decisionId: null,
  }
  const event = { type: 'grant.given', account: account.id, actor: by, subject: personId, facts }
  await record(tx, event, { quiet: true })
}
