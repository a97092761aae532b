import type { z } from 'zod'
import { readEnd } from '../../accounts/domain/end-moment.ts'
import { roleIn } from '../../accounts/index.ts'
import type { AskedScope } from '../domain/request.ts'
import type { WishForm } from '../submit/wish.ts'
import type { amendSchema } from './request.schema.ts'

/** The wish that a body means; what is left out is left to the administrator. */
export function wishOf(body: z.output<typeof amendSchema>): WishForm {
  const { reason, scope = { kind: 'UNSURE' }, role = null, lastDay, lastTime } = body
  const ends = readEnd({ day: lastDay ?? '', time: lastTime ?? '' }) ?? null
  return { reason, role: role && roleIn(role), ends, scope: scopeOf(scope as AskedScope) }
}

function scopeOf(scope: AskedScope): AskedScope {
  if (scope.kind !== 'UNSURE') return scope
  const named = scope.named?.trim()
  return named ? { kind: 'UNSURE', named } : { kind: 'UNSURE' }
}
