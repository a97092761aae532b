import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MailServer, startMailServer } from '../../../test/world/mail-server.ts'
import { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import { mailSettingsPath, testMailPath } from '../../paths/operator.ts'

let w: World
let other: MailServer
beforeAll(async () => {
  // No mail server by the environment, and not the demo.
  w = await world({ SMTP_URL: '' }, { demo: false })
  other = await startMailServer()
  await w.owner(`update people set is_operator = true where address = 'sam@support.example'`)
})
afterAll(async () => {
  await w.end()
  await other.stop()
})

const path = mailSettingsPath.to()
const olgas = 'olga@operator.example'
const portOf = ({ url }: MailServer) => new URL(url).port
const typed = { security: 'STARTTLS', user: '', password: '', senderName: '', senderAddress: '' }
const versionNow = async (visitor: Visitor) =>
  Visitor.fieldOf((await visitor.get(path)).text, 'version') ?? ''
const saves = async (visitor: Visitor, fields: Record<string, string>) =>
  visitor.post(path, { ...typed, version: await versionNow(visitor), ...fields })
const stored = async () =>
  JSON.stringify([await w.owner('select * from mail_server'), await w.owner('select body from events')])

describe('the mail server that an operator chooses', () => {
  it('sends what waited for one, at once', async () => {
    expect((await (await w.as('ana')).get(path)).status).toBe(404)
    const olga = await w.as('olga')
    expect((await olga.post(testMailPath.to())).location).toContain('done=tested')
    await w.settle()
    const [waits] = await w.owner<{ error: string }>(
      `select last_error as error from jobs where kind = 'mail' and run_at > app_now() limit 1`,
    )
    expect(waits?.error).toContain('no mail server')
    expect((await olga.get('/operator/trouble')).text).toContain('all mail waits')
    const sender = { senderName: 'Access Desk', senderAddress: 'desk@example.org' }
    const saved = await saves(olga, { host: '127.0.0.1', port: portOf(w.mails), ...sender })
    expect(saved.location).toBe(`${path}?done=saved`)
    await w.settle()
    const mail = w.mails.to(olgas).at(-1)
    expect(mail?.subject).toBe('Mail from Vestibule arrives')
    expect(mail?.from?.text).toBe('"Access Desk" <desk@example.org>')
    expect((await olga.get('/operator/trouble')).text).not.toContain('all mail waits')
    const sams = w.mails.to('sam@support.example').at(-1)
    expect(sams?.text).toContain('Mails now leave by 127.0.0.1')
    expect(sams?.messageId).toMatch(/@example\.org>$/)
  })

  it('takes the next mail when it is another one, and keeps its password sealed', async () => {
    const olga = await w.as('olga')
    const server = { host: '127.0.0.1', port: portOf(other), user: 'portal' }
    const missing = await saves(olga, server)
    expect([missing.status, missing.text.includes('Enter the password of this user.')]).toEqual([422, true])
    expect(missing.text).toContain('value="portal"')
    expect((await saves(olga, { ...server, password: 'only-for-them' })).location).toContain('done=saved')
    await olga.post(testMailPath.to())
    await w.settle()
    expect(other.to(olgas).at(-1)?.subject).toBe('Mail from Vestibule arrives')
    expect(other.logins.at(-1)).toBe('portal:only-for-them')
    expect(await stored()).not.toContain('only-for-them')
    expect(w.log.join('\n')).not.toContain('only-for-them')
    expect((await olga.get(path)).text).not.toContain('only-for-them')
  })

  it('sends a kept password nowhere but where it was typed for', async () => {
    const olga = await w.as('olga')
    const server = { host: '127.0.0.1', port: portOf(other), user: 'portal' }
    const moved = await saves(olga, { ...server, port: portOf(w.mails) })
    expect([moved.status, moved.text.includes('Enter the password again')]).toEqual([422, true])
    expect((await saves(olga, server)).location).toContain('done=unchanged')
    expect((await saves(olga, { ...server, senderName: 'Desk' })).location).toContain('done=saved')
    await olga.post(testMailPath.to())
    await w.settle()
    expect(other.to(olgas).at(-1)?.from?.text).toContain('Desk')
    expect(other.logins.at(-1)).toBe('portal:only-for-them')
  })

  it('takes a password that was typed lately, and the version that was seen', async () => {
    const olga = await w.as('olga')
    expect((await saves(olga, { host: '', version: '1' })).status).toBe(409)
    await w.setClock('20 minutes')
    expect((await saves(olga, { host: '' })).location).toContain('/confirm-password')
    await w.setClock('0 seconds')
    const log = await olga.get('/operator/events')
    expect(log.text).toContain(`made 127.0.0.1:${portOf(other)} the mail server`)
    expect(log.text).toContain('changed who mails are from')
  })

  it('is chosen once by two operators at once', async () => {
    const both = [await w.as('olga'), await w.as('sam')]
    const version = await versionNow(both[0] as Visitor)
    const answers = await Promise.all(
      both.map((one, n) => saves(one, { host: `mail${n}.example.org`, version })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  })
})

describe('where the environment names the server and the sender', () => {
  it('they are said, and cannot be changed', async () => {
    await using fixed = await world({ MAIL_FROM: 'Desk <desk@example.org>' })
    const olga = await fixed.as('olga')
    const { text } = await olga.get(path)
    expect(text).toContain(new URL(fixed.mails.url).host)
    expect(text).toContain('Desk &lt;desk@example.org&gt;')
    expect(text).not.toContain('name="host"')
    expect(text).not.toContain('Save mail settings')
    const answer = await olga.post(path, { ...typed, version: '1', host: 'evil.example' })
    expect(answer.location).toContain('done=unchanged')
  })
})
