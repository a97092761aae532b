import { factsOf } from '../../platform/log.ts'
import type { Platform } from '../../platform/platform.ts'
import { generalSettings } from './general.store.ts'

type FromFile = Pick<Platform['settings'], 'name' | 'supportMayDecide'>

const fromFile = new WeakMap<Platform['settings'], FromFile>()

/** What the settings file says, whatever operators chose since. */
export function settingsOfFile({ settings }: Pick<Platform, 'settings'>): FromFile {
  const known = fromFile.get(settings) ?? { name: settings.name, supportMayDecide: settings.supportMayDecide }
  fromFile.set(settings, known)
  return known
}

/** Makes what operators chose hold in this process. */
export async function refreshSettings(platform: Pick<Platform, 'db' | 'settings'>): Promise<void> {
  const file = settingsOfFile(platform)
  const { name, supportMayDecide } = await generalSettings(platform.db)
  Object.assign(platform.settings, {
    name: name ?? file.name,
    supportMayDecide: supportMayDecide ?? file.supportMayDecide,
  })
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
