import { type Fact, record } from '../../event-log/index.ts'
import { type AccountId, installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import {
  effectivePatience,
  type PatienceName,
  patienceNames,
  type PatienceOverrides,
  type PatienceProblem,
  problemsOf,
} from '../domain/patience-settings.ts'
import {
  installationPatience,
  lockAccountPatience,
  lockInstallationPatience,
  type StoredPatience,
  writeAccountPatience,
  writeInstallationPatience,
} from './patience.store.ts'
import { type Changer, mayChangeSettings } from './power.ts'

/** What is wrong, number by number. */
export type PatienceProblems = { readonly [Name in PatienceName]?: PatienceProblem }

/** Why numbers were not changed. */
export type PatienceRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'changed-meanwhile' }
  | { readonly code: 'unfit'; readonly problems: PatienceProblems }

/** The numbers as they shall be; `version` is what the form was made from, null where nobody looked at one. */
export type PatienceAsked = { readonly own: PatienceOverrides; readonly version: number | null }

/** Changes an account's own numbers; gives the names of those that changed. */
export async function changeAccountPatience(
  tx: Tx,
  by: Changer,
  { account, own, version }: PatienceAsked & { readonly account: AccountId },
): Promise<Outcome<readonly PatienceName[], PatienceRefusal>> {
  const before = await lockAccountPatience(tx, account)
  if (!(await mayChangeSettings(tx, by, account))) return refuse({ code: 'not-found' })
  const above = effectivePatience((await installationPatience(tx)).own)
  const refusal = whyNot(before, { ...above, ...own }, version)
  if (refusal) return refuse(refusal)
  const changed = changedIn(before.own, own)
  if (changed.length === 0) return done(changed)
  await writeAccountPatience(tx, account, own)
  const facts = factsOf(before.own, own, changed)
  await record(tx, { type: 'account.patience-changed', account, actor: by?.personId ?? null, facts })
  return done(changed)
}

/** Changes the installation's numbers; gives the names of those that changed. */
export async function changeInstallationPatience(
  tx: Tx,
  by: PersonId | null,
  { own, version }: PatienceAsked,
): Promise<Outcome<readonly PatienceName[], PatienceRefusal>> {
  const before = await lockInstallationPatience(tx)
  const refusal = whyNot(before, { ...effectivePatience({}), ...own }, version)
  if (refusal) return refuse(refusal)
  const changed = changedIn(before.own, own)
  if (changed.length === 0) return done(changed)
  await writeInstallationPatience(tx, own)
  const facts = factsOf(before.own, own, changed)
  await record(tx, { type: 'installation.patience-changed', account: installation, actor: by, facts })
  return done(changed)
}

function whyNot(
  before: StoredPatience,
  together: Parameters<typeof problemsOf>[0],
  version: number | null,
): PatienceRefusal | undefined {
  if (version !== null && before.version !== version) return { code: 'changed-meanwhile' }
  const problems = problemsOf(together)
  return Object.keys(problems).length > 0 ? { code: 'unfit', problems } : undefined
}

function changedIn(before: PatienceOverrides, after: PatienceOverrides): PatienceName[] {
  return patienceNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

// Null: taken from above.
function factsOf(
  before: PatienceOverrides,
  after: PatienceOverrides,
  changed: readonly PatienceName[],
): { [name: string]: Fact } {
  const part = (own: PatienceOverrides) =>
    Object.fromEntries(changed.map((name) => [name, own[name] ?? null]))
  return { before: part(before), after: part(after) }
}
