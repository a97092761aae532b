import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  adds,
  type IdentityProvider,
  startIdentityProvider,
  through,
} from '../../../test/world/identity-provider.ts'
import { accepts, applies, stateOf } from '../../../test/world/new-accounts.ts'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import { changeProviderWhole } from '../../instance/keep-provider/keep-provider.ts'
import type { ProviderId } from '../../people/domain/provider.ts'
import { findProvider } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'

let w: World
let idp: IdentityProvider
let provider: ProviderId
beforeAll(async () => {
  ;[w, idp] = [await world(), await startIdentityProvider()]
  provider = await adds(w, idp, { name: 'Fresh Login', domains: `${kept} ${races.join(' ')}` })
})
afterAll(async () => {
  await w.end()
  await idp.stop()
})

const english = { 'Accept-Language': 'en' }
const insists = 'We are run apart from the others, with contracts of our own.'

const kept = 'fresh.example slow.example open.example'
const races = ['race-0.example', 'race-1.example', 'race-2.example']
let open: { readonly fred: Visitor; readonly id: string }

async function employee(name: string): Promise<Visitor> {
  const visitor = w.stranger(english)
  const address = `${name}@fresh.example`
  idp.person = { sub: name, email: address, email_verified: true, given_name: 'Fay', family_name: 'Fresh' }
  const start = await visitor.get(`/sign-in/with/${provider}`)
  await visitor.get(await through(start.location ?? '', w.base))
  await w.owner(
    `update people set company = 'Fresh', country = 'CH', mail_bounced_at = null where address = $1`,
    [address],
  )
  return visitor
}

const domainsOf = async (identifier: string) =>
  (await w.owner(`select verified_domains as d from accounts where identifier = $1`, [identifier]))[0]?.['d']

async function losses(): Promise<{ domains: number; proofs: number }> {
  const [row] = await w.owner<{ domains: number; proofs: number }>(
    `select count(*) filter (where type = 'account.domain-lost')::int as domains,
       count(*) filter (where type = 'new-account.proof-lost')::int as proofs from events`,
  )
  return row ?? { domains: 0, proofs: 0 }
}

async function speaksFor(domains: string): Promise<void> {
  const { version = 0, ...before } = (await findProvider(w.db, provider)) ?? {}
  const wanted = { ...(before as object), clientSecret: '', domains } as Parameters<
    typeof changeProviderWhole
  >[2]['wanted']
  const changed = await transact(w.db, (tx) =>
    changeProviderWhole(tx, null, { id: provider, version, wanted }, w.platform),
  )
  expect(changed.ok).toBe(true)
}

describe('the word of an identity provider for a domain', () => {
  it('is taken from whoever signed in with it in this session, once of two at once', async () => {
    const fred = await employee('fred')
    open = { fred, id: await applies(fred, { identifier: 'open.example', name: 'Open Air' }) }
    const fay = await employee('fay')
    const id = await applies(fay)
    const page = (await fay.get(`/new-account/${id}`)).text
    expect(page).toContain('The word of Fresh Login')
    expect(page).toContain('Prove it by this sign-in')
    const path = `/new-account/${id}/by-provider`
    const answers = await Promise.all([fay.post(path), fay.post(path)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await stateOf(w, id)).toMatchObject({ proof: 'PROVIDER', status: 'AWAITING_NOMINEE' })
    expect((await accepts(fay, id)).location).toContain('done=accepted')
    expect(await domainsOf('fresh.example')).toEqual(['fresh.example'])
  })

  it('is not taken from a session that was opened otherwise, which is told how', async () => {
    const carla = await w.as('carla', english)
    const id = await applies(carla, { identifier: 'slow.example', name: 'Slow Foods', insists })
    const page = (await carla.get(`/new-account/${id}`)).text
    expect(page).toContain('Sign in with Fresh Login')
    expect(page).not.toContain('Prove it by this sign-in')
    const refused = await carla.post(`/new-account/${id}/by-provider`)
    expect([refused.status, refused.text.includes('Sign in with it first')]).toEqual([409, true])
    expect(await stateOf(w, id)).toMatchObject({ proof: null })
    expect((await (await w.as('zoe')).post(`/new-account/${id}/by-provider`)).status).toBe(404)
  })

  it('is nothing for a domain that it does not speak for', async () => {
    const fay = await employee('fran')
    const id = await applies(fay, { identifier: 'else.example', name: 'Else Where', insists })
    expect((await fay.get(`/new-account/${id}`)).text).not.toContain('The word of')
    expect((await fay.post(`/new-account/${id}/by-provider`)).status).toBe(409)
  })

  it('never outlives a domain that is taken away at the same moment', async () => {
    const fia = await employee('fia')
    for (const [n, identifier] of races.entries()) {
      const id = await applies(fia, { identifier, name: `Race ${n}`, insists })
      await Promise.all([
        fia.post(`/new-account/${id}/by-provider`),
        speaksFor([kept, ...races.slice(n + 1)].join(' ')),
      ])
      expect(await stateOf(w, id)).toMatchObject({ proof: null })
      await fia.post(`/new-account/${id}/withdraw`)
    }
  })

  it('falls when it speaks for the domain no more: the account loses it, and what is open is looked at again', async () => {
    const { fred, id } = open
    await fred.post(`/new-account/${id}/by-provider`)
    expect(await stateOf(w, id)).toMatchObject({ status: 'AWAITING_NOMINEE' })
    const before = await losses()
    await speaksFor('slow.example')
    expect(await domainsOf('fresh.example')).toEqual([])
    expect(await stateOf(w, id)).toMatchObject({ status: 'CHECKING', proof: null })
    await w.settle()
    expect((await fred.get(`/new-account/${id}`)).text).toContain('no longer speaks for the domain')
    expect(w.mails.to('fred@fresh.example').at(-1)?.text).toContain('not proven any more')
    const after = await losses()
    expect([after.domains - before.domains, after.proofs - before.proofs]).toEqual([1, 2])
  })
})
