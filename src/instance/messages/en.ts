import commands from './en/commands.ts'
import doctor from './en/doctor.ts'
import home from './en/home.ts'
import log from './en/log.ts'
import mails from './en/mails.ts'
import operator from './en/operator.ts'
import pages from './en/pages.ts'

/** The English sentences of the installation: its own pages, its commands, its event log, its operator. */
export default { ...home, ...pages, ...commands, ...doctor, ...log, ...mails, ...operator } as const
