import type { Answered } from './visitor.ts'
import {
  adds,
  type IdentityProvider,
  type SaidOf,
  startIdentityProvider,
  through,
} from './identity-provider.ts'
import type { ProviderId } from '../../src/people/domain/provider.ts'
import { Visitor } from './visitor.ts'
import { type World, world } from './world.ts'

/** Who goes with which browser to which provider, and where to afterwards. */
export type Way = { readonly visitor?: Visitor; readonly idp?: IdentityProvider; readonly next?: string }

/** A world with two organisations, each with its own identity provider. */
export type Organisations = AsyncDisposable & {
  readonly w: World
  readonly acme: IdentityProvider
  readonly globex: IdentityProvider
  readonly ids: { readonly acme: ProviderId; readonly globex: ProviderId }
  /** Goes to the provider and gives where it sends the browser back to. */
  goes(
    person: SaidOf | null,
    way?: Way,
  ): Promise<{ readonly visitor: Visitor; readonly start: string; readonly back: string }>
  /** Signs in with the provider, as a browser does. */
  comes(
    person: SaidOf | null,
    way?: Way,
  ): Promise<{ readonly visitor: Visitor; readonly back: string; readonly answer: Answered }>
}

/** Somebody whom the first organisation vouches for. */
export const ines: SaidOf = {
  sub: 'ines',
  email: 'ines@fresh.example',
  email_verified: true,
  given_name: 'Inès',
  family_name: 'Moreau',
  organization: 'Fresh Foods',
  locale: 'fr-CH',
}

/** Whoever has this address, as the database knows them. */
export function peopleAt(w: World, address: string) {
  return w.owner<{ id: string; first_name: string; last_name: string; company: string; locale: string }>(
    `select id, first_name, last_name, company, locale from people where address = $1`,
    [address],
  )
}

/** Founds them. */
export async function organisations(): Promise<Organisations> {
  const w = await world()
  const [acme, globex] = [await startIdentityProvider(), await startIdentityProvider({ conform: true })]
  const ids = {
    acme: await adds(w, acme, { domains: 'acme.example fresh.example' }),
    globex: await adds(w, globex, { name: 'Globex', domains: 'globex.example' }),
  }
  const goes: Organisations['goes'] = async (person, way = {}) => {
    const { visitor = w.stranger({ 'Accept-Language': 'en' }), idp = acme, next } = way
    idp.person = person
    const id = idp === acme ? ids.acme : ids.globex
    const query = next === undefined ? '' : `?next=${encodeURIComponent(next)}`
    const { location, status, text } = await visitor.get(`/sign-in/with/${id}${query}`)
    if (location === null) throw new Error(`Not sent on: ${status} ${text.slice(0, 500)}`)
    return { visitor, start: location, back: await through(location, w.base) }
  }
  return {
    w,
    acme,
    globex,
    ids,
    goes,
    async comes(person, way) {
      const { visitor, back } = await goes(person, way)
      return { visitor, back, answer: await visitor.get(back) }
    },
    async [Symbol.asyncDispose]() {
      await w.end()
      await acme.stop()
      await globex.stop()
    },
  }
}
