import { done, type Outcome } from '../../kernel/outcome.ts'
import type { ProviderId } from '../../people/domain/provider.ts'
import {
  changeProvider,
  type Ground,
  type ProviderChanger,
  type ProviderRefusal,
  removeProvider,
  type WantedProvider,
} from '../../people/index.ts'
import { loseProofs } from '../../new-accounts/index.ts'
import type { Tx } from '../../platform/db/index.ts'

/** Changes an identity provider; what it has proven falls with each domain that it speaks for no more. Gives what has changed. */
export async function changeProviderWhole(
  tx: Tx,
  by: ProviderChanger,
  asked: { readonly id: ProviderId; readonly version: number; readonly wanted: WantedProvider },
  ground: Ground,
): Promise<Outcome<readonly string[], ProviderRefusal>> {
  const changed = await changeProvider(tx, by, asked, ground)
  if (!changed.ok) return changed
  await loseProofs(tx, by?.personId ?? null, { provider: asked.id, domains: changed.value.lost })
  return done(changed.value.changed)
}

/** Removes an identity provider, and all that it has proven. */
export async function removeProviderWhole(
  tx: Tx,
  by: ProviderChanger,
  which: { readonly id: ProviderId; readonly version: number | null },
): Promise<Outcome<null, ProviderRefusal>> {
  const removed = await removeProvider(tx, by, which)
  if (!removed.ok) return removed
  await loseProofs(tx, by?.personId ?? null, { provider: which.id, domains: removed.value.lost })
  return done(null)
}
