import { record } from '../../event-log/index.ts'
import { type AccountId, installation } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { readAddress } from '../../people/domain/address.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type StoredAccount, treeOf } from '../accounts.store.ts'
import { nameIn } from '../add-account/add-account.ts'
import { findable, type Visibility } from '../domain/account.ts'
import { readIdentifier } from '../domain/identifier.ts'
import { nameLooks } from '../domain/looks.ts'
import { may, rightsOf } from '../domain/rights.ts'
import { type Action, reachOf } from '../domain/roles.ts'
import { holdGrantsOf } from '../grants.store.ts'
import { type Namesake, namesakesOf } from '../looks.store.ts'
import { lockAccount, writeProperties } from './edit.store.ts'

/** What an account says of itself. */
export type Properties = Pick<StoredAccount, 'name' | 'contactName' | 'contactAddress' | 'visibility'>

/** What is asked for; `before` is what the form was made from. */
export type PropertiesAsked = {
  readonly account: AccountId
  readonly before: Properties
  readonly after: Properties
  /** They were told that the name looks like this one, and want it all the same. */
  readonly despite: string | null
}

/** Who edits: somebody with rights in the account, or an operator, who at the machine edits all of it. */
export type Editor = Pick<Viewer, 'personId' | 'isOperator' | 'now' | 'address' | 'verified'> & {
  readonly atTheMachine?: true
}

/** What somebody may edit of an account. */
export type Editable = { readonly words: boolean; readonly visibility: boolean }

/** Why it was not changed; `problems` are keys of sentences, by field. */
export type EditRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'changed-meanwhile' }
  /** Another account that they may know of has a name like it. */
  | { readonly code: 'looks-like'; readonly other: string }
  | { readonly code: 'unfit'; readonly problems: Readonly<Partial<Record<keyof Properties, EditProblem>>> }

/** What is wrong with a field. */
export type EditProblem = 'name' | 'contact-name' | 'address' | 'listed'

/** Changes an account's name and contact, and hides it from those who do not belong to it; gives the names of what changed. */
export async function editAccount(
  tx: Tx,
  by: Editor,
  { account, before, after, despite }: PropertiesAsked,
): Promise<Outcome<readonly (keyof Properties)[], EditRefusal>> {
  const stored = await lockAccount(tx, account)
  const mayEdit = await editableBy(tx, by, account)
  if (!mayEdit.words && !mayEdit.visibility) return refuse({ code: 'not-found' })
  if (names.some((name) => stored[name] !== before[name])) return refuse({ code: 'changed-meanwhile' })
  const read = readProperties(stored, after, mayEdit)
  if (!read.ok) return read
  const changed = names.filter((name) => stored[name] !== read.value[name])
  if (changed.length === 0) return done(changed)
  const alike = changed.includes('name')
    ? await takenFor(tx, by, { account, stored, name: read.value.name })
    : []
  const known = alike.find((one) => mayKnow(by, one))
  if (known && despite !== known.name) return refuse({ code: 'looks-like', other: known.name })
  await writeProperties(tx, account, read.value)
  await recordEach(tx, by, { account, after: read.value, changed })
  if (alike.length > 0) await recordAlike(tx, by, { account, alike })
  return done(changed)
}

const names = ['name', 'contactName', 'contactAddress', 'visibility'] as const satisfies (keyof Properties)[]

async function editableBy(tx: Tx, by: Editor, accountId: AccountId): Promise<Editable> {
  if (by.atTheMachine) return { words: true, visibility: true }
  const held = await holdGrantsOf(tx, { accountId, personId: by.personId })
  const rights = rightsOf(held, await treeOf(tx, accountId), by.now)
  const sees = (action: Action) =>
    may(rights, action, { kind: 'ACCOUNT' }) || (by.isOperator && reachOf('OP', action) === 'everywhere')
  return { words: sees('edit-account'), visibility: sees('make-restricted') }
}

function readProperties(
  stored: Properties,
  asked: Properties,
  mayEdit: Editable,
): Outcome<Properties, EditRefusal> {
  const wished = {
    ...(mayEdit.words ? asked : stored),
    visibility: mayEdit.visibility ? asked.visibility : stored.visibility,
  }
  const name = nameIn(wished.name)
  const contactName = wished.contactName.trim() === '' ? '' : nameIn(wished.contactName)
  const contactAddress = addressIn(wished.contactAddress)
  const problems: Partial<Record<keyof Properties, EditProblem>> = {
    ...(name === undefined && { name: 'name' }),
    ...(contactName === undefined && { contactName: 'contact-name' }),
    ...(contactAddress === undefined && { contactAddress: 'address' }),
    ...(listsAgain(stored.visibility, wished.visibility) && { visibility: 'listed' }),
  }
  if (Object.keys(problems).length > 0) return refuse({ code: 'unfit', problems })
  const read = { name, contactName, contactAddress, visibility: wished.visibility }
  return done(read as Properties)
}

// Nothing, or an address.
function addressIn(text: string): string | undefined {
  const address = readAddress(text)
  if (address.ok) return address.value
  return address.refusal === 'empty' ? '' : undefined
}

// To be found by everybody again takes two people, and is asked for elsewhere.
function listsAgain(before: Visibility, after: Visibility): boolean {
  return before === 'RESTRICTED' && after === 'LISTED'
}

type Renamed = { readonly account: AccountId; readonly stored: Properties; readonly name: string }

/** Whom the account would be taken for by another name, and was not by the one it has. */
async function takenFor(tx: Tx, by: Editor, { account, stored, name }: Renamed): Promise<Namesake[]> {
  if (nameLooks(stored.name) === nameLooks(name)) return []
  return namesakesOf(tx, { account, name, person: by.personId })
}

// What is hidden from them is not said here; an operator reads of it in the log of the installation.
function mayKnow({ address, verified }: Editor, one: Namesake): boolean {
  const domain = readIdentifier(address)
  const verifiedDomains = verified && domain.ok ? [domain.value] : []
  return findable(one, { verifiedDomains, isMember: one.isMember, isInvited: false })
}

async function recordAlike(
  tx: Tx,
  by: Editor,
  { account, alike }: { readonly account: AccountId; readonly alike: readonly Namesake[] },
): Promise<void> {
  const facts = { accountId: account, alike: alike.map(({ id }) => id) }
  const event = { type: 'account.named-alike', account: installation, actor: by.personId, facts }
  await record(tx, event, { quiet: true })
}

type Changed = {
  readonly account: AccountId
  readonly after: Properties
  readonly changed: readonly (keyof Properties)[]
}

async function recordEach(tx: Tx, by: Editor, { account, after, changed }: Changed): Promise<void> {
  const about = { account, actor: by.personId }
  const typed = (content: Readonly<Record<string, string>>) => ({ person: by.personId, content })
  if (changed.includes('visibility')) {
    const facts = { visibility: after.visibility }
    await record(tx, { ...about, type: 'account.visibility-changed', facts }, { quiet: true })
  }
  if (changed.includes('name')) {
    await record(
      tx,
      { ...about, type: 'account.renamed' },
      { quiet: true, details: typed({ name: after.name }) },
    )
  }
  if (changed.includes('contactName') || changed.includes('contactAddress')) {
    const { contactName, contactAddress } = after
    await record(
      tx,
      {
        ...about,
        type: 'account.contact-changed',
        facts: { hasAddress: contactAddress !== '', newAddress: changed.includes('contactAddress') },
      },
      { details: typed({ contactName, contactAddress }) },
    )
  }
}
