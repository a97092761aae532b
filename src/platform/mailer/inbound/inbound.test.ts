import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asks } from '../../../../test/world/acts.ts'
import { toNextWindow } from '../../../../test/world/links.ts'
import { quietPort } from '../../../../test/world/ports.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { newId } from '../../../kernel/id.ts'
import { readReport } from './report.ts'
import { whatIsSaid } from './said.ts'

let w: World
let port: number
beforeAll(async () => {
  port = await quietPort()
  w = await world({ INBOUND_SMTP: `127.0.0.1:${port}`, INBOUND_DOMAIN: 'mail.portal.example' })
})
afterAll(() => w.end())
beforeEach(async () => {
  await w.settle()
  await w.owner('delete from limits')
  await w.owner('update people set mail_bounced_at = null')
  await w.owner(
    `update access_requests set status = 'WITHDRAWN', settled_at = app_now(), version = version + 1,
       status_changes = status_changes + 1 where settled_at is null and requester_id = $1`,
    [await w.idOf('raul')],
  )
})

/** Hands a mail over to the portal as the organisation’s own mail server would. */
async function handOver(mail: { to: string; from?: string; raw: string }): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  try {
    const info = await transport.sendMail({
      envelope: { from: mail.from ?? '', to: [mail.to] },
      raw: mail.raw,
    })
    return String(info.response)
  } catch (error) {
    return String(
      (error as { response?: string; code?: string }).response ?? (error as { code?: string }).code,
    )
  } finally {
    transport.close()
  }
}

type Said = { action: string; status: string; diagnostic?: string; id?: string }

function report({ action, status, diagnostic = '', id = newId() }: Said): string {
  return [
    'From: MAILER-DAEMON@relay.example',
    'To: <bounce@mail.portal.example>',
    'Subject: Delivery Status Notification',
    `Message-ID: <${id}@relay.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your mail could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.example',
    '',
    'Final-Recipient: rfc822; ana@acme.example',
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${diagnostic}`,
    '',
    '--b',
    'Content-Type: message/rfc822-headers',
    '',
    'Subject: what was sent',
    '--b--',
    '',
  ].join('\r\n')
}

async function mailToAna(): Promise<{ id: string; returnTo: string }> {
  const request = await asks(w, 'raul')
  await w.settle()
  const [row] = await w.owner<{ id: string; message: string }>(
    `select id, message_id as message from mails where request_id = $1 and address = 'ana@acme.example'`,
    [request],
  )
  const arrived = w.mails.to('ana@acme.example').find(({ messageId }) => messageId === row?.message)
  return { id: row?.id ?? '', returnTo: arrived?.returnTo ?? '' }
}

const stateOf = async (id: string) =>
  (
    await w.owner<{ state: string; response: string }>('select state, response from mails where id = $1', [
      id,
    ])
  )[0]
const unreachable = () => w.owner('select 1 from people where mail_bounced_at is not null')

describe('a delivery report', () => {
  it('that says failed for good makes the mail come back and its address unreachable', async () => {
    const { id, returnTo } = await mailToAna()
    expect(returnTo).toMatch(/^bounce\+[a-z2-7]{45}@mail\.portal\.example$/)
    const said = { action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 no such user' }
    expect(await handOver({ to: returnTo, raw: report(said) })).toMatch(/^250/)
    expect(await stateOf(id)).toEqual({ state: 'BOUNCED', response: '5.1.1 550 5.1.1 no such user' })
    expect(await unreachable()).toHaveLength(1)
  })

  it('that says late defers it, once, and a failure after days does not blame the address', async () => {
    const { id, returnTo } = await mailToAna()
    const late = report({ action: 'delayed', status: '4.4.1', diagnostic: 'timed out', id: newId() })
    await handOver({ to: returnTo, raw: late })
    await handOver({ to: returnTo, raw: late })
    expect((await stateOf(id))?.state).toBe('DEFERRED')
    expect(await w.owner('select 1 from mail_answers where mail_id = $1', [id])).toHaveLength(2)
    await handOver({
      to: returnTo,
      raw: report({ action: 'failed', status: '4.4.7', diagnostic: 'expired' }),
    })
    expect((await stateOf(id))?.state).toBe('BOUNCED')
    expect(await unreachable()).toEqual([])
  })

  it('that says delivered, or nothing a machine can read, changes nothing', async () => {
    const { id, returnTo } = await mailToAna()
    for (const raw of [
      report({ action: 'delivered', status: '2.0.0' }),
      report({ action: 'exploded', status: '5.0.0' }),
      'Subject: out of office\r\nMessage-ID: <x@y.example>\r\n\r\nI am away.',
    ])
      expect(await handOver({ to: returnTo, raw })).toMatch(/^250/)
    expect((await stateOf(id))?.state).toBe('ACCEPTED')
  })

  it('is taken at our own addresses only, and nothing is passed on', async () => {
    const { returnTo } = await mailToAna()
    const raw = report({ action: 'failed', status: '5.1.1' })
    const before = w.mails.arrived.length
    for (const to of [
      'ana@acme.example',
      'postmaster@mail.portal.example',
      returnTo.replace('bounce+', 'case+'),
      returnTo.replace(/\+.{4}/, '+aaaa'),
      returnTo.replace('mail.portal.example', 'evil.example'),
    ])
      expect(await handOver({ to, raw })).toMatch(/^550/)
    await w.settle()
    expect(w.mails.arrived.length).toBe(before)
    expect(await unreachable()).toEqual([])
  })

  it('is one of thirty an hour at most for one mail', async () => {
    const { returnTo } = await mailToAna()
    await w.setClock(`${toNextWindow(3_600)} seconds`)
    const another = () => report({ action: 'delivered', status: '2.0.0' })
    const answers: string[] = []
    for (let n = 0; n < 31; n++) answers.push((await handOver({ to: returnTo, raw: another() })).slice(0, 3))
    expect(answers).toEqual([...Array.from({ length: 30 }, () => '250'), '452'])
  })

  it('that is too big is refused', async () => {
    const { id, returnTo } = await mailToAna()
    const raw = `Subject: big\r\n\r\n${`${'x'.repeat(900)}\r\n`.repeat(1_300)}`
    expect(await handOver({ to: returnTo, raw })).toMatch(/^552/)
    expect((await stateOf(id))?.state).toBe('ACCEPTED')
  })

  it('of nonsense is no report', () => {
    for (const text of [
      '',
      'Action: failed',
      'Status: 5.1.1',
      'Action: failed\nStatus: five',
      '\u0000'.repeat(50),
    ])
      expect(readReport(text)).toBeUndefined()
    expect(
      readReport(
        'Action: delayed\nStatus: 4.0.0\n\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550\n no',
      ),
    ).toEqual({ action: 'failed', status: '5.1.1', diagnostic: '550 no' })
  })
})

describe('an answer by mail', () => {
  it.each([
    ['Yes.\n\nOn Mon, 1 Dec 2026 at 10:00, Vestibule <v@x.example> wrote:\n> Is it?', 'Yes.'],
    ['Oui.\n\nLe lun. 1 déc. 2026 à 10:00, Vestibule\n<v@x.example> a écrit :\n> Non ?', 'Oui.'],
    ['Yes.\n-- \nAna\nACME', 'Yes.'],
    ['> quoted\nMine\n> more', 'Mine'],
    ['-----Original Message-----\nFrom: x', ''],
  ])('is what somebody wrote, without what it quotes: %j', (text, said) => {
    expect(whatIsSaid(text)).toBe(said)
  })

  it('is read at once, however much emptiness somebody puts into it', () => {
    expect(whatIsSaid(`Yes.${'\n'.repeat(300_000)}x`)).toBe('Yes.')
    expect(whatIsSaid(`${'\n \t'.repeat(100_000)}Yes.`)).toBe('')
  })
})
