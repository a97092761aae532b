import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answered } from '../../../test/world/visitor.ts'
import { type CastMember, type World, world } from '../../../test/world/world.ts'

let here: World
let caseId: string
beforeAll(async () => {
  here = await world()
  const [row] = await here.owner<{ id: string }>(`select id from cases where cause = 'NOBODY_REACHABLE'`)
  caseId = row?.id ?? ''
})
afterAll(() => here.end())

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const html = Buffer.from('<!doctype html><script>alert(document.domain)</script>')

type Sent = {
  readonly content: Buffer
  readonly name?: string
  readonly type?: string
  readonly field?: string
}

async function sends(who: CastMember, sent: Sent): Promise<Answered> {
  const body = new FormData()
  const { content, name = 'letter.png', type = 'image/png', field = 'proof' } = sent
  body.set(field, new Blob([new Uint8Array(content)], { type }), name)
  const visitor = await here.as(who)
  return visitor.send(`/cases/${caseId}/proof`, { method: 'POST', body, headers: { Origin: here.base } })
}

const files = () =>
  here.owner<{ id: string; name: string; type: string; bytes: number }>(
    'select id, name, type, bytes from case_files where case_id = $1 order by id',
    [caseId],
  )

describe('a file of proof', () => {
  it('is kept by what it is, under a harmless name, and given back to be saved only', async () => {
    const sent = await sends('sam', { content: html, name: '../../evil"\r\nX: y.svg', type: 'image/svg+xml' })
    expect(sent.location).toBe(`/cases/${caseId}?notice=proof`)
    const [file] = await files()
    expect(file).toMatchObject({ type: 'text/plain', bytes: html.length })
    expect(file?.name).toMatch(/^[\w -]+\.txt$/)
    const given = await (await here.as('sam')).get(`/cases/${caseId}/proof/${file?.id}`)
    expect(given.status).toBe(200)
    expect(given.text).toBe(html.toString())
    expect(given.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(given.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w .-]+\.txt"; /)
    expect(given.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(given.headers.get('x-content-type-options')).toBe('nosniff')
    const looks = `select from events where type = 'case.viewed' and body::jsonb -> 'facts' ->> 'caseId' = $1`
    expect(await here.owner(looks, [caseId])).toHaveLength(1)
  })

  it('is refused when it is missing, something else, too large, or there already', async () => {
    const executable = Buffer.from('MZ\u0000\u0001\u0002')
    const large = Buffer.alloc(2 * 1024 * 1024 + 1, 65)
    const refused: [Sent, string][] = [
      [{ content: Buffer.alloc(0) }, 'Choose a file.'],
      [{ content: executable, name: 'x.png' }, 'none of PNG, JPEG, PDF and plain text'],
      [{ content: large, name: 'x.txt' }, 'larger than 2 MB'],
      [{ content: html, name: 'other.txt' }, 'holds this file already'],
    ]
    for (const [sent, text] of refused) {
      const answer = await sends('sam', sent)
      expect([text, answer.status]).toEqual([text, 422])
      expect(answer.text).toContain(text)
    }
    expect((await sends('sam', { content: Buffer.alloc(4 * 1024 * 1024, 65) })).status).toBe(413)
    expect((await sends('sam', { content: png, field: 'status' })).status).toBe(422)
    expect(await files()).toHaveLength(1)
  })

  it('has room here and nowhere else', async () => {
    const body = new URLSearchParams({ text: 'x'.repeat(70_000), room: 'REQUESTER', seen: '' })
    const sam = await here.as('sam')
    const headers = { Origin: here.base }
    expect((await sam.send(`/cases/${caseId}/write`, { method: 'POST', body, headers })).status).toBe(413)
    expect((await sam.send(`/cases/${caseId}/proof`, { method: 'POST', body, headers })).status).toBe(413)
  })

  it('is an agent’s to add and to read, ten of them at most', async () => {
    const [file] = await files()
    for (const who of ['ana', 'zoe', 'dmitri'] as const) {
      expect([who, (await sends(who, { content: png })).status]).toEqual([who, 404])
      const visitor = await here.as(who)
      expect((await visitor.get(`/cases/${caseId}/proof/${file?.id}`)).status).toBe(404)
    }
    for (let n = 1; n < 10; n++) {
      const sent = await sends('sam', { content: Buffer.concat([png, Buffer.from([n])]) })
      expect(sent.status).toBe(303)
    }
    const many = await sends('sam', { content: Buffer.concat([png, Buffer.from([99])]) })
    expect(many.text).toContain('holds 10 files already')
    expect(await files()).toHaveLength(10)
  })
})
