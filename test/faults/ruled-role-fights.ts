import type { Action, CustomRoleId } from '../../src/accounts/domain/roles.ts'
import { completed } from '../../src/accounts/domain/custom-role.ts'
import { retireRole } from '../../src/custom-roles/retire-role/retire-role.ts'
import { newId } from '../../src/kernel/id.ts'
import { newRulePath } from '../../src/paths/rules.ts'
import { transact } from '../../src/platform/db/index.ts'
import { forgetRequests } from '../world/forget-requests.ts'
import { ruleFields, rulesVersion } from '../world/rule-form.ts'
import type { Visitor } from '../world/visitor.ts'
import type { World } from '../world/world.ts'
import { administrator, edit, giving, type Ground, groundOf, later, made } from './role-fights.ts'

/** What came of roles that were edited or retired while a rule gave them, or a request that asked for them was approved. */
export type RuledRoleFight = {
  readonly given: number
  readonly left: number
  /** Given as it was not any more, held as it is not, or held although it is retired. */
  readonly wrong: number
}

const wider = completed(['see-people', 'see-event-log'])
const narrower = completed([])

/** Somebody asks, and a rule gives them a role, at the moment at which that is widened, narrowed or retired. */
export async function changeWhileRuled(here: World, rounds: number): Promise<RuledRoleFight> {
  const ground = await groundOf(here)
  const tally = { given: 0, left: 0, wrong: 0 }
  for (let round = 0; round < rounds; round++) {
    await forget(ground)
    const id = await made(ground, `Ruled ${round} ${Date.now()}`)
    await rule(ground, id)
    const raul = await here.as('raul')
    await raul.post('/requests/new', { identifier: 'acme.example' })
    const after = [wider, narrower, undefined][round % 3]
    const [asked, isChanged] = await Promise.all([
      later(round % 4, () => ask(raul)),
      later((round * 3) % 5, () => (after ? edit(ground, id, after) : retire(ground, id))),
    ])
    const isGiven = (await grantsOf(ground, id)) > 0
    tally[isGiven ? 'given' : 'left']++
    const isSent = asked.location?.endsWith('/sent') ?? false
    const isFair = after ? isChanged && isGiven : isChanged !== isGiven
    if (!isSent || !isFair || !(await isInOrder(ground, id, after))) tally.wrong++
  }
  return tally
}

/** A request that asks for a role is approved at the moment at which the role is retired: one of the two, never both. */
export async function retireWhileApproved(here: World, rounds: number): Promise<RuledRoleFight> {
  const ground = await groundOf(here)
  const tally = { given: 0, left: 0, wrong: 0 }
  for (let round = 0; round < rounds; round++) {
    const id = await made(ground, `Retired ${round} ${Date.now()}`)
    const give = await giving(ground, id, false)
    const [isGiven, isRetired] = await Promise.all([
      later(round % 5, give),
      later((round * 3) % 5, () => retire(ground, id)),
    ])
    tally[isGiven ? 'given' : 'left']++
    if (isGiven === isRetired || isGiven !== (await grantsOf(ground, id)) > 0) tally.wrong++
  }
  return tally
}

async function forget({ here }: Ground): Promise<void> {
  const raul = await here.idOf('raul')
  await here.owner('delete from rules')
  await here.owner(`update grants set revoked_at = app_now() where person_id = $1 and revoked_at is null`, [
    raul,
  ])
  await forgetRequests(here, raul)
}

async function rule({ here }: Ground, id: CustomRoleId): Promise<void> {
  const ben = await here.as('ben')
  const saved = await ben.post(newRulePath.to('acme.example'), {
    ...ruleFields,
    version: await rulesVersion(ben, 'acme.example'),
    giveRole: `${id}.1`,
    step: 'save',
  })
  if (saved.status !== 303) throw new Error(`No rule was written: ${saved.status}`)
}

function ask(visitor: Visitor) {
  return visitor.post('/requests/new/reason', {
    account: 'acme.example',
    key: newId(),
    reason: 'I prepare the roll-out and need to see its licences.',
    scope: 'account',
    named: '',
    role: '',
    ends: '',
  })
}

async function retire(ground: Ground, id: CustomRoleId): Promise<boolean> {
  const ana = await administrator(ground, 'ana')
  const outcome = await transact(ground.here.db, (tx) => retireRole(tx, ana, { accountId: ground.acme, id }))
  return outcome.ok
}

async function grantsOf({ here, acme }: Ground, id: CustomRoleId): Promise<number> {
  const [row] = await here.owner<{ n: number }>(
    `select count(*)::int as n from grants where account_id = $1 and custom_role_id = $2 and revoked_at is null`,
    [acme, id],
  )
  return row?.n ?? 0
}

type Row = { held: Action[] | null; version: number | null; sent: string; changed: string | null }

// What was given is what the role was in the order of the chain; what is held is what the role is.
async function isInOrder(
  { here, acme }: Ground,
  id: CustomRoleId,
  after: readonly Action[] | undefined,
): Promise<boolean> {
  const [row] = await here.owner<Row>(
    `select g.custom_actions as held, d.custom_role_version as version,
       (select min(e.seq)::text from events e where e.account_id = r.account_id and e.request_id = r.id) as sent,
       (select min(e.seq)::text from events e where e.account_id = r.account_id
          and e.type in ('role.changed', 'role.retired') and e.body like '%' || $2 || '%') as changed
     from access_requests r
     left join decisions d on d.account_id = r.account_id and d.request_id = r.id and d.final
     left join grants g on g.account_id = r.account_id and g.request_id = r.id and g.revoked_at is null
     where r.account_id = $1 and r.requester_id = $3 order by r.id desc limit 1`,
    [acme, id, await here.idOf('raul')],
  )
  if (!row) return false
  const wasFirst = row.changed === null || BigInt(row.sent) < BigInt(row.changed)
  if (!after) return (row.version === null) === !wasFirst
  return row.version === (wasFirst ? 1 : 2) && row.held?.join() === after.join()
}
