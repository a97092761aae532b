import { describe, expect, it } from 'vitest'
import { browserName } from './browser-name.ts'
import { countries, countryName, isCountry } from './countries.ts'
import { initialsOf, isComplete, nameOf } from './viewer.ts'

const zoe = { firstName: 'Zoé', lastName: 'Martin', preferredFirstName: '', address: 'zoe@elsewhere.example' }

describe('a person', () => {
  it('is called by the preferred first name, else the first, else the address', () => {
    expect(nameOf(zoe)).toBe('Zoé Martin')
    expect(nameOf({ ...zoe, preferredFirstName: 'Zo' })).toBe('Zo Martin')
    expect(nameOf({ ...zoe, firstName: '', lastName: '' })).toBe('zoe@elsewhere.example')
  })

  it('has one or two initials', () => {
    expect([
      initialsOf('Zoé Martin'),
      initialsOf('Anne-Marie d’Arc'),
      initialsOf('zoe'),
      initialsOf(''),
    ]).toEqual(['ZM', 'AD', 'Z', ''])
  })

  it('is complete with both names, company and country', () => {
    const profile = { firstName: 'Z', lastName: 'M', company: 'E', country: 'FR' }
    expect(isComplete(profile)).toBe(true)
    for (const field of Object.keys(profile)) expect(isComplete({ ...profile, [field]: '' })).toBe(false)
  })
})

describe('countries', () => {
  it('are listed in the order of the language', () => {
    expect(countries('en')).toHaveLength(249)
    expect(countryName('fr', 'DE')).toBe('Allemagne')
    expect(countries('fr').findIndex(({ value }) => value === 'DE')).toBeLessThan(10)
    expect([isCountry('FR'), isCountry('XX'), countryName('en', 'XX')]).toEqual([true, false, 'XX'])
  })
})

describe('a browser', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 'Safari, iPhone'],
    ['curl/8', undefined],
  ])('%s is called %s', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name)
  })
})
