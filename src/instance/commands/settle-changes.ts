import { openChanges, refuseChange, sayChangeRefusal, withdrawChange } from '../../account-changes/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { acting, type AtHand } from './as-operator.ts'
import type { Command } from './command.ts'
import { readerAt } from './in-account.ts'

const mostOpen = 100_000

async function settle(
  tx: Tx,
  { terminal, given }: AtHand,
  { by, how }: { readonly by: PersonId; readonly how: 'refuse' | 'withdraw' },
): Promise<Outcome<string, string>> {
  const { say } = terminal
  const [value = ''] = given.arguments
  const change = (await openChanges(tx, null, mostOpen)).find(({ id }) => id === value)
  if (!change) return refuse(say('refused.no-change', { value }))
  const { accountId, id, version, identifier } = change
  const who = { personId: by, authenticatedAt: null }
  const which = { accountId, id, version }
  const settled =
    how === 'refuse'
      ? await refuseChange(tx, who, { ...which, answer: given.text('reason') ?? '' })
      : await withdrawChange(tx, who, which)
  if (settled.ok) return done(say(`done.change-${how}`, { identifier }))
  const { problem, errors = {}, status } = sayChangeRefusal(readerAt(terminal), settled.refusal)
  if (status === 404) return refuse(say('refused.not-theirs', { value: given.text('by') ?? '' }))
  return refuse([problem, ...Object.values(errors)].filter(Boolean).join('\n'))
}

/** The commands that end what somebody asked for a whole account; agreeing to it takes a second person in the portal. */
export const settleChangeCommands: readonly Command[] = [
  acting(
    {
      name: 'account-change refuse',
      about: 'about.account-change-refuse',
      takes: ['ID'],
      options: { reason: { value: 'TEXT' } },
    },
    (tx, hand, by) => settle(tx, hand, { by, how: 'refuse' }),
  ),
  acting(
    { name: 'account-change withdraw', about: 'about.account-change-withdraw', takes: ['ID'] },
    (tx, hand, by) => settle(tx, hand, { by, how: 'withdraw' }),
  ),
]
