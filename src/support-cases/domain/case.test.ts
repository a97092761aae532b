import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter } from '../../kernel/time.ts'
import { caseStatuses, caseSteps, daysToReopen, stepCase } from './case.ts'
import { bandOf, codeOf } from './evidence.ts'
import { cleanFileName, mostProofBytes, readProof, typeOf } from './proof.ts'
import { roomsOf, stepOf } from './writing.ts'

const at = new Date('2026-11-23T09:00:00Z')
const short = { O: 'OPEN', R: 'WAITING_REQUESTER', A: 'WAITING_ACCOUNT', S: 'RESOLVED' } as const

/** What may happen, as it is written in the description of a case; the letters are statuses. */
const written: Record<string, { from: string; to?: string }> = {
  'answer-requester': { from: 'ORA', to: 'WAITING_REQUESTER' },
  'ask-account': { from: 'ORA', to: 'WAITING_ACCOUNT' },
  note: { from: 'ORAS' },
  'requester-writes': { from: 'ORA', to: 'OPEN' },
  'account-writes': { from: 'ORA', to: 'OPEN' },
  assign: { from: 'ORA' },
  resolve: { from: 'ORA', to: 'RESOLVED' },
  reopen: { from: 'S', to: 'OPEN' },
}

describe('a case', () => {
  it('takes exactly the steps that are written down', () => {
    for (const step of caseSteps.filter((name) => name !== 'close')) {
      for (const status of caseStatuses) {
        const resolvedAt = status === 'RESOLVED' ? at : null
        const outcome = stepCase({ status, resolvedAt }, step, at)
        const { from = '', to } = written[step] ?? {}
        const allowed = [...from].map((letter) => short[letter as keyof typeof short]) as string[]
        expect([step, status, outcome.ok]).toEqual([step, status, allowed.includes(status)])
        if (outcome.ok) expect(outcome.value).toBe(to ?? status)
      }
    }
  })

  it('is reopened within seven days and closed from then on, never both', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 86_400_000 }), (later) => {
        const now = new Date(at.getTime() + later)
        const one = { status: 'RESOLVED', resolvedAt: at } as const
        const isOver = now >= daysAfter(at, daysToReopen)
        expect(stepCase(one, 'reopen', now).ok).toBe(!isOver)
        expect(stepCase(one, 'close', now).ok).toBe(isOver)
      }),
    )
    for (const status of ['OPEN', 'CLOSED'] as const) {
      expect(stepCase({ status, resolvedAt: null }, 'close', at).ok).toBe(false)
      expect(stepCase({ status, resolvedAt: at }, 'reopen', at).ok).toBe(false)
    }
  })

  it('is spoken in only where one listens', () => {
    for (const side of ['REQUESTER', 'ACCOUNT', 'SUPPORT'] as const)
      for (const room of ['REQUESTER', 'ACCOUNT', 'INTERNAL'] as const)
        expect([side, room, stepOf(side, room).ok]).toEqual([side, room, roomsOf(side).includes(room)])
  })
})

describe('evidence', () => {
  it.each([
    [0, 'TODAY'],
    [0.9, 'TODAY'],
    [1, 'THIS_WEEK'],
    [6.9, 'THIS_WEEK'],
    [7, 'THIS_MONTH'],
    [31, 'LONGER'],
  ])('says of somebody seen %s days ago no more than %s', (days, band) => {
    expect(bandOf(new Date(at.getTime() - days * 86_400_000), at)).toBe(band)
  })

  it('says of somebody never seen that it is long ago', () => expect(bandOf(null, at)).toBe('LONGER'))

  it('keeps the code of a mail server’s answer and none of its words', () => {
    expect(codeOf('550 5.1.1 <ana@acme.example> unknown')).toBe('550 5.1.1')
    expect(codeOf('250 OK')).toBe('250')
    expect(codeOf('connect ECONNREFUSED ana@acme.example')).toBeNull()
    expect(codeOf(null)).toBeNull()
  })
})

const bytes = (text: string) => new TextEncoder().encode(text)

describe('proof', () => {
  it.each([
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
    [new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]), 'image/jpeg'],
    [bytes('%PDF-1.7\n%âãÏÓ'), 'application/pdf'],
    [bytes('Minutes of the board\nGrace Liu speaks for us.'), 'text/plain'],
    [bytes('<script>alert(1)</script>'), 'text/plain'],
    [bytes('MZ\u0000\u0001'), undefined],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0]), undefined],
    [new Uint8Array([0xc3, 0x28]), undefined],
    [bytes('<svg onload="x">\u0000'), undefined],
  ])('is told by its content: %#', (content, type) => expect(typeOf(content)).toBe(type))

  it('is refused when there is none, and above two megabytes', () => {
    expect(readProof({ name: 'x', content: new Uint8Array() })).toEqual({ ok: false, refusal: 'missing' })
    const large = new Uint8Array(mostProofBytes + 1).fill(65)
    expect(readProof({ name: 'x', content: large })).toEqual({ ok: false, refusal: 'too-large' })
    expect(readProof({ name: 'x', content: large.subarray(1) }).ok).toBe(true)
  })

  it.each([
    ['register.pdf', 'register.png'],
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\temp\\extrait n° 3.JPG', 'extrait n- 3.png'],
    ['\u202egnp.exe', 'gnp.png'],
    ['"; rm -rf /', 'proof.png'],
    ['', 'proof.png'],
    ['Bescheinigung für Grace.pdf', 'Bescheinigung für Grace.png'],
  ])('never keeps the name %j as it is', (given, kept) =>
    expect(cleanFileName(given, 'image/png')).toBe(kept),
  )

  it('has its name read once, however long somebody made it', () => {
    expect(cleanFileName(`a${' -'.repeat(1_000_000)}x.png`, 'image/png')).toBe('a.png')
  })

  it('has a short name of harmless letters, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = cleanFileName(given, 'text/plain')
        expect(name).toMatch(/^[\p{L}\p{M}\p{N} _()-]{1,60}\.txt$/u)
      }),
    )
  })
})
