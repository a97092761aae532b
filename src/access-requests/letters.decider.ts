import type { Letters } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'

/** The letters about what a decider does. */
export function deciderLetters(_platform: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  return {}
}
