import bell from './en/bell.ts'
import commands from './en/commands.ts'
import commandsChanges from './en/commands-changes.ts'
import commandsPeople from './en/commands-people.ts'
import commandsRoles from './en/commands-roles.ts'
import commandsSettings from './en/commands-settings.ts'
import commandsWork from './en/commands-work.ts'
import doctor from './en/doctor.ts'
import general from './en/general.ts'
import home from './en/home.ts'
import insights from './en/insights.ts'
import imports from './en/imports.ts'
import learn from './en/learn.ts'
import log from './en/log.ts'
import logClaims from './en/log-claims.ts'
import logConversation from './en/log-conversation.ts'
import logPage from './en/log-page.ts'
import logReviews from './en/log-reviews.ts'
import logSettings from './en/log-settings.ts'
import mails from './en/mails.ts'
import operator from './en/operator.ts'
import operatorPeople from './en/operator-people.ts'
import operatorSettings from './en/operator-settings.ts'
import pages from './en/pages.ts'
import providers from './en/providers.ts'

/** The English sentences of the installation: its own pages, its commands, its event log, its operator. */
export default {
  ...bell,
  ...general,
  ...home,
  ...pages,
  ...commands,
  ...commandsChanges,
  ...commandsPeople,
  ...commandsRoles,
  ...commandsSettings,
  ...commandsWork,
  ...doctor,
  ...insights,
  ...imports,
  ...learn,
  ...log,
  ...logClaims,
  ...logConversation,
  ...logPage,
  ...logReviews,
  ...logSettings,
  ...mails,
  ...operator,
  ...operatorPeople,
  ...operatorSettings,
  ...providers,
} as const
