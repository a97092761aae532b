import { describe, expect, it } from 'vitest'
import { type PreparedText, putIn, readPreparedText, versionIn } from './prepared-text.ts'

const nothing = { title: '', text: '' }
const english = { title: 'Ask the Paris team', text: 'The Paris team runs this; please ask them.' }
const french = { title: 'Voir avec Paris', text: 'L’équipe de Paris s’en charge ; merci de lui demander.' }
const text = (changes: Partial<PreparedText> = {}): PreparedText => ({
  purpose: 'DECLINE',
  en: english,
  fr: french,
  ...changes,
})

describe('a prepared text', () => {
  it('is written in one language or both, each with its title', () => {
    expect(readPreparedText(text())).toEqual({ ok: true, value: text() })
    expect(readPreparedText(text({ fr: { title: ' ', text: '\n' } }))).toEqual({
      ok: true,
      value: text({ fr: nothing }),
    })
    expect(readPreparedText(text({ en: nothing, fr: nothing }))).toEqual({
      ok: false,
      refusal: { textEn: 'none' },
    })
  })

  it('says at each field what is wrong with it', () => {
    const wrong = text({ en: { title: '', text: 'Short' }, fr: { title: 'x'.repeat(81), text: french.text } })
    expect(readPreparedText(wrong)).toEqual({
      ok: false,
      refusal: { titleEn: 'title', textEn: 'text', titleFr: 'title' },
    })
  })

  it('is read in the reader’s language, else in the other', () => {
    expect(versionIn(text(), 'fr')).toBe(french)
    expect(versionIn(text({ fr: nothing }), 'fr')).toBe(english)
    expect(versionIn(text({ en: nothing }), 'en')).toBe(french)
  })

  it('is put below what was typed already', () => {
    expect(putIn(' \n', 'Text')).toBe('Text')
    expect(putIn('Dear Raul,\n', 'Text')).toBe('Dear Raul,\n\nText')
  })
})
