import { type NamedTree, placeName, sayHeld, sayRole } from '../accounts/index.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { Group, GroupRefusal } from './domain/groups.ts'
import { words } from './messages/index.ts'

/** What a refused person is told, with what status, and at which field. */
export type SaidRefusal = {
  readonly status: 403 | 404 | 409 | 422
  readonly text: string
  readonly field?: 'name' | 'role' | 'place'
}

const statuses: Readonly<Record<GroupRefusal['code'], SaidRefusal['status']>> = {
  'not-found': 404,
  'name-unfit': 422,
  'name-taken': 422,
  'role-scope-mismatch': 422,
  'role-gone': 409,
  'role-changed': 409,
  'unknown-virtual-account': 422,
  'administrators-one-by-one': 422,
  'above-own-rights': 403,
  'recent-sign-in-needed': 403,
  'stale-version': 409,
  'nothing-changed': 422,
  closed: 409,
  full: 409,
  'not-a-member': 409,
}
const fields: Partial<Record<GroupRefusal['code'], SaidRefusal['field']>> = {
  'name-unfit': 'name',
  'name-taken': 'name',
  'role-scope-mismatch': 'place',
  'role-gone': 'role',
  'role-changed': 'role',
  'unknown-virtual-account': 'place',
  'administrators-one-by-one': 'role',
}

/** The sentence for why something about a group was not done. */
export function sayRefusal(reader: Reader, refusal: GroupRefusal): SaidRefusal {
  const t = words.for(reader)
  const field = fields[refusal.code]
  const said = { status: statuses[refusal.code], ...(field ? { field } : {}) }
  if (refusal.code === 'above-own-rights' || refusal.code === 'role-changed') {
    const role = sayRole(reader, refusal.role)
    return { ...said, text: t(`groups.refusal.${refusal.code}`, { role }) }
  }
  if (refusal.code === 'full') return { ...said, text: t('groups.refusal.full', { max: refusal.max }) }
  return { ...said, text: t(`groups.refusal.${refusal.code}`) }
}

/** "Virtual Account Viewer for Paris and Lyon". */
export function sayGiven(
  reader: Reader,
  { role, scope }: Pick<Group, 'role' | 'scope'>,
  tree: NamedTree,
): string {
  const places = scope.kind === 'ACCOUNT' ? [] : scope.virtualAccountIds.map((id) => placeName(tree, id))
  return sayHeld(reader, { role, places, endsAt: null })
}
