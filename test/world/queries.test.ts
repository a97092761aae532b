import { describe, expect, it } from 'vitest'
import {
  accountAgreementsPath,
  accountEventsPath,
  accountInsightsPath,
  accountRequestsPath,
  accountReviewsPath,
  accountUsersPath,
  accountVirtualAccountsPath,
  accountsPath,
  smartAccountsPath,
} from '../../src/paths/accounts.ts'
import { accountRolesPath } from '../../src/paths/custom-roles.ts'
import { askPath, myRequestsPath } from '../../src/paths/access-requests.ts'
import { queuePath } from '../../src/paths/decisions.ts'
import { installationEventsPath } from '../../src/paths/event-log.ts'
import { operatorInsightsPath } from '../../src/paths/insights.ts'
import { profilePath } from '../../src/paths/people.ts'
import { reviewPath } from '../../src/paths/reviews.ts'
import { type CastMember, type World, world } from './world.ts'

const most = 3

/** Who looks at which page; each of them is in the demo's story. */
const pages: readonly [who: CastMember, path: string][] = [
  ['raul', '/'],
  ['ana', '/'],
  ['raul', askPath.to()],
  ['raul', myRequestsPath.to()],
  ['raul', myRequestsPath.to({ show: 'open' })],
  ['ana', queuePath.to()],
  ['ana', queuePath.to({ show: 'decided' })],
  ['ana', accountsPath.to()],
  ['ana', smartAccountsPath.to()],
  ['ana', accountRequestsPath.to('acme.example')],
  ['ana', accountVirtualAccountsPath.to('acme.example')],
  ['ana', accountUsersPath.to('acme.example')],
  ['ana', accountRolesPath.to('acme.example')],
  ['ana', accountEventsPath.to('acme.example')],
  ['ana', `${accountEventsPath.to('acme.example')}?kind=requests-decided&from=2020-01-01`],
  ['ana', accountReviewsPath.to('acme.example')],
  ['ana', reviewPath.to('acme.example', '<review>')],
  ['ana', accountAgreementsPath.to('acme.example')],
  ['vera', accountEventsPath.to('acme.example')],
  ['ana', accountInsightsPath.to('acme.example')],
  ['olga', installationEventsPath.to()],
  ['olga', operatorInsightsPath.to()],
  ['raul', profilePath.to()],
]

function queriesOfLast(w: World): number {
  const lines = w.log.map((line) => JSON.parse(line) as { message: string; queries?: number })
  return lines.findLast(({ message }) => message === 'answered')?.queries ?? Number.NaN
}

describe('a page', () => {
  it(`is made from ${most} queries at most, whatever it lists`, async () => {
    await using w = await world()
    await w.settle()
    const counted: string[] = []
    const [review] = await w.owner<{ id: string }>(
      `select r.id from reviews r join accounts a on a.id = r.account_id
       where a.identifier = 'acme.example' and r.status <> 'PLANNED' order by r.status desc limit 1`,
    )
    for (const [who, page] of pages) {
      const path = page.replace('<review>', review?.id ?? '')
      const visitor = await w.as(who)
      const { status } = await visitor.get(path)
      expect(`${path} ${status}`).toBe(`${path} 200`)
      const queries = queriesOfLast(w)
      counted.push(`${queries} ${who} ${path}`)
    }
    expect(counted.filter((line) => !(Number.parseInt(line, 10) <= most))).toEqual([])
  })
})
