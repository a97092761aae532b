import { type Role, roles } from '../../accounts/domain/roles.ts'
import { accountWords } from '../../accounts/index.ts'

/** What roles are called in every language, in lower case, for files that people write. */
export const roleNames: ReadonlyMap<string, Role> = new Map(
  (['en', 'fr'] as const).flatMap((locale) => {
    const t = accountWords.for({ locale })
    return roles.map((role) => [t(`role.${role}`).toLowerCase().replace(/\s+/g, ' '), role] as const)
  }),
)
