import type { Role } from './roles.ts'

const inPart = {
  SA: 'VA',
  SU: 'VU',
  SV: 'VV',
  // Accepts agreements, which a part of an account has none of.
  AG: null,
  VA: 'VA',
  VU: 'VU',
  VV: 'VV',
} as const satisfies Record<Role, Role | null>

/** What a role becomes when its account becomes a virtual account of another one; null: it ends. Nobody gains anything. */
export function roleInPart(role: Role): 'VA' | 'VU' | 'VV' | null {
  return inPart[role]
}
