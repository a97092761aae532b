import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { clean, lengthOf } from '../../kernel/written.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type General, lockGeneral, writeGeneral } from './general.store.ts'

/** Why the settings were not changed. */
export type GeneralRefusal = 'name-unfit' | 'stale-version' | 'recent-sign-in-needed'

/** Who changes them, and whether they typed their password lately; null is the command line. */
export type Changer = { readonly personId: PersonId; readonly typedPassword: boolean } | null

const fields = ['name', 'supportMayDecide', 'newAccountsNeedProof', 'showAdministrators', 'language'] as const

// What lets people in whom an account did not: a session that was taken over must not be enough for it.
const grave: readonly (typeof fields)[number][] = ['supportMayDecide', 'newAccountsNeedProof']

/**
 * Changes the installation's name and language, what support may do, and what new accounts need and show; what lets others in takes a
 * password that was typed lately. Gives what has changed.
 */
export async function changeGeneral(
  tx: Tx,
  by: Changer,
  asked: General,
): Promise<Outcome<readonly string[], GeneralRefusal>> {
  const name = readName(asked.name)
  if (name === undefined) return refuse('name-unfit')
  const before = await lockGeneral(tx)
  if (before.version !== asked.version) return refuse('stale-version')
  const chosen = { ...asked, name }
  const changed = fields.filter((field) => before[field] !== chosen[field])
  if (changed.length === 0) return done(changed)
  if (by?.typedPassword === false && changed.some((field) => grave.includes(field)))
    return refuse('recent-sign-in-needed')
  await writeGeneral(tx, chosen)
  const facts = {
    changed,
    supportMayDecide: chosen.supportMayDecide,
    newAccountsNeedProof: chosen.newAccountsNeedProof,
    showAdministrators: chosen.showAdministrators,
    language: chosen.language,
  }
  const event = {
    type: 'installation.settings-changed',
    account: installation,
    actor: by?.personId ?? null,
    facts,
  }
  await record(tx, event, { quiet: true })
  return done(changed)
}

// Null: as the settings file says. Undefined: it is none.
function readName(typed: string | null): string | null | undefined {
  const name = clean(typed ?? '')
  if (lengthOf(name) > 60 || name.includes('\n')) return undefined
  return name === '' ? null : name
}
