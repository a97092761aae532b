import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'
import bell from './fr/bell.ts'
import commands from './fr/commands.ts'
import commandsChanges from './fr/commands-changes.ts'
import commandsPeople from './fr/commands-people.ts'
import commandsRoles from './fr/commands-roles.ts'
import commandsSettings from './fr/commands-settings.ts'
import commandsWork from './fr/commands-work.ts'
import doctor from './fr/doctor.ts'
import general from './fr/general.ts'
import home from './fr/home.ts'
import insights from './fr/insights.ts'
import imports from './fr/imports.ts'
import learn from './fr/learn.ts'
import log from './fr/log.ts'
import logClaims from './fr/log-claims.ts'
import logConversation from './fr/log-conversation.ts'
import logPage from './fr/log-page.ts'
import logReviews from './fr/log-reviews.ts'
import logSettings from './fr/log-settings.ts'
import mails from './fr/mails.ts'
import operator from './fr/operator.ts'
import operatorPeople from './fr/operator-people.ts'
import operatorSettings from './fr/operator-settings.ts'
import pages from './fr/pages.ts'
import providers from './fr/providers.ts'

/** The French sentences of the installation. */
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
} satisfies Translation<typeof en>
