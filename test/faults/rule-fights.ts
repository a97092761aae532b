import { newId, type PersonId } from '../../src/kernel/id.ts'
import { changeRulesPath, newRulePath } from '../../src/paths/rules.ts'
import { forgetRequests } from '../world/forget-requests.ts'
import { ruleFields, rulesVersion } from '../world/rule-form.ts'
import type { Visitor } from '../world/visitor.ts'
import type { World } from '../world/world.ts'

const acme = 'acme.example'

/** A rule by which everybody of the house gets what they ask for. */
const rule = { ...ruleFields, step: 'save' }

/** What came of requests that were sent at the moment at which the rule was switched. */
export type RuleFight = {
  readonly byRule: number
  readonly left: number
  /** A request and the rule that it met stand in the chain in another order than they happened. */
  readonly outOfOrder: number
  readonly broken: number
}

/** Somebody asks while an administrator switches the rule off: which of the two was first decides, and nothing else. */
export async function askWhileSwitched(world: World, rounds: number): Promise<RuleFight> {
  const ana = await world.as('ana')
  const raul = await world.as('raul')
  const person = await world.idOf('raul')
  await ana.post(newRulePath.to(acme), { ...rule, version: await rulesVersion(ana, acme) })
  const [written] = await world.owner<{ id: string }>('select id from rules order by changed_at desc limit 1')
  const change = (act: 'on' | 'off', version: string) =>
    ana.post(changeRulesPath.to(acme), { act, rule: written?.id ?? '', version, step: 'save' })
  const tally = { byRule: 0, left: 0, outOfOrder: 0, broken: 0 }
  for (let round = 0; round < rounds; round++) {
    await forget(world, person)
    await raul.post('/requests/new', { identifier: acme })
    const version = await rulesVersion(ana, acme)
    const [asked, switched] = await Promise.all([later(round % 4, () => ask(raul)), change('off', version)])
    if (switched.status !== 303 || !asked.location?.endsWith('/sent')) tally.broken++
    const [found] = await world.owner<{ byRule: boolean; sent: number; switched: number }>(
      `select r.status = 'APPROVED' as "byRule",
         (select e.seq::int from events e where e.account_id = r.account_id and e.request_id = r.id
           and e.type = 'access-request.submitted') as sent,
         (select max(e.seq)::int from events e where e.account_id = r.account_id and e.type = 'rule.changed') as switched
       from access_requests r where r.requester_id = $1 order by r.id desc limit 1`,
      [person],
    )
    if (!found) continue
    tally[found.byRule ? 'byRule' : 'left']++
    if (found.byRule !== found.sent < found.switched) tally.outOfOrder++
    await change('on', await rulesVersion(ana, acme))
  }
  return tally
}

/** Two administrators save what they made of the same rules; how often other than one of them got through. */
export async function saveAtOnce(world: World, rounds: number): Promise<number> {
  const authors = [await world.as('ana'), await world.as('ben')]
  let wrong = 0
  for (let round = 0; round < rounds; round++) {
    const version = await rulesVersion(authors[0] as Visitor, acme)
    const saved = await Promise.all(
      authors.map((author) => author.post(newRulePath.to(acme), { ...rule, version })),
    )
    const through = saved.filter(({ status }) => status === 303).length
    const late = saved.filter(({ status }) => status === 409).length
    if (through !== 1 || late !== 1) wrong++
    await world.owner('delete from rules')
  }
  return wrong
}

function ask(visitor: Visitor) {
  return visitor.post('/requests/new/reason', {
    account: acme,
    key: newId(),
    reason: 'I prepare the roll-out and need to see its licences.',
    scope: 'account',
    named: '',
    role: 'SV',
    ends: '',
  })
}

/** Nothing is held, nothing waits, and today's requests were sent long ago. */
async function forget(world: World, person: PersonId): Promise<void> {
  await world.owner(
    `update grants set revoked_at = app_now() where person_id = $1 and source = 'RULE' and revoked_at is null`,
    [person],
  )
  await forgetRequests(world, person)
}

async function later<Value>(ms: number, act: () => Promise<Value>): Promise<Value> {
  await new Promise((resolve) => setTimeout(resolve, ms))
  return act()
}
