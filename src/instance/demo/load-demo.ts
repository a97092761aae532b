import type { Platform } from '../../platform/platform.ts'

/** Loads the demo's world at its first start. */
export async function loadDemo(_platform: Platform): Promise<void> {}
