import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** A headless Chromium; needs no download beside the packages. */
export async function launchBrowser(): Promise<Browser> {
  // The package's own arguments would run it in one process and switch off its web security, which hides bugs.
  return playwright.launch({
    executablePath: process.env['CHROMIUM'] ?? (await chromium.executablePath()),
    args: ['--no-sandbox'],
  })
}
