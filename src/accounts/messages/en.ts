import access from './en/access.ts'
import actions from './en/actions.ts'
import away from './en/away.ts'
import backups from './en/backups.ts'
import claims from './en/claims.ts'
import first from './en/first.ts'
import ending from './en/ending.ts'
import manage from './en/manage.ts'
import ownAccess from './en/own-access.ts'
import roles from './en/roles.ts'
import settings from './en/settings.ts'
import virtual from './en/virtual.ts'

/** The English sentences about accounts. */
export default {
  ...roles,
  ...access,
  ...actions,
  ...away,
  ...backups,
  ...claims,
  ...first,
  ...ending,
  ...ownAccess,
  ...manage,
  ...settings,
  ...virtual,
} as const
