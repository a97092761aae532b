import { domainToASCII } from 'node:url'
import { describe, expect, it } from 'vitest'
import { identifierLooks, nameLooks } from './looks.ts'

describe('how things look', () => {
  it.each([
    ['ACME', 'Acme GmbH'],
    ['ACME', 'АСМЕ'],
    ['Globex Partners', 'Partners Globex Ltd.'],
    ['Société Générale', 'SOCIETE  GENERALE SA'],
    ['Initech', 'lnitech'],
    ['Umbrella', 'Urnbrella'],
    ['Holding', 'HOLDING'],
  ])('takes the name %s for %s', (one, other) => {
    expect(nameLooks(one)).toBe(nameLooks(other))
  })

  it.each([
    ['ACME', 'ACMA'],
    ['Globex', 'Globex Partners'],
    ['Nord AG', 'Sud AG'],
  ])('tells the name %s from %s', (one, other) => {
    expect(nameLooks(one)).not.toBe(nameLooks(other))
  })

  it.each([
    ['acme.example', 'аcme.example'],
    ['acme.example', 'ac-me.example'],
    ['globex.example', 'g1obex.example'],
    ['umbrella.example', 'urnbrella.example'],
  ])('takes the identifier %s for %s', (one, other) => {
    expect(identifierLooks(one)).toBe(identifierLooks(domainToASCII(other)))
  })

  it('tells identifiers apart that only share a part', () => {
    expect(identifierLooks('acme.example')).not.toBe(identifierLooks('acme.test'))
    expect(identifierLooks('acme.example')).not.toBe(identifierLooks('example.acme'))
  })
})
