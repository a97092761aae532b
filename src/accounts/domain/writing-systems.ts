// Scripts in everyday use (Unicode Standard Annex 31, table 5), those written together on one line. Latin stands
// apart: only the letters of living alphabets that nobody takes for another letter.
const systems = [
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー',
  '\\p{Script=Han}\\p{Script=Hangul}',
  '\\p{Script=Han}\\p{Script=Bopomofo}',
  ...[
    'Arabic',
    'Armenian',
    'Bengali',
    'Cyrillic',
    'Devanagari',
    'Ethiopic',
    'Georgian',
    'Greek',
    'Gujarati',
  ].map(alone),
  ...[
    'Gurmukhi',
    'Hebrew',
    'Kannada',
    'Khmer',
    'Lao',
    'Malayalam',
    'Myanmar',
    'Oriya',
    'Sinhala',
    'Tamil',
  ].map(alone),
  ...['Telugu', 'Thaana', 'Thai', 'Tibetan'].map(alone),
].map((letters) => new RegExp(`^[0-9\\-${letters}]+$`, 'u'))

const latin = /^[0-9a-z\-ßà-öø-ÿā-İĳ-ķĺ-ľł-ňŋ-žơưșțạ-ỹ]+$/u

// Letters of other alphabets that look like Latin ones: a label of nothing else reads as a Latin word.
const looksLatin = /^[0-9\-асԁеһіјӏорԛѕԝхуъьҽпгѵѡαικνρυωηοτղագզէլհյոսւօ]+$/u

function alone(script: string): string {
  return `\\p{Script=${script}}`
}

/** Whether a label, shown as its letters, cannot be taken for another one: a single script, and no look-alike of Latin. */
export function readsSafely(label: string): boolean {
  if (latin.test(label)) return true
  return !looksLatin.test(label) && systems.some((system) => system.test(label))
}
