import { type GrantedRole, isCustom, type Role } from './roles.ts'

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

/**
 * What a role becomes when its account becomes a virtual account of another one; null: it ends. Nobody gains
 * anything. A role of the account's own that was not carried along leaves what needs no power over others.
 */
export function roleInPart(role: GrantedRole): 'VA' | 'VU' | 'VV' | null {
  if (isCustom(role)) return role.actions.includes('use') ? 'VU' : 'VV'
  return inPart[role]
}
