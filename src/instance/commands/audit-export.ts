import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { findAccount, type StoredAccount } from '../../accounts/index.ts'
import { installation } from '../../kernel/id.ts'
import type { Database } from '../../platform/db/index.ts'
import { asLines } from '../event-log/export.ts'
import { headOf } from '../event-log/head.query.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'
import { readerAt } from './in-account.ts'

async function accountIn(db: Database, value: string): Promise<StoredAccount | undefined> {
  const identifier = readIdentifier(value)
  return identifier.ok ? findAccount(db, identifier.value) : undefined
}

/** `vestibule audit export` */
export const auditExport: Command = {
  name: 'audit export',
  takes: [],
  options: { account: { value: 'IDENTIFIER' }, demo: {} },
  about: 'about.audit-export',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db) => {
      const value = given.text('account')
      const named = value === undefined ? undefined : await accountIn(db, value)
      if (value !== undefined && !named) {
        terminal.err(terminal.say('refused.unknown-account', { value }))
        return 1
      }
      const account = named?.id ?? installation
      const everything = { kinds: null, who: null, object: null, from: null, to: null, places: null }
      const wanted = {
        filter: { account, zone: named?.timeZone ?? 'UTC', ...everything },
        reader: readerAt(terminal),
        places: {},
        head: await headOf(db, account),
        name: named?.identifier ?? 'installation',
      }
      for await (const piece of asLines(db, wanted)) if (piece !== '') terminal.out(piece.replace(/\n$/, ''))
      return 0
    }),
}
