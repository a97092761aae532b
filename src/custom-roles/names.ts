import { roles } from '../accounts/domain/roles.ts'
import { accountWords } from '../accounts/index.ts'
import { words } from './messages/index.ts'

/** The names of what every installation has, in each language: a role of an account's own never reads like one. */
export function builtInNames(): readonly string[] {
  return (['en', 'fr'] as const).flatMap((locale) => {
    const t = words.for({ locale })
    const a = accountWords.for({ locale })
    return [...roles.map((role) => a(`role.${role}`)), t('office.support'), t('office.operator')]
  })
}
