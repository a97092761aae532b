import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'
import access from './fr/access.ts'
import actions from './fr/actions.ts'
import away from './fr/away.ts'
import backups from './fr/backups.ts'
import claims from './fr/claims.ts'
import first from './fr/first.ts'
import ending from './fr/ending.ts'
import manage from './fr/manage.ts'
import ownAccess from './fr/own-access.ts'
import roles from './fr/roles.ts'
import settings from './fr/settings.ts'
import virtual from './fr/virtual.ts'

/** The French sentences about accounts. */
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
} satisfies Translation<typeof en>
