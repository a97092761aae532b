import { typedEnd } from '../../accounts/domain/end-moment.ts'
import { choiceOf, type CustomRole, readChoice } from '../../accounts/domain/roles.ts'
import type { Ask } from '../domain/request.ts'
import { textOf, type Typed } from '../../platform/http/index.ts'

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
    role: role === null ? '' : choiceOf(role),
    ends: end.day,
    endsTime: end.time,
    named,
    scope: scope.kind === 'UNSURE' ? (named === '' ? 'unsure' : 'named') : scope.kind.toLowerCase(),
    virtualAccount: scope.kind === 'VIRTUAL' ? [...scope.virtualAccountIds] : [],
  }
}

/** What was typed, with a role of the account's own at the version that its form offers now. */
export function withRoleOffered(typed: Typed, offered: readonly CustomRole[]): Typed {
  const named = readChoice(textOf(typed, 'role'))
  if (typeof named !== 'object') return typed
  const role = offered.find(({ id }) => id === named.custom)
  return { ...typed, role: role ? choiceOf(role) : '' }
}
