import { describe, expect, it } from 'vitest'
import { world } from '../../../test/world/world.ts'
import { mailboxPath } from '../../paths/instance.ts'
import { forgottenPasswordPath, linkPath } from '../../paths/people.ts'

describe('the mailbox', () => {
  it('of the demo shows a mail with its links, and the mail as it is without a script of anybody’s', async () => {
    await using w = await world({ SMTP_URL: '' })
    const stranger = w.stranger()
    expect((await stranger.get(mailboxPath.to())).text).toContain('No mail yet')
    await stranger.post(forgottenPasswordPath.to(), { address: 'ana@acme.example' })
    await w.settle()
    const { text } = await stranger.get(mailboxPath.to())
    expect(text).toContain('ana@acme.example')
    const address = /href="(\/mailbox\/[0-9a-f-]{36})"/.exec(text)?.[1] ?? ''
    const mail = await stranger.get(address)
    expect(mail.text).toContain(`href="${linkPath.to('')}`)
    const body = await stranger.get(`${address}/body`)
    expect(body.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(body.headers.get('content-security-policy')).not.toContain('script-src')
    expect((await stranger.get(`${mailboxPath.to()}/00000000-0000-7000-8000-000000000000`)).status).toBe(404)
    expect((await stranger.get(`${mailboxPath.to()}/nonsense`)).status).toBe(404)
  })

  it('is not there when mail goes to a mail server', async () => {
    await using w = await world()
    for (const path of [mailboxPath.to(), `${mailboxPath.to()}/00000000-0000-7000-8000-000000000000`])
      expect((await w.stranger().get(path)).status).toBe(404)
  })
})
