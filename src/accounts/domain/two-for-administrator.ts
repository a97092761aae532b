import { daysAfter } from '../../kernel/time.ts'

/** Whether an administrator role takes two people: always, never, or (null) once there are two. */
export type TwoForAdministrator = boolean | null

/** Days after which a wish for fewer people lapses. */
export const daysToAgree = 7

/** Whether `to` asks for fewer people than `from` does. */
export function isLooser(from: TwoForAdministrator, to: TwoForAdministrator): boolean {
  return strength(to) < strength(from)
}

function strength(value: TwoForAdministrator): number {
  if (value === null) return 1
  return value ? 2 : 0
}

/** Whether a change holds only once a second administrator agrees: a looser one, when there is somebody to ask. */
export function needsSecond(
  from: TwoForAdministrator,
  to: TwoForAdministrator,
  administrators: number,
): boolean {
  return isLooser(from, to) && administrators > 1
}

/** Until when another administrator can agree to what was wanted at `proposedAt`. */
export function agreeUntil(proposedAt: Date): Date {
  return daysAfter(proposedAt, daysToAgree)
}
