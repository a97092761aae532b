import { typedEnd } from '../../accounts/domain/end-moment.ts'
import { choiceOf } from '../../accounts/domain/roles.ts'
import type { Ask } from '../domain/request.ts'
import type { Typed } from '../../platform/http/index.ts'

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
