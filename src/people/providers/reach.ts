import type { Platform } from '../../platform/platform.ts'
import type { StoredProvider } from './providers.store.ts'
import type { Reach } from './relying-party.ts'
import { seal, unseal } from '../../platform/seal.ts'

type Ground = Pick<Platform, 'key' | 'publicUrl'>

const purposeOf = (id: string) => `provider ${id}`

/** Whether the installation itself is on this machine alone. */
export function isOnLoopback({ publicUrl }: Pick<Ground, 'publicUrl'>): boolean {
  return publicUrl.startsWith('http:')
}

/** The secret of a provider as it is kept. */
export function sealSecret(key: Buffer, id: string, secret: string): string {
  return seal(key, purposeOf(id), secret)
}

/** What a provider is asked with; undefined when its secret was sealed with another key of the installation. */
export function reachOf({ key, publicUrl }: Ground, provider: StoredProvider): Reach | undefined {
  const clientSecret = unseal(key, purposeOf(provider.id), provider.clientSecret)
  if (clientSecret === undefined) return undefined
  const { id, issuer, clientId, version, now } = provider
  return { id, issuer, clientId, version, now, clientSecret, isOnLoopback: isOnLoopback({ publicUrl }) }
}
