import { agreeToChange, askForChange } from '../../account-changes/index.ts'
import { accountOf, editAccount } from '../../accounts/index.ts'
import { daysAfter } from '../../kernel/time.ts'
import { type AccountKey, people, type PersonKey } from './cast.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Step, World } from './story.ts'

type Proposal = {
  readonly account: AccountKey
  readonly by: PersonKey
  readonly daysAgo: number
  readonly reason: string
  /** Who agreed, in their order; two of them and it is done. */
  readonly agreed: readonly { readonly by: PersonKey; readonly daysAgo: number }[]
}

/** Accounts that were to be found by everybody: one that is, and one that waits for the second person. */
const listings: readonly Proposal[] = [
  {
    account: 'globex.example',
    by: 'carla',
    daysAgo: 297,
    reason: 'Our partners have to find us before they can ask.',
    agreed: [
      { by: 'sam', daysAgo: 296 },
      { by: 'olga', daysAgo: 295 },
    ],
  },
  {
    account: 'initech.example',
    by: 'dmitri',
    daysAgo: 3,
    reason: 'Two new sites join us; their people should find the account by themselves.',
    agreed: [{ by: 'sam', daysAgo: 2 }],
  },
]

/** What was asked for whole accounts, which takes two people of support or operation. */
export function changeLife(world: World): Step[] {
  return [hidden(world), ...listings.flatMap((one) => listed(world, one))]
}

// Before it was ready, Globex was found by its own people alone.
function hidden({ tx, now, account, person }: World): Step {
  const at = daysAfter(now, -299)
  return {
    at,
    async happen() {
      const { id } = account('globex.example')
      const { name, contactName, contactAddress, visibility } = await accountOf(tx, id)
      const before = { name, contactName, contactAddress, visibility }
      const carla = {
        personId: person('carla'),
        isOperator: false,
        now: at,
        address: people.carla.address,
        verified: true,
      }
      const after = { ...before, visibility: 'RESTRICTED' as const }
      done(await editAccount(tx, carla, { account: id, before, after, despite: null }))
    },
  }
}

function listed({ tx, now, account, person }: World, one: Proposal): Step[] {
  const accountId = account(one.account).id
  const who = (key: PersonKey) => ({ personId: person(key), authenticatedAt: null })
  let id = ''
  const ask: Step = {
    at: daysAfter(now, -one.daysAgo),
    async happen() {
      id = done(await askForChange(tx, who(one.by), { accountId, kind: 'LIST', reason: one.reason }))
    },
  }
  const agreeing = one.agreed.map(({ by, daysAgo }, version) => ({
    at: daysAfter(now, -daysAgo),
    async happen() {
      done(await agreeToChange(tx, who(by), { accountId, id, version: version + 1 }))
    },
  }))
  return [ask, ...agreeing]
}

function done<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`The demo was refused something: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
