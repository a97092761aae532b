import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { personEventName } from '../../people/index.ts'
import type { EventLine } from './events.query.ts'
import { saidTypes, sayEvent } from './sentences.ts'

const place = '00000000-0000-7000-8000-000000000001'
const person = {
  id: place,
  address: 'ana@acme.example',
  erased: false,
  firstName: 'Ana',
  lastName: 'Costa',
  preferredFirstName: '',
}
const line = (type: string, facts: NonNullable<EventLine['body']['facts']>): EventLine => ({
  seq: 1,
  id: place,
  at: new Date(0),
  micros: '0',
  type,
  body: { facts },
  text: '',
  hash: '',
  previous: '',
  actor: person,
  subject: person,
  requestId: place,
  reference: 'AR-7K3M-Q9XD',
})
const everyFact = [
  {},
  { role: 'VV', scope: 'VIRTUAL', virtualAccountIds: [place], endsAt: '2027-03-31T10:00:00.000Z' },
  { role: 'SA', scope: 'ACCOUNT', virtualAccountIds: [], endsAt: null, byTheHolder: true, byHand: false },
  { role: null, scope: 'UNSURE', code: 'TOO_MUCH', refusal: 'own-request', visibility: 'LISTED' },
  { role: 'VA', virtualAccountId: place, code: 'NEW_CODE', refusal: 'above-own-rights' },
  { role: 7, scope: ['x'], virtualAccountIds: 'y', endsAt: false },
]

const root = join(import.meta.dirname, '../..')

/** Every name of an event that the source records, or lists as one of its own. */
function namesInSource(): string[] {
  const names = new Set<string>()
  const files = globSync('**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('.test.'))
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8')
    const listed = file.endsWith('domain/events.ts') ? text : ''
    const recorded = text.match(/\btype:[^\n]*/g)?.join('\n') ?? ''
    for (const [, name] of `${listed}\n${recorded}`.matchAll(/'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g))
      names.add(name as string)
  }
  return [...names].toSorted()
}

describe('the sentences of the event log', () => {
  it('are there for every event that any slice records', () => {
    const reader = { locale: 'en', timeZone: 'UTC' } as const
    const names = namesInSource()
    expect(names.length).toBeGreaterThan(60)
    expect(names.filter((name) => !saidTypes.includes(name) && !personEventName(reader, name))).toEqual([])
  })

  it.each([...saidTypes, 'person.signed-in', 'token.created', 'something.new'])(
    'say %s in both languages, whatever its facts are',
    (type) => {
      for (const facts of everyFact) {
        const [en, fr] = (['en', 'fr'] as const).map((locale) =>
          sayEvent(line(type, facts), { reader: { locale, timeZone: 'UTC' }, places: { [place]: 'Paris' } }),
        )
        expect(en).toBeTruthy()
        expect(fr).not.toBe(en)
        expect(`${en}${fr}`).not.toMatch(/undefined|\{|Invalid/)
      }
    },
  )

  it('tell what was refused and what was given', () => {
    const say = (type: string, facts: NonNullable<EventLine['body']['facts']>) =>
      sayEvent(line(type, facts), { reader: { locale: 'en', timeZone: 'UTC' }, places: { [place]: 'Paris' } })
    expect(say('access-request.decision-refused', { refusal: 'own-request' })).toContain('it is their own')
    expect(say('grant.revoked', { role: 'VV', virtualAccountId: place })).toBe(
      'took access back from Ana Costa: Virtual Account Viewer for Paris',
    )
  })
})
