import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { findAccount } from '../../accounts/index.ts'
import { NoExport, type Verified, verify, verifyLines } from '../../event-log/index.ts'
import { installation } from '../../kernel/id.ts'
import { allProviders } from '../../people/index.ts'
import type { Config } from '../../platform/config/index.ts'
import { type Database, snapshot } from '../../platform/db/index.ts'
import { type Examined, examine } from '../doctor/examine.ts'
import { sayFlaw } from '../event-log/say-flaw.ts'
import { type Command, type Terminal, WrongUsage } from './command.ts'
import { withDatabase } from './database.ts'
import { identifiers } from './identifiers.query.ts'
import { groundOf, whyNot } from './providers.ts'

function report({ say, out }: Terminal, { broken, examined, oneRole, trouble }: Examined): void {
  for (const { id, rows } of broken) {
    out(`${id}  ${say(`doctor.${id}`)}`)
    for (const row of rows) out(`      ${row}`)
  }
  out(
    broken.length === 0
      ? say('doctor.well', { n: examined })
      : say('doctor.ill', { broken: broken.length, n: examined }),
  )
  if (oneRole) out(say('doctor.one-role'))
  if (trouble.deadJobs > 0) out(say('doctor.dead-jobs', { n: trouble.deadJobs }))
  if (trouble.bouncedMails > 0) out(say('doctor.bounced', { n: trouble.bouncedMails }))
  if (trouble.waitingMails > 0) out(say('doctor.waiting', { n: trouble.waitingMails }))
}

async function tryProviders({ say, out }: Terminal, db: Database, config: Config): Promise<void> {
  const on = (await allProviders(db)).filter(({ isOn }) => isOn)
  for (const provider of on) {
    const why = await whyNot(say, groundOf(config), provider)
    if (why !== undefined) out(say('doctor.provider', { name: provider.name, why }))
  }
}

/** `vestibule doctor` */
export const doctor: Command = {
  name: 'doctor',
  takes: [],
  options: { demo: {} },
  about: 'about.doctor',
  run: (terminal, given) =>
    withDatabase(terminal, given, async (db, config) => {
      const examined = await snapshot(db, examine)
      report(terminal, examined)
      await tryProviders(terminal, db, config)
      return examined.broken.length === 0 ? 0 : 1
    }),
}

function tell({ say, out }: Terminal, found: Verified, name: string): void {
  const { events, flaws, erased, head } = found
  out(say(flaws.length === 0 ? 'audit.well' : 'audit.ill', { n: events, name }))
  for (const flaw of flaws) out(`  ${sayFlaw(say, flaw)}`)
  if (erased > 0) out(`  ${say('audit.erased', { n: erased })}`)
  out(`  ${say('audit.head', { hash: head.hash, seq: head.seq })}`)
}

async function accountIn(db: Database, identifier: string | undefined): Promise<string | null | undefined> {
  if (identifier === undefined) return null
  const read = readIdentifier(identifier)
  return read.ok ? (await findAccount(db, read.value))?.id : undefined
}

async function verifyFile(terminal: Terminal, file: string, head: string | null): Promise<number> {
  const { say, out, err } = terminal
  try {
    const input = createReadStream(file, 'utf8')
    const found = await verifyLines(createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }), head)
    tell(terminal, found, found.name === 'installation' ? say('audit.installation') : found.name)
    if (!found.whole) out(`  ${say('audit.part')}`)
    return found.flaws.length === 0 ? 0 : 1
  } catch (error) {
    if (error instanceof NoExport) err(say('refused.no-export', { file, line: error.line }))
    else err(say('refused.no-file', { file }))
    return 1
  }
}

/** `vestibule audit verify` */
export const auditVerify: Command = {
  name: 'audit verify',
  takes: [],
  options: { account: { value: 'IDENTIFIER' }, file: { value: 'FILE' }, head: { value: 'HASH' }, demo: {} },
  about: 'about.audit-verify',
  run(terminal, given) {
    const { say, out, err } = terminal
    const [value, head] = [given.text('account'), given.text('head')]
    const [file, kept] = [given.text('file'), head?.trim().toLowerCase() ?? null]
    if (file !== undefined) return verifyFile(terminal, file, kept)
    if (head !== undefined && value === undefined)
      throw new WrongUsage(say('wrong.missing', { option: '--account' }))
    return withDatabase(terminal, given, async (db) => {
      const account = await accountIn(db, value)
      if (account === undefined) {
        err(say('refused.unknown-account', { value: value ?? '' }))
        return 1
      }
      const chains = await verify(db, { account, head: kept })
      const names = await identifiers(db)
      if (chains.length === 0) out(say('audit.empty'))
      for (const chain of chains) {
        const ours = chain.account === installation
        tell(terminal, chain, ours ? say('audit.installation') : (names.get(chain.account) ?? chain.account))
      }
      return chains.every(({ flaws }) => flaws.length === 0) ? 0 : 1
    })
  },
}
