import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'

it('a real Chromium opens a page of this machine', async () => {
  const server = createServer((_request, response) => response.end('<!doctype html><title>Here</title>'))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const browser = await launchBrowser()
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  expect(await page.title()).toBe('Here')
  await browser.close()
  server.close()
})
