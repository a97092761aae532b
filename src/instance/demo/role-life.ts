import { completed } from '../../accounts/domain/custom-role.ts'
import type { CustomRole, CustomRoleId } from '../../accounts/domain/roles.ts'
import { changeRole, makeRole, roleNamed } from '../../custom-roles/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'
import { addMembers } from '../../members/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { people, type PersonKey } from './cast.ts'

type Scene = {
  readonly tx: Tx
  readonly now: Date
  readonly acme: AccountId
  readonly person: (key: PersonKey) => PersonId
  readonly roles: Map<string, CustomRole>
}

/** What ACME calls the role that it made for itself. */
export const ownRole = 'Licence desk'
const description = 'Answers questions about licences in one virtual account, and decides nothing.'

/** A role that ACME made for itself, gave to somebody, and made wider later. */
export function roleLife({ tx, now, acme: accountId, person, roles }: Scene) {
  const name = ownRole
  let id: CustomRoleId | undefined
  const by = (key: PersonKey, daysAgo: number) => {
    const then = daysAfter(now, -daysAgo)
    return { personId: person(key), now: then, authenticatedAt: then, reader: { locale: 'en' } } as const
  }
  const step = (daysAgo: number, happen: () => Promise<void>) => ({ at: daysAfter(now, -daysAgo), happen })
  return [
    step(45, async () => {
      const wanted = { name, description, reach: 'VIRTUAL', actions: completed(['see-people']) } as const
      id = must(await makeRole(tx, by('ana', 45), { accountId, wanted }))
    }),
    step(44, async () => {
      const line = { address: people.nina.address, role: name, place: 'Lyon', ends: '' }
      const adding = { accountId, lines: [line], now: daysAfter(now, -44) }
      must(await addMembers(tx, by('ana', 44), adding))
    }),
    step(20, async () => {
      const content = { name, description, actions: completed(['see-people', 'see-event-log']) }
      const change = { accountId, id: id as string, content, version: 1, mark: null }
      must(await changeRole(tx, by('ben', 20), change))
      const stored = await roleNamed(tx, accountId, name)
      if (stored) roles.set(name, stored)
    }),
  ]
}

function must<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`The demo was refused something: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
