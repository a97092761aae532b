import { closeVirtualAccount } from '../../access-requests/index.ts'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import {
  accountWords,
  findAccount,
  moveVirtualAccount,
  type NamedTree,
  placeName,
  renameVirtualAccount,
  treeOf,
} from '../../accounts/index.ts'
import type { AccountId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { readAddress } from '../../people/index.ts'
import { type Database, transact, type Tx } from '../../platform/db/index.ts'
import type { Command, Given, Say, Terminal } from './command.ts'
import { withDatabase } from './database.ts'
import { placeNamed, showing } from './in-account.ts'
import { terminalLocale } from './language.ts'
import { operatorAt } from './people.query.ts'

type By = { readonly personId: PersonId; readonly now: Date; readonly atTheMachine: true }
type Found = {
  readonly account: AccountId
  readonly tree: NamedTree
  readonly id: VirtualAccountId
  readonly by: By
}

async function find({ say }: Terminal, given: Given, db: Database): Promise<Outcome<Found, string>> {
  const [value = '', name = ''] = given.arguments
  const identifier = readIdentifier(value)
  const account = identifier.ok ? await findAccount(db, identifier.value) : undefined
  if (!account) return refuse(say('refused.unknown-account', { value }))
  const typed = given.text('by') ?? ''
  const address = readAddress(typed)
  const personId = address.ok ? await operatorAt(db, address.value) : undefined
  if (!personId) return refuse(say('refused.no-operator', { value: typed }))
  const tree = await treeOf(db, account.id)
  const id = placeNamed(tree, name)
  if (id === undefined) return refuse(say('refused.unknown-virtual-account', { value: name }))
  return done({ account: account.id, tree, id, by: { personId, now: new Date(), atTheMachine: true } })
}

type Refused = { readonly code: string; readonly max?: number; readonly other?: string }
type Act = (tx: Tx, found: Found, given: Given, say: Say) => Promise<Outcome<string, Refused | string>>

/** Why nothing was changed, in the words of the pages. */
function sayRefusal({ say, environment }: Terminal, refusal: Refused): string {
  const reader = { locale: terminalLocale(environment), timeZone: 'UTC' }
  const t = accountWords.for(reader) as (key: string, values?: Record<string, unknown>) => string
  const { code, max, other } = refusal
  if (code === 'is-default' || code === 'not-found')
    return say('refused.virtual-account', { why: t('va.default-stays') })
  const why =
    code === 'looks-like' ? t('va.looks-like-title', { name: other }) : t(`va.error.${code}`, { max })
  return say('refused.virtual-account', { why })
}

function changing(
  name: string,
  about: Command['about'],
  how: { readonly takes?: readonly string[]; readonly options?: Command['options']; readonly act: Act },
): Command {
  return {
    name,
    takes: ['IDENTIFIER', 'NAME', ...(how.takes ?? [])],
    options: { by: { value: 'ADDRESS', required: true }, ...how.options, demo: {} },
    about,
    run: (terminal, given) =>
      withDatabase(terminal, given, async (db) => {
        const found = await find(terminal, given, db)
        if (!found.ok) {
          terminal.err(found.refusal)
          return 1
        }
        const outcome = await transact(db, (tx) => how.act(tx, found.value, given, terminal.say))
        if (outcome.ok) {
          terminal.out(outcome.value)
          return 0
        }
        const { refusal } = outcome
        terminal.err(typeof refusal === 'string' ? refusal : sayRefusal(terminal, refusal))
        return 1
      }),
  }
}

/** `vestibule virtual-account rename` */
export const virtualAccountRename = changing('virtual-account rename', 'about.virtual-account-rename', {
  takes: ['NEW-NAME'],
  async act(tx, { account, id, by }, given, say) {
    const [, , name = ''] = given.arguments
    const renamed = await renameVirtualAccount(tx, by, { account, id, name, before: null, despite: null })
    return renamed.ok ? done(say('done.virtual-account-renamed', { name })) : renamed
  },
})

/** `vestibule virtual-account move` */
export const virtualAccountMove = changing('virtual-account move', 'about.virtual-account-move', {
  options: { parent: { value: 'NAME' } },
  async act(tx, { account, id, by, tree }, given, say) {
    const above = given.text('parent')
    const parentId = above === undefined ? null : placeNamed(tree, above)
    if (parentId === undefined) return refuse(say('refused.unknown-virtual-account', { value: above ?? '' }))
    const moved = await moveVirtualAccount(tx, by, { account, id, parentId, mark: null })
    return moved.ok ? done(say('done.virtual-account-moved', { n: moved.value.people.length })) : moved
  },
})

/** `vestibule virtual-account close` */
export const virtualAccountClose = changing('virtual-account close', 'about.virtual-account-close', {
  async act(tx, { account, id, by }, _, say) {
    const closed = await closeVirtualAccount(tx, by, { account, id, mark: null })
    if (!closed.ok) return closed
    const { places, grants } = closed.value
    return done(say('done.virtual-account-closed', { n: places.length, grants }))
  },
})

/** `vestibule virtual-account list` */
export const virtualAccountList = showing(
  { name: 'virtual-account list', about: 'about.virtual-account-list' },
  async (_, { tree, terminal }) =>
    done({
      lines: tree.virtualAccounts.map(({ id, restricted }) => {
        const name = placeName(tree, id)
        return restricted ? terminal.say('done.restricted-line', { name }) : name
      }),
      json: tree.virtualAccounts.map(({ id, parentId, isDefault, restricted }) => {
        return { id, parentId, name: placeName(tree, id), isDefault, restricted }
      }),
    }),
)
