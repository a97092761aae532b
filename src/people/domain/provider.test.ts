import { describe, expect, it } from 'vitest'
import {
  type Claims,
  decideEntry,
  isReachable,
  type Known,
  ownNames,
  profileIn,
  providerChanges,
  type ProviderId,
  readDomains,
  readIssuer,
} from './provider.ts'

const id = '01999999-0000-7000-8000-000000000001' as ProviderId

describe('the address of a provider', () => {
  it.each([
    ['https://login.acme.example', 'https://login.acme.example'],
    [' https://login.acme.example/ ', 'https://login.acme.example/'],
    ['https://acme.example/realms/a/.well-known/openid-configuration', 'https://acme.example/realms/a'],
  ])('is read from %s as it calls itself', (typed, issuer) =>
    expect(readIssuer(typed, false)).toEqual({ ok: true, value: issuer }),
  )

  it.each([
    ['acme', 'wrong'],
    ['https://acme.example?x=1', 'wrong'],
    ['https://acme.example#x', 'wrong'],
    ['javascript:alert(1)', 'wrong'],
    ['file:///etc/passwd', 'wrong'],
    [`https://${'a'.repeat(600)}.example`, 'wrong'],
    ['http://login.acme.example', 'not-https'],
    ['http://127.0.0.1:9', 'not-https'],
    ['https://user:word@acme.example', 'not-https'],
  ])('is not %s', (typed, refusal) => expect(readIssuer(typed, false)).toEqual({ ok: false, refusal }))

  it('is plain http on this machine alone, and only where the installation is', () => {
    for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '[::1]'])
      expect([host, isReachable(`http://${host}:9/x`, true)]).toEqual([host, true])
    for (const host of ['127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1', '169.254.169.254'])
      expect([host, isReachable(`http://${host}/x`, true)]).toEqual([host, false])
  })
})

describe('the domains that a provider speaks for', () => {
  it('are read however they are apart, each once', () =>
    expect(readDomains(' @Acme.example, b.example\n\nacme.EXAMPLE;c.example')).toEqual({
      ok: true,
      value: ['acme.example', 'b.example', 'c.example'],
    }))

  it.each(['acme', 'a.b@c.example', 'http://acme.example', '*.acme.example', '10.0.0.1'])(
    'are not %s',
    (one) => expect(readDomains(one)).toEqual({ ok: false, refusal: 'domain-unfit' }),
  )

  it('are twenty at most', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `d${i}.example`).join(' ')
    expect(readDomains(many(20)).ok).toBe(true)
    expect(readDomains(many(21))).toEqual({ ok: false, refusal: 'too-many-domains' })
  })
})

describe('whom a provider lets in', () => {
  const active: Known = { status: 'ACTIVE', verified: true }
  const decide = (changes: object, claims: object = {}) =>
    decideEntry({
      provider: { domains: ['acme.example'] },
      claims: { email: 'Ana@ACME.example', emailVerified: true, ...claims },
      linked: undefined,
      owner: undefined,
      ownerIsLinked: false,
      ...changes,
    })

  it('is known by the link before the address, by the address else, or is new', () => {
    const owner = { ...active }
    expect(decide({ linked: active, owner })).toEqual({
      ok: true,
      value: { kind: 'RETURNING', person: active },
    })
    expect(decide({ owner })).toMatchObject({ value: { kind: 'LINKED', isUnconfirmed: false } })
    expect(decide({ owner: { ...active, verified: false } })).toMatchObject({
      value: { isUnconfirmed: true },
    })
    expect(decide({})).toEqual({ ok: true, value: { kind: 'NEW' } })
  })

  it.each([
    ['not-let-in', { linked: { ...active, status: 'DISABLED' } }, {}],
    ['not-let-in', { linked: { ...active, status: 'ERASED' }, owner: active }, {}],
    ['not-let-in', { owner: { ...active, status: 'DISABLED' } }, {}],
    ['other-subject', { owner: active, ownerIsLinked: true }, {}],
    ['no-mail', { linked: active }, { email: undefined }],
    ['no-mail', {}, { email: 'ana@acme.example, eve@evil.example' }],
    ['no-mail', {}, { email: ['ana@acme.example'] }],
    ['mail-unverified', { linked: active }, { emailVerified: undefined }],
    ['mail-unverified', {}, { emailVerified: 'false' }],
    ['mail-unverified', {}, { emailVerified: 1 }],
    ['foreign-domain', { linked: active }, { email: 'ana@evil.example' }],
    ['foreign-domain', {}, { email: 'ana@acme.example.evil.example' }],
    ['foreign-domain', {}, { email: 'ana@sub.acme.example' }],
  ])('is not whoever is refused as %s: %j %j', (refusal, changes, claims) =>
    expect(decide(changes, claims)).toEqual({ ok: false, refusal }),
  )
})

describe('what a provider says about somebody', () => {
  const claims: Claims = {
    subject: 's',
    email: '',
    emailVerified: true,
    givenName: ' Ana ',
    familyName: 'Costa https://evil.example',
    organisation: 7,
    locale: 'fr_CH',
  }

  it('is taken as far as it may stand in a profile', () =>
    expect(profileIn(claims)).toEqual({ firstName: 'Ana', lastName: '', company: '', locale: 'fr' }))

  it('owns the names that it gives, but for those that another system keeps', () => {
    const before = {
      firstName: { system: 'HR' },
      company: { system: 'HR' },
      lastName: { system: 'Old', provider: id },
    }
    const kept = ownNames(before, { id, name: 'Acme' }, { firstName: 'Ana', lastName: 'Costa' })
    expect(kept.names).toEqual({ lastName: 'Costa' })
    expect(kept.owners).toEqual({
      firstName: { system: 'HR' },
      company: { system: 'HR' },
      lastName: { system: 'Acme', provider: id },
    })
    expect(ownNames(before, { id, name: 'Acme' }, { firstName: '', lastName: '' }).owners).not.toHaveProperty(
      'lastName',
    )
  })
})

describe('a change of a provider', () => {
  const before = {
    id,
    name: 'A',
    issuer: 'https://a',
    clientId: 'c',
    domains: ['a.b', 'c.d'],
    isOn: true,
    version: 1,
  }
  const same = { ...before, clientSecret: '' }

  it('is nothing when nothing differs, and says what does', () => {
    expect(providerChanges(before, same)).toEqual({ changed: [], added: [], lost: [], isAnother: false })
    expect(providerChanges(before, { ...same, domains: ['c.d', 'e.f'], clientSecret: 'x' })).toEqual({
      changed: ['clientSecret', 'domains'],
      added: ['e.f'],
      lost: ['a.b'],
      isAnother: false,
    })
  })

  it.each([{ issuer: 'https://b' }, { clientId: 'd' }])('makes it another one by %j', (changes) =>
    expect(providerChanges(before, { ...same, ...changes }).isAnother).toBe(true),
  )
})
