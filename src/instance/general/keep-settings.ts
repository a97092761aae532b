import { factsOf } from '../../platform/log.ts'
import { chosenServer } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { generalSettings } from './general.store.ts'

const chosen = ['name', 'supportMayDecide', 'newAccountsNeedProof'] as const
type FromFile = Pick<Platform['settings'], (typeof chosen)[number]>

const fromFile = new WeakMap<Platform['settings'], FromFile>()

/** What the settings file says, whatever operators chose since. */
export function settingsOfFile({ settings }: Pick<Platform, 'settings'>): FromFile {
  const { name, supportMayDecide, newAccountsNeedProof } = settings
  const known = fromFile.get(settings) ?? { name, supportMayDecide, newAccountsNeedProof }
  fromFile.set(settings, known)
  return known
}

/** Makes what operators chose hold in this process. */
export async function refreshSettings(platform: Pick<Platform, 'db' | 'settings'>): Promise<void> {
  const file = settingsOfFile(platform)
  const stored = await generalSettings(platform.db)
  for (const name of chosen) Object.assign(platform.settings, { [name]: stored[name] ?? file[name] })
  const { host, senderName, senderAddress } = await chosenServer(platform.db)
  const sender = { name: senderName, address: senderAddress ?? '' }
  Object.assign(platform.settings, { language: stored.language, sender, hasMailServer: host !== null })
}

const everyMs = 30_000

/** Looks now and then for what operators chose in another process; `stop` ends that. */
export function keepSettings(platform: Pick<Platform, 'db' | 'settings' | 'log'>): {
  readonly stop: () => void
} {
  const look = () =>
    void refreshSettings(platform).catch((error: unknown) =>
      platform.log.warn('the settings could not be read', factsOf(error)),
    )
  look()
  const timer = setInterval(look, everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
