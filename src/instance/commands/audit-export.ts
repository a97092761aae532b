import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { findAccount } from '../../accounts/index.ts'
import { installation } from '../../kernel/id.ts'
import type { Database } from '../../platform/db/index.ts'
import { asLines } from '../event-log/export.ts'
import { headOf } from '../event-log/head.query.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'
import { readerAt } from './in-account.ts'

// The installation's own chain where no account is named; undefined where there is no such account.
async function chainNamed(db: Database, value: string | undefined) {
  if (value === undefined) return { account: installation, zone: 'UTC', name: 'installation' }
  const identifier = readIdentifier(value)
  const found = identifier.ok ? await findAccount(db, identifier.value) : undefined
  return found && { account: found.id, zone: found.timeZone, name: found.identifier }
}

const everything = { kinds: null, who: null, object: null, from: null, to: null, places: null }

/** `vestibule audit export` */
export const auditExport: Command = {
  name: 'audit export',
  takes: [],
  options: { account: { value: 'IDENTIFIER' }, demo: {} },
  about: 'about.audit-export',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db) => {
      const value = given.text('account')
      const chain = await chainNamed(db, value)
      if (!chain) {
        terminal.err(terminal.say('refused.unknown-account', { value: value ?? '' }))
        return 1
      }
      const { name, account, zone } = chain
      const shown = { reader: readerAt(terminal), places: {}, head: await headOf(db, account) }
      const wanted = { ...shown, name, filter: { ...everything, account, zone } }
      for await (const piece of asLines(db, wanted)) if (piece !== '') terminal.out(piece.replace(/\n$/, ''))
      return 0
    }),
}
