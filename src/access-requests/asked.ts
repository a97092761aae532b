import type { GrantedRole } from '../accounts/domain/roles.ts'
import { sayEnd, sayRole } from '../accounts/index.ts'
import type { VirtualAccountId } from '../kernel/id.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { Ask, AskedScope } from './domain/request.ts'
import { words } from './messages/index.ts'

/** The names of virtual accounts by their ids, for saying a scope in words. */
export type PlaceNames = Readonly<Record<string, string>>

const lists = {
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  fr: new Intl.ListFormat('fr-FR', { type: 'conjunction' }),
}

/** "Ana, Ben and Vera". */
export function listed(reader: Reader, names: readonly string[]): string {
  return lists[reader.locale].format(names)
}

/** The name of a role; of "not sure", that it is to be chosen. */
export function roleName(reader: Reader, role: GrantedRole | null): string {
  return role === null ? words.for(reader)('role.open') : sayRole(reader, role)
}

/** The names of virtual accounts, as a list in words; one that is gone is said to be gone. */
export function placesName(reader: Reader, ids: readonly VirtualAccountId[], names: PlaceNames): string {
  const t = words.for(reader)
  return listed(
    reader,
    ids.map((id) => names[id] ?? t('asked.gone')),
  )
}

/** A scope on its own: "Entire Smart Account", the names of virtual accounts, or that the administrator decides. */
export function scopeName(reader: Reader, scope: AskedScope, names: PlaceNames): string {
  const t = words.for(reader)
  if (scope.kind === 'ACCOUNT') return t('why.scope.account')
  if (scope.kind === 'VIRTUAL') return placesName(reader, scope.virtualAccountIds, names)
  return scope.named ?? t('request.open')
}

/** What was asked in one phrase: "Smart Account User for the entire Smart Account, until 31 March 2027". */
export function sayAsk(reader: Reader, ask: Ask, names: PlaceNames): string {
  const t = words.for(reader)
  const { scope, role, endsAt } = ask
  const date = endsAt ? sayEnd(reader, endsAt) : ''
  const values = { role: roleName(reader, role), names: placesIn(reader, scope, names), date }
  const kind = kindOf(ask)
  return endsAt ? t(`asked.${kind}-until`, values) : t(`asked.${kind}`, values)
}

function kindOf({ scope, role }: Ask): 'account' | 'virtual' | 'named' | 'unsure' | 'open' {
  if (scope.kind === 'ACCOUNT') return 'account'
  if (scope.kind === 'VIRTUAL') return 'virtual'
  if (scope.named) return 'named'
  return role === null ? 'open' : 'unsure'
}

function placesIn(reader: Reader, scope: AskedScope, names: PlaceNames): string {
  if (scope.kind === 'VIRTUAL') return placesName(reader, scope.virtualAccountIds, names)
  return scope.kind === 'UNSURE' ? (scope.named ?? '') : ''
}
