import access from './en/access.ts'
import away from './en/away.ts'
import manage from './en/manage.ts'
import roles from './en/roles.ts'
import settings from './en/settings.ts'

/** The English sentences about accounts. */
export default { ...roles, ...access, ...away, ...manage, ...settings } as const
