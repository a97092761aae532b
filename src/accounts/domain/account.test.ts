import { describe, expect, it } from 'vitest'
import { accountStatuses, findable, visibilities } from './account.ts'
import type { Identifier } from './identifier.ts'

const acmeDomain = 'acme.example' as Identifier
const nobody = { verifiedDomains: [], isMember: false, isInvited: false }
const account = { status: 'ACTIVE', visibility: 'LISTED', verifiedDomains: [acmeDomain] } as const

describe('an account', () => {
  it('that is listed is found by anybody', () => {
    expect(findable(account, nobody)).toBe(true)
  })

  it.each(
    accountStatuses
      .filter((status) => status !== 'ACTIVE')
      .flatMap((status) => visibilities.map((v) => [status, v] as const)),
  )('that is %s and %s is found by nobody, not even by its members', (status, visibility) => {
    const asker = { verifiedDomains: [acmeDomain], isMember: true, isInvited: true }
    expect(findable({ ...account, status, visibility }, asker)).toBe(false)
  })

  describe('that is restricted', () => {
    const restricted = { ...account, visibility: 'RESTRICTED' } as const

    it('is not found by a stranger', () => {
      expect(findable(restricted, nobody)).toBe(false)
    })

    it('is found from a verified address in its verified domain', () => {
      expect(findable(restricted, { ...nobody, verifiedDomains: [acmeDomain] })).toBe(true)
    })

    it('is not found from a subdomain of it, which may be another house', () => {
      const guest = { ...nobody, verifiedDomains: ['guests.acme.example' as Identifier] }
      expect(findable(restricted, guest)).toBe(false)
    })

    it('is not found from its own domain as long as the account has not proved it', () => {
      const unproven = { ...restricted, verifiedDomains: [] }
      expect(findable(unproven, { ...nobody, verifiedDomains: [acmeDomain] })).toBe(false)
    })

    it('is found by its members and by those it invited', () => {
      expect(findable(restricted, { ...nobody, isMember: true })).toBe(true)
      expect(findable(restricted, { ...nobody, isInvited: true })).toBe(true)
    })
  })
})
