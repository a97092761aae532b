import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quietPort } from '../../../test/world/ports.ts'
import { type World, world } from '../../../test/world/world.ts'
import { newId } from '../../kernel/id.ts'

let here: World
let port: number
beforeAll(async () => {
  port = await quietPort()
  here = await world({
    SUPPORT_ADDRESS: 'desk@helpdesk.example',
    INBOUND_SMTP: `127.0.0.1:${port}`,
    INBOUND_DOMAIN: 'mail.portal.example',
  })
})
afterAll(() => here.end())

const words = 'The page of my request shows an error since this morning.'
const atDesk = () => here.mails.to('desk@helpdesk.example')

async function opens(): Promise<string> {
  const fields = { key: newId(), text: words, request: '', from: '/', error: '' }
  const { location } = await (await here.as('zoe')).post('/cases/new', fields)
  await here.settle()
  return /^\/cases\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''
}

async function answers(from: string, to: string, text: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  const messageId = `<${newId()}@helpdesk.example>`
  await transport.sendMail({ from, to, subject: 'Re: a case', text, messageId })
  transport.close()
  await here.settle()
}

const said = (id: string) =>
  here.owner<{ room: string; text: string; byMail: boolean }>(
    'select room, text, by_mail as "byMail" from case_messages where case_id = $1 order by id',
    [id],
  )
const statusOf = async (id: string) =>
  (await here.owner<{ status: string }>('select status from cases where id = $1', [id]))[0]?.status

describe('an outside desk', () => {
  it('gets new cases and what requesters write, and its answer comes back into the case', async () => {
    const id = await opens()
    const mail = atDesk().at(-1)
    expect(mail?.subject).toMatch(/^\[SC-.{9}\] New case of Zoé Martin$/)
    expect(mail?.text).toContain(words)
    expect(mail?.text).not.toContain('zoe@')
    const reply = mail?.replyTo?.value[0]?.address ?? ''
    expect(reply).toMatch(/^case\+[a-z2-7]+@mail\.portal\.example$/)
    await answers(
      'agent7@helpdesk.example',
      reply,
      'Please clear your cache.\n\nOn Monday Zoé wrote:\n> The page',
    )
    expect((await said(id)).at(-1)).toMatchObject({ room: 'REQUESTER', byMail: true })
    expect((await said(id)).at(-1)?.text).toContain('Please clear your cache.')
    expect(await statusOf(id)).toBe('WAITING_REQUESTER')
    expect(here.mails.to('zoe@elsewhere.example').at(-1)?.text).toContain('Please clear your cache.')
    const zoe = await here.as('zoe')
    expect((await zoe.get(`/cases/${id}`)).text).toContain('The outside desk, by mail')
    const count = atDesk().length
    await zoe.post(`/cases/${id}/write`, { room: 'REQUESTER', seen: '', text: 'That helped, thank you.' })
    await here.settle()
    expect(
      atDesk()
        .slice(count)
        .map(({ subject }) => subject),
    ).toEqual([expect.stringMatching(/^\[SC-.{9}\] Zoé Martin wrote$/)])
  })

  it('is not believed from anywhere else: what comes then is a note for agents', async () => {
    const id = await opens()
    const reply = atDesk().at(-1)?.replyTo?.value[0]?.address ?? ''
    await answers('somebody@elsewhere.example', reply, 'Here is a forwarded copy of the mail.')
    expect((await said(id)).at(-1)).toMatchObject({ room: 'INTERNAL', byMail: true })
    expect(await statusOf(id)).toBe('OPEN')
    expect((await (await here.as('zoe')).get(`/cases/${id}`)).text).not.toContain('forwarded copy')
    await (await here.as('zoe')).post(`/cases/${id}/solve`)
    await answers('agent7@helpdesk.example', reply, 'It is solved since noon.')
    expect((await said(id)).at(-1)).toMatchObject({ room: 'INTERNAL' })
    expect(await statusOf(id)).toBe('RESOLVED')
  })
})
