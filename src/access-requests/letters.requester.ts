import type { Letters } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'

/** The letters about what a requester does. */
export function requesterLetters(_platform: Pick<Platform, 'publicUrl' | 'settings'>): Letters {
  return {}
}
