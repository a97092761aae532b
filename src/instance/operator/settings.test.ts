import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import { patienceOf } from '../../accounts/index.ts'
import { patienceNames } from '../../accounts/domain/patience-settings.ts'
import type { AccountId } from '../../kernel/id.ts'

let here: World
let acme: AccountId
beforeAll(async () => {
  here = await world()
  const [row] = await here.owner<{ id: AccountId }>(
    `select id from accounts where identifier = 'acme.example'`,
  )
  acme = row?.id as AccountId
})
afterAll(() => here.end())

const english = { 'Accept-Language': 'en' }
const path = '/operator/settings'

async function numbers(visitor: Visitor, changes: Record<string, string>) {
  const version = Visitor.fieldOf((await visitor.get(path)).text, 'version') ?? ''
  const empty = Object.fromEntries(patienceNames.map((name) => [name, '']))
  return visitor.post(path, { version, ...empty, ...changes })
}

describe('the numbers of the installation', () => {
  it('are for operators only', async () => {
    expect((await (await here.as('ana')).get(path)).status).not.toBe(200)
    expect((await (await here.as('ana')).post(path, {})).status).not.toBe(303)
    expect((await (await here.as('olga')).get(path)).status).toBe(200)
  })

  it('hold in every account that says nothing else, move what is open, and remember who changed them', async () => {
    const id = await asks(here, 'raul')
    await here.settle()
    const due = async () =>
      (await here.owner<{ due_at: Date }>(`select due_at from access_requests where id = $1`, [id]))[0]
        ?.due_at
    const before = (await due())?.getTime() ?? 0
    const olga = await here.as('olga', english)
    expect((await numbers(olga, { answerWorkingDays: '8', remindAfterWorkingDays: '0' })).location).toBe(
      `${path}?done=saved`,
    )
    await here.settle()
    expect(await patienceOf(here.db, acme)).toMatchObject({
      answerWorkingDays: 8,
      remindAfterWorkingDays: [],
    })
    expect((await due())?.getTime()).toBeGreaterThan(before)
    const page = (await olga.get(path)).text
    expect(page).toContain('Answer expected within (working days): not set → 8')
    expect(page).toContain('Automatic reminders after (working days): not set → none')
    expect(page).toContain('Olga')
  })

  it('that do not fit together are refused at their field', async () => {
    const answer = await numbers(await here.as('olga', english), { expiryDays: '9', remindersByHand: 'two' })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/id="remindersByHand-error"[^]{0,600}Enter whole numbers/)
    const other = await numbers(await here.as('olga', english), { expiryDays: '9' })
    expect(other.text).toMatch(/id="expiryDays-error"[^]{0,600}Enter more than 14/)
  })

  it('changed by another operator meanwhile are shown again', async () => {
    const olga = await here.as('olga', english)
    const version = Visitor.fieldOf((await olga.get(path)).text, 'version') ?? ''
    await numbers(olga, { digestAbove: '7' })
    const empty = Object.fromEntries(patienceNames.map((name) => [name, '']))
    expect((await olga.post(path, { version, ...empty, digestAbove: '8' })).status).toBe(409)
    expect((await patienceOf(here.db, acme)).digestAbove).toBe(7)
  })
})

describe('the health of accounts', () => {
  const names = (text: string) =>
    [...text.matchAll(/href="\/operator\/accounts\/([^"/]+)"/g)].map(([, name]) => name)

  it('is for operators only', async () => {
    for (const page of ['/operator/health', '/operator/health.csv']) {
      expect((await (await here.as('ana')).get(page)).status, page).not.toBe(200)
    }
  })

  it('shows accounts with fewer than two administrators who can be reached', async () => {
    const olga = await here.as('olga', english)
    expect(names((await olga.get('/operator/health?filter=administrators')).text)).not.toContain(
      'acme.example',
    )
    await here.owner(`update people set mail_bounced_at = app_now() where address = 'ana@acme.example'`)
    const page = (await olga.get('/operator/health?filter=administrators')).text
    expect(names(page)).toContain('acme.example')
    expect((await olga.get('/')).text).toContain('fewer than two reachable administrators')
    await here.owner(`update people set mail_bounced_at = null where address = 'ana@acme.example'`)
  })

  it('shows late requests and the oldest open one, mail that did not arrive, and all of it as a file', async () => {
    await here.owner(
      `update access_requests set due_at = app_now() - interval '1 day' where account_id = $1
      and status = 'PENDING'`,
      [acme],
    )
    await here.owner(`update mails set state = 'BOUNCED' where account_id = $1`, [acme])
    const olga = await here.as('olga', english)
    for (const filter of ['late', 'mail', 'trouble', 'all']) {
      expect(names((await olga.get(`/operator/health?filter=${filter}`)).text), filter).toContain(
        'acme.example',
      )
    }
    expect(names((await olga.get('/operator/health?filter=mail&find=globex')).text)).not.toContain(
      'acme.example',
    )
    const file = await olga.get('/operator/health.csv?filter=late')
    expect(file.headers.get('Content-Type')).toContain('text/csv')
    expect(file.text).toMatch(/^Name,Identifier,Reachable administrators/)
    expect(file.text).toContain('acme.example')
  })

  it('is paged without a gap', async () => {
    await here.owner(`insert into accounts (id, identifier, name, type)
      select gen_random_uuid(), 'a' || lpad(n::text, 3, '0') || '.example', 'Account ' || n, 'CUSTOMER'
      from generate_series(1, 120) n`)
    const olga = await here.as('olga', english)
    const seen: (string | undefined)[] = []
    let next: string | undefined = '/operator/health?filter=administrators'
    for (let page = 0; next !== undefined && page < 9; page++) {
      const { text } = await olga.get(next)
      seen.push(...names(text))
      next = /href="(\/operator\/health\?[^"]*after=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen.filter((name) => name?.startsWith('a0') || name?.startsWith('a1'))).toHaveLength(120)
    expect(new Set(seen).size).toBe(seen.length)
  })
})
