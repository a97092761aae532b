import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './chromium.ts'

/** A headless Chromium; needs no download beside the packages, or is the one that CHROMIUM names. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = await findChromium()
  // The package's own arguments would run it in one process and switch off its web security, which hides bugs.
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox'],
    env: { ...(process.env as Record<string, string>), ...env },
  })
}
