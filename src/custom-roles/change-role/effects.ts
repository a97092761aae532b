import { createHash } from 'node:crypto'
import { changesBetween, type RoleHolder } from '../../accounts/domain/custom-role.ts'
import type { Action, CustomRole } from '../../accounts/domain/roles.ts'
import type { RoleEffects } from '../domain/wanted-role.ts'

/** What it would do to those who hold a role if it contained these actions. */
export function effectsOf(
  role: CustomRole,
  after: readonly Action[],
  holders: readonly RoleHolder[],
  rules: readonly { readonly id: string }[],
): RoleEffects {
  const changes = changesBetween(role.actions, after)
  const held = holders.map(({ personId, virtualAccountId, endsAt }) => [personId, virtualAccountId, endsAt])
  const said = JSON.stringify([
    role.id,
    role.version,
    after.toSorted(),
    held.map(String).toSorted(),
    rules.map(({ id }) => id),
  ])
  const mark = createHash('sha256').update(said).digest('base64url').slice(0, 16)
  return {
    ...changes,
    people: [...new Set(holders.map(({ personId }) => personId))],
    rules: rules.length,
    mark,
  }
}
