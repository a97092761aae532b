import type { Identifier } from '../../src/accounts/domain/identifier.ts'
import type { PersonId } from '../../src/kernel/id.ts'
import { transact } from '../../src/platform/db/index.ts'
import { withdrawApplication } from '../../src/new-accounts/apply/change.ts'
import type { ApplicationId } from '../../src/new-accounts/domain/application.ts'
import { acceptNomination } from '../../src/new-accounts/nominate/answer.ts'
import { changeNominee } from '../../src/new-accounts/nominate/nominee.ts'
import { approveApplication } from '../../src/new-accounts/operate/operate.ts'
import type { World } from '../world/world.ts'

type Acting = Parameters<typeof acceptNomination>[1]

/** Who fights in every round, as the use cases see them. */
export type Ring = {
  readonly w: World
  readonly zoe: Acting
  readonly luc: Acting
  readonly raul: Acting
  readonly olga: Acting
}

/** Everybody who takes part. */
export async function ringOf(w: World): Promise<Ring> {
  const one = async (who: 'zoe' | 'luc' | 'raul' | 'olga') => {
    const personId = await w.idOf(who)
    const [row] = await w.owner<{ address: string }>('select address from people where id = $1', [personId])
    const reader = { locale: 'en', timeZone: 'UTC' }
    return { personId, address: row?.address, verified: true, isOperator: who === 'olga', reader } as Acting
  }
  return { w, zoe: await one('zoe'), luc: await one('luc'), raul: await one('raul'), olga: await one('olga') }
}

let made = 0

async function asked(
  { w }: Ring,
  by: { requester: PersonId; nominee: string; identifier: string; status?: string },
): Promise<ApplicationId> {
  const [row] = await w.owner<{ id: ApplicationId }>(
    `insert into account_applications (account_id, id, reference, requester_id, whose, identifier, name, type, reason,
       profile, nominee_address, nominee_asked_at, status, checks, submitted_at)
     values ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), $1, $2, 'OTHER', $3, 'Round', 'CUSTOMER',
       'For the race of two.', '{}', $4, app_now(), $5, '{LOOK_ALIKE}', app_now()) returning id`,
    [`NA-RACE-${++made}`, by.requester, by.identifier, by.nominee, by.status ?? 'AWAITING_NOMINEE'],
  )
  return row?.id as ApplicationId
}

async function after({ w }: Ring, identifier: string) {
  const rows = await w.owner<{ status: string; checks: string[]; cleared: boolean; nominee: string }>(
    `select status, checks, cleared_at is not null as cleared, nominee_address as nominee
     from account_applications where identifier = $1 order by status`,
    [identifier],
  )
  const [there] = await w.owner<{ accounts: number; grants: number }>(
    `select count(distinct a.id)::int as accounts, count(g.id)::int as grants
     from accounts a left join grants g on g.account_id = a.id where a.identifier = $1`,
    [identifier],
  )
  return { rows, accounts: there?.accounts ?? 0, grants: there?.grants ?? 0 }
}

type Counted = { readonly wrong: number; readonly first: number }

async function fight(
  rounds: number,
  round: (n: number) => Promise<{ isRight: boolean; isFirst: boolean }>,
): Promise<Counted> {
  let [wrong, first] = [0, 0]
  for (let n = 0; n < rounds; n++) {
    const { isRight, isFirst } = await round(n)
    if (!isRight) wrong++
    if (isFirst) first++
  }
  return { wrong, first }
}

/** The acts, begun in turns by each of them. */
function together(n: number, acts: readonly (() => Promise<unknown>)[]): Promise<unknown> {
  const turned = [...acts.slice(n % acts.length), ...acts.slice(0, n % acts.length)]
  return Promise.all(turned.map((act) => act()))
}

const accept = ({ w }: Ring, by: Acting, id: ApplicationId) =>
  transact(w.db, (tx) => acceptNomination(tx, by, { id, versions: [] }))

/** Two nominees accept two applications for one identifier: one account, and the other waits for an operator. */
export function bothAccept(ring: Ring, rounds: number): Promise<Counted> {
  return fight(rounds, async (n) => {
    const identifier = `both-${made}.example` as Identifier
    const one = await asked(ring, { requester: ring.zoe.personId, nominee: ring.luc.address, identifier })
    const two = await asked(ring, { requester: ring.olga.personId, nominee: ring.raul.address, identifier })
    await together(n, [() => accept(ring, ring.luc, one), () => accept(ring, ring.raul, two)])
    const { rows, accounts, grants } = await after(ring, identifier)
    const [active, held] = rows
    const isRight =
      accounts === 1 &&
      grants === 1 &&
      active?.status === 'ACTIVE' &&
      held?.status === 'CHECKING' &&
      held.checks.includes('TAKEN')
    return { isRight, isFirst: active?.nominee === ring.luc.address }
  })
}

/** The nominee accepts, twice, while whoever asked withdraws: an account with one grant, or none at all. */
export function acceptWhileWithdrawn(ring: Ring, rounds: number): Promise<Counted> {
  return fight(rounds, async (n) => {
    const identifier = `withdrawn-${made}.example`
    const id = await asked(ring, { requester: ring.zoe.personId, nominee: ring.luc.address, identifier })
    await together(n, [
      () => accept(ring, ring.luc, id),
      () => transact(ring.w.db, (tx) => withdrawApplication(tx, ring.zoe, id)),
      () => accept(ring, ring.luc, id),
    ])
    const { rows, accounts, grants } = await after(ring, identifier)
    const isThere = rows[0]?.status === 'ACTIVE'
    const expected = isThere ? 1 : 0
    const isRight =
      accounts === expected && grants === expected && (isThere || rows[0]?.status === 'WITHDRAWN')
    return { isRight, isFirst: isThere }
  })
}

/** An operator approves while whoever asked names somebody else: nobody whom no operator saw is ever asked. */
export function approveWhileRenamed(ring: Ring, rounds: number): Promise<Counted> {
  return fight(rounds, async (n) => {
    const identifier = `renamed-${made}.example`
    const id = await asked(ring, {
      requester: ring.zoe.personId,
      nominee: ring.luc.address,
      identifier,
      status: 'CHECKING',
    })
    let isFirst = false
    await together(n, [
      async () => {
        const approved = await transact(ring.w.db, (tx) =>
          approveApplication(tx, ring.olga, { id, version: 1 }),
        )
        isFirst = approved.ok
      },
      () => transact(ring.w.db, (tx) => changeNominee(tx, ring.zoe, { id, address: 'somebody@new.example' })),
    ])
    const [row] = (await after(ring, identifier)).rows
    const isRight = row?.status === 'CHECKING' && !row.cleared && row.nominee === 'somebody@new.example'
    return { isRight, isFirst }
  })
}
