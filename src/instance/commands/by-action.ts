import type { Action } from '../../accounts/domain/roles.ts'
import { operatorAgreementsPath } from '../../paths/agreements.ts'
import { installationEventsPath } from '../../paths/event-log.ts'
import { operatorInsightsPath } from '../../paths/insights.ts'
import { operatorApplicationsPath } from '../../paths/new-accounts.ts'
import {
  accountHealthPath,
  addAccountPath,
  addPersonPath,
  importsPath,
  operatorMailsPath,
  operatorPath,
  operatorPeoplePath,
  operatorSettingsPath,
  operatorTroublePath,
  providersPath,
} from '../../paths/operator.ts'

/** Why nobody does an action at the command line, whatever machine they have. */
export type NoCommand = 'behind' | 'two-administrators' | 'operators-propose' | 'own-name' | 'administrators'

type Commands = readonly [string, ...string[]]

/**
 * The commands that do what the table of roles names, for whoever has the machine; an operator answers for what they
 * change. What no command does says why not.
 */
export const commandsFor: Readonly<Record<Action, Commands | NoCommand>> = {
  'see-account': ['account show'],
  'see-virtual-accounts': ['virtual-account list'],
  use: 'behind',
  'see-people': ['user list', 'role list', 'role show'],
  'change-people': [
    'user add',
    'user change',
    'user remove',
    'role add',
    'role change',
    'role retire',
    'role bring-back',
  ],
  'change-administrators': 'two-administrators',
  'change-groups': [
    'group list',
    'group show',
    'group add',
    'group change',
    'group put-in',
    'group take-out',
    'group close',
    'tag list',
    'tag add',
    'tag rename',
    'tag put',
    'tag take-off',
    'tag delete',
  ],
  'create-virtual-account': ['virtual-account add'],
  'change-virtual-account': ['virtual-account rename', 'virtual-account move', 'virtual-account close'],
  'edit-account': ['account edit'],
  'change-settings': ['account set'],
  'make-restricted': ['account hide'],
  'ask-to-change-account': 'operators-propose',
  'change-account': [
    'account suspend',
    'account resume',
    'account close',
    'account merge',
    'account rename',
    'account retype',
    'account list',
    'account changes',
    'account-change refuse',
    'account-change withdraw',
  ],
  'accept-agreements': 'own-name',
  'see-requests': ['request list'],
  'decide-requests': 'administrators',
  'decide-for-vacant-account': 'own-name',
  'change-rules': ['block list', 'block add', 'block lift'],
  'delegate-decisions': 'own-name',
  'see-event-log': ['audit export'],
  'export-event-log': ['audit export'],
  'answer-cases': ['case list', 'case note', 'claim list', 'request hand-back'],
}

/** Of what these cover, the commands do a part; the portal does the rest. */
export const partly: readonly Action[] = ['change-rules', 'answer-cases']

type OperatorAct = { readonly page: string | null; readonly commands: Commands }

/** What operators do that no account is asked about: the page where they do it, and the commands for the same. */
export const operatorActs = {
  'see-accounts': { page: operatorPath.pattern, commands: ['account find'] },
  'check-accounts': { page: accountHealthPath.pattern, commands: ['account check'] },
  'add-accounts': { page: addAccountPath.pattern, commands: ['account add'] },
  'answer-new-accounts': {
    page: operatorApplicationsPath.pattern,
    commands: ['new-account list', 'new-account approve', 'new-account ask', 'new-account decline'],
  },
  'see-all-people': { page: operatorPeoplePath.pattern, commands: ['person find', 'person show'] },
  'change-all-people': {
    page: addPersonPath.pattern,
    commands: [
      'person add',
      'person disable',
      'person enable',
      'person offices',
      'person merge',
      'person erase',
      'link',
    ],
  },
  'take-in-lists': {
    page: importsPath.pattern,
    commands: ['import', 'import list', 'import apply', 'import drop'],
  },
  'look-after-mails': {
    page: operatorMailsPath.pattern,
    commands: ['mail list', 'mail show', 'mail test', 'mail send-again'],
  },
  'look-after-work': { page: operatorTroublePath.pattern, commands: ['job list', 'job retry'] },
  'publish-agreements': {
    page: operatorAgreementsPath.pattern,
    commands: ['agreement list', 'agreement publish', 'agreement retire'],
  },
  'see-insights': { page: operatorInsightsPath.pattern, commands: ['insights'] },
  'change-installation': { page: operatorSettingsPath.pattern, commands: ['settings set', 'mail server'] },
  'let-people-sign-in': {
    page: providersPath.pattern,
    commands: ['provider list', 'provider add', 'provider change', 'provider try', 'provider remove'],
  },
  'prove-history': {
    page: installationEventsPath.pattern,
    commands: ['audit verify', 'audit heads', 'doctor'],
  },
  'run-the-program': { page: null, commands: ['serve', 'demo', 'migrate'] },
} as const satisfies Readonly<Record<string, OperatorAct>>
