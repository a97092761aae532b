import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoPassword } from '../../src/instance/demo/cast.ts'
import { type CastMember, type World, world } from '../world/world.ts'
import { launchBrowser } from './browser.ts'

export type Look = { locale?: 'en' | 'fr'; scripts?: boolean; theme?: 'light' | 'dark'; width?: number }

/** A world and a browser in it. */
export type Stage = AsyncDisposable & {
  readonly world: World
  /** A fresh browser window, as a new visitor would have it. */
  open(look?: Look): Promise<Page>
  /** A window of somebody who is signed in already. */
  as(who: CastMember, look?: Look): Promise<Page>
}

/** Everything that a page said in the browser's console; a journey ends with none. */
const complaints = new WeakMap<Page, string[]>()

/** What the browser complained about on this page, such as a broken security policy. */
export function complaintsOf(page: Page): readonly string[] {
  return complaints.get(page) ?? []
}

/** Raises the curtain. */
export async function stage(environment: Record<string, string> = {}): Promise<Stage> {
  const here = await world(environment)
  const browser = await launchBrowser()
  const open = async (look: Look = {}) => (await context(browser, look)).newPage().then(listen)
  return {
    world: here,
    open,
    async as(who, look) {
      const page = await open(look)
      const cookie = (await here.as(who)).cookie('vestibule-session') ?? ''
      await page.context().addCookies([
        { name: 'vestibule-session', value: cookie, url: here.base },
        { name: 'vestibule-language', value: look?.locale ?? 'en', url: here.base },
      ])
      await here.owner('update people set locale = $1 where address like $2', [
        look?.locale ?? 'en',
        `${who}@%`,
      ])
      return page
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await here.end()
    },
  }
}

function context(browser: Browser, look: Look): Promise<BrowserContext> {
  return browser.newContext({
    locale: look.locale === 'fr' ? 'fr-FR' : 'en-GB',
    javaScriptEnabled: look.scripts ?? true,
    colorScheme: look.theme ?? 'light',
    viewport: { width: look.width ?? 1280, height: 900 },
    reducedMotion: 'reduce',
  })
}

function listen(page: Page): Page {
  const heard: string[] = []
  page.setDefaultTimeout(8_000)
  complaints.set(page, heard)
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) heard.push(message.text())
  })
  page.on('pageerror', (error) => heard.push(error.message))
  return page
}

/** Signs in the way a person does, on the page they were sent to. */
export async function signIn(page: Page, address: string): Promise<void> {
  await page.locator('input[name=address]').fill(address)
  await page.locator('input[name=password]').fill(demoPassword)
  await page.locator('main form button[type=submit]').click()
}

/** Fails on any rule of WCAG 2.2 A and AA that the page breaks. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const result = await (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: tags })
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    )
  })
  expect(found, page.url()).toEqual([])
}
