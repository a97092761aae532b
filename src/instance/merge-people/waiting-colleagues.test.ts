import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asks } from '../../../test/world/acts.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'
import { newId } from '../../kernel/id.ts'
import { askChangePath, oneChangePath } from '../../paths/account-changes.ts'
import { mergePersonPath } from '../../paths/operator.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await here.owner(`update people set locale = 'en'`)
  await here.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), next_step = null, next_step_at = null
     where status in ('PENDING', 'INFO_REQUESTED')`,
  )
})
afterAll(() => here.end())

// Those of the demo who only have a history, of the same house.
const person = (name: string) => name as CastMember
const asksFor = async (by: string, colleague: string, account = 'acme.example') => {
  const visitor = await here.as(person(by))
  const answer = await visitor.post('/requests/for-colleagues/new', {
    colleague,
    account,
    reason: 'They join the licence team on Monday.',
    scope: 'account',
    role: 'SV',
    named: '',
    ends: '',
  })
  const id = /for-colleagues\/([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1] ?? ''
  await here.settle()
  return `/requests/for-colleagues/${id}`
}
const status = async (path: string) => {
  const [row] = await here.owner<{ status: string }>('select status from requests_on_behalf where id = $1', [
    path.split('/').at(-1),
  ])
  return row?.status
}
const last = (address: string) => here.mails.to(address).at(-1)?.text
const disables = async (who: string) => {
  const reason = 'Left the company yesterday.'
  const olga = await here.as('olga')
  await olga.post(`/operator/people/${await here.idOf(person(who))}/disable`, { reason })
  await here.settle()
}
const merges = async (stays: string, goes: string) => {
  const id = await here.idOf(person(stays))
  await (await here.as('olga')).post(mergePersonPath.to(id), { with: goes, stays: id })
  await here.settle()
}

describe('what waits for a colleague to confirm', () => {
  it('ends when either can no longer sign in, and whoever is left is told', async () => {
    const forEmil = await asksFor('raul', 'emil@acme.example')
    await disables('emil')
    expect(await status(forEmil)).toBe('LAPSED')
    expect(last('raul@acme.example')).toContain('can no longer be confirmed: they can no longer sign in')
    expect((await (await here.as('raul')).get(forEmil)).text).toContain('one of you can no longer sign in')
    const byYuki = await asksFor('yuki', 'raul@acme.example')
    await disables('yuki')
    const raul = await here.as('raul')
    expect((await raul.get('/')).text).not.toContain(byYuki)
    expect((await raul.post(`${byYuki}/confirm`)).status).toBe(409)
  })

  it('follows whoever asked, and the colleague, to their other identities', async () => {
    const path = await asksFor('luc', 'ines@acme.example')
    await merges('nina', 'ines@acme.example')
    expect((await (await here.as(person('nina'))).post(`${path}/confirm`)).location).toContain('confirmed')
    const asked = await asksFor('omar', 'zoe@acme.example')
    await merges('luc', 'omar@acme.example')
    const luc = await here.as('luc')
    expect((await luc.get('/requests/for-colleagues')).text).toContain(asked)
    expect((await luc.post(`${asked}/withdraw`)).status).toBe(303)
    expect(await status(asked)).toBe('WITHDRAWN')
  })

  it('ends where both turn out to be one person', async () => {
    const path = await asksFor('luc', 'nina@acme.example')
    await merges('luc', 'nina@acme.example')
    expect(await status(path)).toBe('LAPSED')
    expect(last('luc@acme.example')).toContain('identities of one person were joined')
  })

  it('is said to be impossible while the account is suspended, and ends when it is closed', async () => {
    const path = await asksFor('luc', 'raul@acme.example', 'globex.example')
    const olga = await here.as('olga')
    const reason = 'The company has decided this on Monday.'
    await olga.post(askChangePath.to('globex.example', 'suspend'), { reason })
    const raul = await here.as('raul')
    const refused = await raul.post(`${path}/confirm`)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('cannot be asked for access at the moment')
    expect(await status(path)).toBe('WAITING')
    await olga.post(askChangePath.to('globex.example', 'resume'), { reason })
    await olga.post(askChangePath.to('globex.example', 'close'), { reason })
    const [change] = await here.owner<{ id: string; version: number }>(
      'select id, version from account_changes order by id desc limit 1',
    )
    const agreed = { what: 'agree', version: String(change?.version) }
    await (await here.as('sam')).post(oneChangePath.to('globex.example', change?.id ?? ''), agreed)
    await here.settle()
    expect(await status(path)).toBe('LAPSED')
    expect(last('luc@acme.example')).toContain('the account was closed')
    expect((await raul.get(path)).text).toContain('there is nothing to confirm any more')
  })
})

describe('the page of several requests that were sent together', () => {
  it('is there for the identity that stays, beside its own, and for nobody else', async () => {
    const key = newId()
    const sent = await (await here.as(person('hugo'))).post('/requests/several', {
      accounts: 'acme.example\nno-such.example',
      reason: 'I order licences for all of our houses from next week on.',
      scope: 'unsure',
      role: '',
      named: '',
      ends: '',
      key,
    })
    expect(sent.location).toBe(`/requests/several/${key}`)
    await merges('lena', 'hugo@globex.example')
    const page = await (await here.as(person('lena'))).get(sent.location ?? '')
    expect(page.status).toBe(200)
    expect(page.text).toContain('1 request was sent; 1 was not sent.')
    expect((await (await here.as('raul')).get(sent.location ?? '')).status).toBe(404)
  })
})

describe('what waits in an account whose last administrator is shut out', () => {
  it('is with the support desk in the same moment, and whoever asked is told', async () => {
    const id = await asks(here, 'zoe', { account: 'acme.example', role: 'SV', scope: 'account' })
    for (const who of ['ana', 'ben']) await disables(who)
    const [row] = await here.owner<{ stage: string }>('select stage from access_requests where id = $1', [id])
    expect(row?.stage).toBe('WITH_SUPPORT')
    expect(last('zoe@elsewhere.example')).toContain('your request is now with the support desk')
  })
})
