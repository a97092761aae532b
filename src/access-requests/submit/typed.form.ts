import { typedEnd } from '../../accounts/domain/end-moment.ts'
import type { Ask } from '../domain/request.ts'
import type { Typed } from '../../platform/http/index.ts'

/** What was typed into a field of one value; empty when nothing was. */
export function textOf(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

/** What was chosen in a field of several values. */
export function listOf(typed: Typed, name: string): readonly string[] {
  const value = typed[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** The fields of a wish as they would have been typed to ask for this. */
export function typedFrom(
  { ask, reason }: { readonly ask: Ask; readonly reason: string },
  timeZone: string,
): Typed {
  const { scope, role, endsAt } = ask
  const end = typedEnd(endsAt, timeZone)
  const named = scope.kind === 'UNSURE' ? (scope.named ?? '') : ''
  return {
    reason,
    role: role ?? '',
    ends: end.day,
    endsTime: end.time,
    named,
    scope: scope.kind === 'UNSURE' ? (named === '' ? 'unsure' : 'named') : scope.kind.toLowerCase(),
    virtualAccount: scope.kind === 'VIRTUAL' ? [...scope.virtualAccountIds] : [],
  }
}
