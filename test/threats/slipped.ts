import { newId } from '../../src/kernel/id.ts'

/** Names that no form and no call has, and what an attacker would put into them. */
export const slipped = [
  ['account_id', newId()],
  ['status', 'APPROVED'],
  ['decided_by', newId()],
  ['isOperator', 'yes'],
  ['__proto__', 'x'],
  ['__proto__[isOperator]', 'yes'],
  ['constructor', 'x'],
  ['toString', 'x'],
  ['', 'x'],
] as const
