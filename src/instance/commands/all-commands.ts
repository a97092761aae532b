import { accountAdd, virtualAccountAdd } from './accounts.ts'
import {
  virtualAccountClose,
  virtualAccountList,
  virtualAccountMove,
  virtualAccountRename,
} from './virtual-accounts.ts'
import { accountChangeCommands } from './account-changes.ts'
import { accountHide } from './account-hide.ts'
import { accountSet } from './account-set.ts'
import { accountPropertiesCommands } from './account-properties.ts'
import { agreementCommands } from './agreements.ts'
import { auditExport } from './audit-export.ts'
import { auditVerify, doctor } from './checks.ts'
import type { Command } from './command.ts'
import { blockCommands } from './blocks.ts'
import { groupCommands } from './groups.ts'
import { importCommands, importFile } from './import.ts'
import { insights } from './insights.ts'
import { lookingCommands } from './looking.ts'
import { mailServer } from './mail-server.ts'
import { mailCommands } from './mails.ts'
import { newAccountCommands } from './new-accounts.ts'
import { link, personAdd } from './people.ts'
import { personCommands } from './person-acts.ts'
import { providerCommands } from './providers.ts'
import { roleCommands } from './roles.ts'
import { demo, migrate, serve } from './server.ts'
import { settleChangeCommands } from './settle-changes.ts'
import { settingsSet } from './settings.ts'
import { supportCommands } from './support.ts'
import { tagCommands } from './tags.ts'
import { userChange } from './user-change.ts'
import { userCommands } from './users.ts'

/** All commands. One whose name begins like another’s stands before it. */
export const commands: readonly Command[] = [
  serve,
  demo,
  migrate,
  doctor,
  auditVerify,
  auditExport,
  ...lookingCommands,
  insights,
  accountAdd,
  accountSet,
  ...accountPropertiesCommands,
  ...accountChangeCommands,
  ...settleChangeCommands,
  accountHide,
  settingsSet,
  ...providerCommands,
  virtualAccountList,
  virtualAccountAdd,
  virtualAccountRename,
  virtualAccountMove,
  virtualAccountClose,
  ...roleCommands,
  ...userCommands,
  userChange,
  ...groupCommands,
  ...tagCommands,
  ...blockCommands,
  ...newAccountCommands,
  ...agreementCommands,
  ...mailCommands,
  mailServer,
  ...supportCommands,
  personAdd,
  ...personCommands,
  link,
  ...importCommands,
  importFile,
]
