import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { launchBrowser } from '../test/journeys/browser.ts'
import { build, install, root } from './prepare.mjs'

/* Takes the pictures of the README from a fresh demo, so that they stay true. */

const pictures = join(root, 'docs', 'pictures')
const password = 'open-vestibule-2026'

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  return port
}

async function startDemo(dataDir) {
  const port = await freePort()
  const child = spawn(process.execPath, [join(root, 'bin', 'vestibule.mjs'), 'demo'], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), DATA_DIR: dataDir },
    stdio: 'ignore',
  })
  const base = `http://127.0.0.1:${port}`
  while (!(await fetch(`${base}/readyz`).catch(() => undefined))?.ok) await pause(100)
  return { child, base }
}

async function signedIn(browser, base, who) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`${base}/sign-in`)
  await page.fill('input[name=address]', who)
  await page.fill('input[name=password]', password)
  await page.click('main button[type=submit]')
  await page.waitForURL(`${base}/`)
  await context.request.post(`${base}/language`, {
    form: { locale: 'en', return: '/' },
    headers: { origin: base },
  })
  return page
}

async function requester(browser, base) {
  const page = await signedIn(browser, base, 'raul@acme.example')
  await page.goto(`${base}/requests/new`)
  await page.locator('input[name=identifier]').first().fill('acme.example')
  await page.locator('main form button[type=submit]').first().click()
  await page.fill('textarea[name=reason]', 'I look after the pools of the Lyon site from December on.')
  await page.screenshot({ path: join(pictures, 'requester.png') })
  await page.getByRole('button', { name: 'Send Request' }).click()
  await page.waitForURL(/\/sent$/)
}

async function administrator(browser, base) {
  const page = await signedIn(browser, base, 'ana@acme.example')
  await page.goto(`${base}/queue`)
  await page.screenshot({ path: join(pictures, 'administrator.png') })
}

install()
await build()
mkdirSync(pictures, { recursive: true })
const dataDir = mkdtempSync(join(tmpdir(), 'vestibule-pictures-'))
const { child, base } = await startDemo(dataDir)
const browser = await launchBrowser()
try {
  await requester(browser, base)
  await administrator(browser, base)
} finally {
  await browser.close()
  child.kill('SIGTERM')
  await once(child, 'exit')
  rmSync(dataDir, { recursive: true, force: true })
}
