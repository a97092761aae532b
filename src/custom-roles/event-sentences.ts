import { type Action, actions } from '../accounts/domain/roles.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'
import { listed, sayAction } from './say.ts'

type Said = {
  readonly reader: Reader
  readonly facts: Readonly<Record<string, unknown>>
  /** What the role was called then. */
  readonly role: string
}

/** What the event log says of an account's own roles, after the name of who did it. */
export const customRoleSentences: Readonly<Record<string, (said: Said) => string>> = {
  'role.created': ({ reader, facts, role }) =>
    words.for(reader)('log.created', { role, actions: sayIn(reader, facts['gained']) }),
  'role.changed': changed,
  'role.retired': retired,
  'role.brought-back': ({ reader, role }) => words.for(reader)('log.brought-back', { role }),
}

function retired({ reader, facts, role }: Said): string {
  const t = words.for(reader)
  const n = Number(facts['rules']) || 0
  return n > 0 ? t('log.retired-rules', { role, n }) : t('log.retired', { role })
}

function changed({ reader, facts, role }: Said): string {
  const t = words.for(reader)
  const values = {
    role,
    what: kindOf(actionsIn(facts['gained']).length, actionsIn(facts['lost']).length),
    gained: sayIn(reader, facts['gained']),
    lost: sayIn(reader, facts['lost']),
  }
  const n = Number(facts['people']) || 0
  return n > 0 ? t('log.changed-for', { ...values, n }) : t('log.changed', values)
}

function kindOf(gained: number, lost: number): 'both' | 'more' | 'less' | 'other' {
  if (gained > 0) return lost > 0 ? 'both' : 'more'
  return lost > 0 ? 'less' : 'other'
}

function actionsIn(fact: unknown): readonly Action[] {
  return Array.isArray(fact) ? actions.filter((action) => fact.includes(action)) : []
}

function sayIn(reader: Reader, fact: unknown): string {
  const said = actionsIn(fact).map((action) => sayAction(reader, action))
  return said.length === 0 ? '–' : listed(reader, said)
}
