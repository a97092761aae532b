import { type Action, actionsOf, type GrantedRole, reachOf } from '../domain/roles.ts'

/** The actions that a person is told of; the others go without saying or say nothing to them. */
export const toldActions = [
  'see-virtual-accounts',
  'use',
  'see-people',
  'change-people',
  'change-administrators',
  'create-virtual-account',
  'change-virtual-account',
  'edit-account',
  'accept-agreements',
  'see-requests',
  'decide-requests',
  'change-rules',
  'see-event-log',
] as const satisfies readonly Action[]
/** One of them. */
export type Allowed = (typeof toldActions)[number]

type Held = { readonly role: GrantedRole; readonly place: readonly string[]; readonly isSuspended: boolean }

/** What somebody may do, place by place: the whole account first, then virtual accounts with those below them. */
export function allowedBy(
  roles: readonly Held[],
): { readonly place: readonly string[]; readonly allowed: readonly Allowed[] }[] {
  const inForce = roles.filter(({ isSuspended }) => !isSuspended)
  const places = Map.groupBy(inForce, ({ place }) => place.join('\n'))
  return [...places.values()]
    .map((held) => ({
      place: held[0]?.place ?? [],
      allowed: toldActions.filter((action) => held.some(({ role }) => allows(role, action))),
    }))
    .filter(({ allowed }) => allowed.length > 0)
    .toSorted((one, other) => one.place.length - other.place.length)
}

function allows(role: GrantedRole, action: Action): boolean {
  return actionsOf(role).includes(action) && reachOf(role, action) !== 'nowhere'
}
