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
import type { Tx } from '../../platform/db/index.ts'

/** Changes an identity provider. Gives what has changed. */
export async function changeProviderWhole(
  tx: Tx,
  by: ProviderChanger,
  asked: { readonly id: ProviderId; readonly version: number; readonly wanted: WantedProvider },
  ground: Ground,
): Promise<Outcome<readonly string[], ProviderRefusal>> {
  const changed = await changeProvider(tx, by, asked, ground)
  return changed.ok ? done(changed.value.changed) : changed
}

/** Removes an identity provider. */
export async function removeProviderWhole(
  tx: Tx,
  by: ProviderChanger,
  which: { readonly id: ProviderId; readonly version: number | null },
): Promise<Outcome<null, ProviderRefusal>> {
  const removed = await removeProvider(tx, by, which)
  return removed.ok ? done(null) : removed
}
