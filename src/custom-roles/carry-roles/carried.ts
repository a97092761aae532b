import { customActions, neededBy } from '../../accounts/domain/custom-role.ts'
import type { Action, CustomRole } from '../../accounts/domain/roles.ts'
import { lengthOf } from '../../kernel/written.ts'
import { isSameSet, longestName } from '../domain/wanted-role.ts'

/** What of a role goes on in a virtual account: never more than it contained, and nothing without what it needs. */
export function actionsCarried({ actions: contained }: Pick<CustomRole, 'actions'>): readonly Action[] {
  const possible = customActions('VIRTUAL')
  const kept = contained.filter((action) => possible.includes(action))
  return kept.filter((action) => neededBy(action).every((needed) => kept.includes(needed)))
}

/** One of these roles that a carried role can be taken for: of the same name, with just its actions. */
export function sameAs(
  name: string,
  actions: readonly Action[],
  among: readonly CustomRole[],
): CustomRole | undefined {
  return among.find(
    (one) =>
      one.reach === 'VIRTUAL' &&
      one.name.toLowerCase() === name.toLowerCase() &&
      isSameSet(one.actions, actions),
  )
}

/** The name that a carried role gets beside these: its own, or with the account that it comes from. */
export function nameCarried(name: string, from: string, taken: readonly string[]): string {
  const isFree = (one: string) => !taken.some((other) => other.toLowerCase() === one.toLowerCase())
  if (isFree(name)) return name
  for (let n = 1; ; n++) {
    const candidate = withSuffix(name, n === 1 ? ` (${cut(from, 24)})` : ` (${cut(from, 20)} ${n})`)
    if (isFree(candidate)) return candidate
  }
}

function withSuffix(name: string, suffix: string): string {
  return `${cut(name, longestName - lengthOf(suffix))}${suffix}`
}

function cut(text: string, most: number): string {
  return [...text].slice(0, most).join('').trim()
}
