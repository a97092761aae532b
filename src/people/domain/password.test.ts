import { describe, expect, it } from 'vitest'
import { readPassword, wordsAbout } from './password.ts'

const about = wordsAbout({
  address: 'ana.lopez@acme.example',
  names: ['Ana', 'López'],
  installation: 'Vestibule',
})
const read = (input: string) => {
  const outcome = readPassword(input, about)
  return outcome.ok ? 'good' : outcome.refusal
}

describe('a password', () => {
  it.each([
    ['quiet lantern over mossy stairs', 'good'],
    ['Xk7#vQ2!mZp9', 'good'],
    ['éàüñ 漢字 ça marche bien', 'good'],
    ['password lantern mossy stairs', 'good'],
    ['open-vestibule-2026 and more words', 'good'],
    ['elevenchars', 'too-short'],
    ['x'.repeat(129), 'too-long'],
    ['aaaaaaaaaaaaaa', 'pattern'],
    ['abcabcabcabcabc', 'pattern'],
    ['qwertyuiopasdf', 'pattern'],
    ['123456789012', 'pattern'],
    ['zyxwvutsrqponm', 'pattern'],
    ['azertyuiopqsdf', 'pattern'],
    ['ana.lopez@acme.example', 'about-you'],
    ['Vestibule2026!', 'about-you'],
    ['acme.example-1', 'about-you'],
    ['Password-2026-!', 'common'],
    ['P4ssw0rd-1234!', 'common'],
    ['MotDePasse2026', 'common'],
    ['correct horse battery staple', 'common'],
    ['letmein letmein 1', 'common'],
  ])('%j is %s', (input, expected) => {
    expect(read(input)).toBe(expected)
  })

  it('is the same however its accents were typed', () => {
    const typed = [readPassword('cafe\u0301 lantern mossy', []), readPassword('caf\u00e9 lantern mossy', [])]
    expect(typed[0]).toEqual(typed[1])
  })
})
