import { describe, expect, it } from 'vitest'
import { catalogue } from './messages.ts'

const words = catalogue({
  en: {
    approve: 'Approve the request of {name}',
    many: '{n, plural, one {# of {name}} other {# of {name}}}',
  },
  fr: {
    approve: 'Approuver la demande de {name}',
    many: '{n, plural, one {# demande de {name}} other {# demandes de {name}}}',
  },
})

describe('a French sentence with a name after “de”', () => {
  const t = words.for({ locale: 'fr' })
  it.each([
    ['Raul', 'de Raul'],
    ['Inès Caron', 'd’Inès Caron'],
    ['Élise', 'd’Élise'],
    ['Œdipe', 'd’Œdipe'],
    ['Yuki', 'de Yuki'],
    ['un administrateur', 'd’un administrateur'],
    ['ana@acme.example', 'de ana@acme.example'],
  ])('says %s as “%s”', (name, said) => {
    expect(t('approve', { name })).toBe(`Approuver la demande ${said}`)
  })

  it('does so within a plural', () => {
    expect(t('many', { n: 2, name: 'Omar' })).toBe('2 demandes d’Omar')
  })

  it('leaves English alone', () => {
    expect(words.for({ locale: 'en' })('approve', { name: 'Inès' })).toBe('Approve the request of Inès')
  })
})
