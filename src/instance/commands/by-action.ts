import type { Action } from '../../accounts/domain/roles.ts'

/** The commands that do what the table of roles names, for whoever has the machine; an operator answers for them. */
export const commandsFor: Partial<Record<Action, readonly string[]>> = {
  'see-virtual-accounts': ['virtual-account list'],
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
  'change-settings': ['account set'],
  'make-restricted': ['account hide'],
  'change-account': [
    'account suspend',
    'account resume',
    'account close',
    'account merge',
    'account rename',
    'account retype',
    'account list',
  ],
}
