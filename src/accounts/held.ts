import type { VirtualAccountId } from '../kernel/id.ts'
import { basicActions } from './domain/custom-role.ts'
import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { endsADay } from './domain/end-moment.ts'
import { type Action, type GrantedRole, isCustom } from './domain/roles.ts'
import { words } from './messages/index.ts'

/** Something held or given, as it is said: the role, the names of its virtual accounts, until when. */
export type Held = {
  readonly role: GrantedRole
  readonly places: readonly string[]
  readonly endsAt: Date | null
}

const lists = {
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  fr: new Intl.ListFormat('fr-FR', { type: 'conjunction' }),
}

/** "Ana, Ben and Vera". */
export function listed(reader: Reader, names: readonly string[]): string {
  return lists[reader.locale].format(names)
}

/** "31 March 2027", and with the time and its zone when it is not the whole day by the reader's clocks. */
export function sayEnd(reader: Reader, endsAt: Date): string {
  if (endsADay(endsAt, reader.timeZone)) return formatDate(reader, endsAt, 'dateWithYear')
  // The last second of a day elsewhere: 23:00 says it, 22:59 would not.
  const isLastSecond = endsAt.getTime() % 60_000 >= 59_000
  return formatDate(reader, isLastSecond ? new Date(endsAt.getTime() + 1_000) : endsAt, 'zonedTime')
}

/** The name of a role; of a custom one, the name that the account gave it. */
export function sayRole(reader: Reader, role: GrantedRole): string {
  return isCustom(role) ? role.name : words.for(reader)(`role.${role}`)
}

/** What a role is for, in one sentence; of a custom one, what it allows. */
export function sayRoleHelp(reader: Reader, role: GrantedRole): string {
  const t = words.for(reader)
  if (!isCustom(role)) return t(`role-help.${role}`)
  // What every such role contains is said only of one that contains nothing else.
  const more = role.actions.filter((one) => !(basicActions as readonly Action[]).includes(one))
  const contained = more.length > 0 ? more : role.actions
  return t(`role-help.own.${role.reach}`, {
    actions: contained.map((one) => t(`action.${one}`)).join(' · '),
  })
}

/** "Virtual Account Viewer for Paris, until 31 March 2027". */
export function sayHeld(reader: Reader, { role, places, endsAt }: Held): string {
  const t = words.for(reader)
  const place = listed(reader, places)
  const values = {
    role: sayRole(reader, role),
    place,
    date: endsAt ? sayEnd(reader, endsAt) : '',
  }
  if (places.length === 0) return endsAt ? t('held.account-until', values) : t('held.account', values)
  return endsAt ? t('held.virtual-until', values) : t('held.virtual', values)
}

/** The name of a virtual account with those it stands under: "Paris / Paris Lab". */
export function placeName(
  tree: { readonly virtualAccounts: readonly Named[] },
  id: VirtualAccountId,
): string {
  const named = byId(tree.virtualAccounts)
  const found = named.get(id)
  return found ? found.path.map((above) => named.get(above)?.name ?? '').join(' / ') : ''
}

/** More virtual accounts than this are written by their names, one a line, not ticked. */
export const mostTicked = 100

/** The virtual accounts that somebody wrote, one a line, each as `placeName` gives it; and the lines that name none. */
export function placesNamed(
  tree: { readonly virtualAccounts: readonly Named[] },
  text: string,
  // A name that is not for whoever writes it is a name that there is not.
  fits: (id: VirtualAccountId) => boolean,
): { readonly ids: readonly VirtualAccountId[]; readonly unknown: readonly string[] } {
  const plain = (name: string) =>
    name
      .split('/')
      .map((part) => part.trim().toLowerCase())
      .join('/')
  const lines = text.split('\n').map((line) => line.trim())
  const written = lines.filter((line) => line !== '')
  const theirs = tree.virtualAccounts.filter(({ id }) => fits(id))
  const ids = new Map(theirs.map(({ id }) => [plain(placeName(tree, id)), id]))
  const found = written.map((line) => ({ line, id: ids.get(plain(line)) }))
  return {
    ids: [...new Set(found.flatMap(({ id }) => (id === undefined ? [] : [id])))],
    unknown: found.filter(({ id }) => id === undefined).map(({ line }) => line),
  }
}

/** The virtual account that is called so: as `placeName` gives it, or by its own name where no other has it. */
export function placeCalled(
  tree: { readonly virtualAccounts: readonly Named[] },
  written: string,
): VirtualAccountId | undefined {
  const [id] = written.includes('/') ? placesNamed(tree, written, () => true).ids : []
  if (id) return id
  const name = written.trim().toLowerCase()
  const called = tree.virtualAccounts.filter((place) => place.name.toLowerCase() === name)
  const top = called.find(({ path }) => path.length === 1)
  return top?.id ?? (called.length === 1 ? called[0]?.id : undefined)
}

const known = new WeakMap<readonly Named[], ReadonlyMap<VirtualAccountId, Named>>()

// A page names thousands of them, one after the other.
function byId(virtualAccounts: readonly Named[]): ReadonlyMap<VirtualAccountId, Named> {
  const made = known.get(virtualAccounts) ?? new Map(virtualAccounts.map((one) => [one.id, one]))
  known.set(virtualAccounts, made)
  return made
}

type Named = {
  readonly id: VirtualAccountId
  readonly name: string
  readonly path: readonly VirtualAccountId[]
}
