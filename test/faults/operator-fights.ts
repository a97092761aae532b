import { erase } from '../../src/instance/erase/erase.ts'
import { mergePeople } from '../../src/instance/merge-people/merge-people.ts'
import { shutOut } from '../../src/instance/shut-out/shut-out.ts'
import type { PersonId } from '../../src/kernel/id.ts'
import { changeOffices } from '../../src/people/index.ts'
import { transact, type Tx } from '../../src/platform/db/index.ts'
import type { World } from '../world/world.ts'

type Way = (tx: Tx, by: PersonId | null, person: PersonId) => Promise<{ ok: boolean }>

const disables: Way = (tx, by, person) => shutOut(tx, by, { person, reason: 'They have left the company.' })
const dismisses: Way = (tx, by, person) =>
  changeOffices(tx, by && { personId: by, typedPassword: true }, { person, wanted: { operator: false } })
const erases: Way = erase
const ways: readonly Way[] = [disables, dismisses, erases]

/** What came of operators who made each other go: how often none was left, and how often nobody went. */
export type OperatorFight = { readonly none: number; readonly nobodyWent: number }

const addressOf = (round: number, n: number) => `op-${round}-${n}@operator.example`

/** Two people for one round, who alone operate. */
async function operators({ owner }: World, round: number): Promise<[PersonId, PersonId]> {
  await owner('update people set is_operator = false where is_operator')
  const made = await owner<{ id: PersonId }>(
    `insert into people (id, address, first_name, last_name, locale, time_zone, verified_at, is_operator)
     select gen_random_uuid(), address, 'Op', 'Erator', 'en', 'UTC', app_now(), true
     from unnest($1::text[]) with ordinality as a (address, n) order by n returning id`,
    [[addressOf(round, 1), addressOf(round, 2)]],
  )
  return made.map(({ id }) => id) as [PersonId, PersonId]
}

async function areLeft({ owner }: World): Promise<boolean> {
  return (await owner(`select from people where is_operator and status = 'ACTIVE'`)).length > 0
}

/**
 * The only two operators disable, erase or dismiss each other at once, every way with every other; in every third round
 * it is done at the machine, where nobody has to be an operator.
 */
export async function operatorsEndEachOther(here: World, rounds: number): Promise<OperatorFight> {
  const tally = { none: 0, nobodyWent: 0 }
  for (let round = 0; round < rounds; round++) {
    const [one, other] = await operators(here, round)
    const way = (n: number) => ways[n % ways.length] as Way
    const [first, second] = [way(round), way(Math.floor(round / ways.length))]
    const by = (person: PersonId) => (round % 3 === 2 ? null : person)
    const ended = await Promise.all([
      transact(here.db, async (tx) => asOutcome(await first(tx, by(one), other))),
      transact(here.db, async (tx) => asOutcome(await second(tx, by(other), one))),
    ])
    if (!(await areLeft(here))) tally.none++
    if (ended.every(({ ok }) => !ok)) tally.nobodyWent++
  }
  return tally
}

/** One operator turns out to be somebody else while that person is disabled at the machine. */
export async function operatorIsJoined(here: World, rounds: number): Promise<OperatorFight> {
  const tally = { none: 0, nobodyWent: 0 }
  for (let round = 0; round < rounds; round++) {
    const [goes, stays] = await operators(here, 1_000_000 + round)
    await here.owner('update people set is_operator = false where id = $1', [stays])
    const ended = await Promise.all([
      transact(here.db, async (tx) => asOutcome(await mergePeople(tx, null, { stays, goes }))),
      transact(here.db, async (tx) => asOutcome(await disables(tx, null, stays))),
    ])
    if (!(await areLeft(here))) tally.none++
    if (ended.every(({ ok }) => !ok)) tally.nobodyWent++
  }
  return tally
}

const asOutcome = ({ ok }: { ok: boolean }) =>
  ok ? ({ ok, value: null } as const) : ({ ok: false, refusal: null } as const)
