import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '../../src/instance/demo/cast.ts'
import { type Stage, stage } from './stage.ts'

let set: Stage
beforeAll(async () => {
  set = await stage()
})
afterAll(() => set[Symbol.asyncDispose]())

/** Goes on with the Tab key until this has the focus, and fails when the focus cannot be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (!(await target.evaluate((element) => element === document.activeElement))) continue
    const outline = await target.evaluate((element) => {
      const style = getComputedStyle(element)
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
    })
    expect(outline, 'the focus is seen').toBe(true)
    return
  }
  throw new Error(`The keyboard does not reach ${String(target)}`)
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
  await page.waitForLoadState()
}

it('a request is sent and approved with the keyboard alone', async () => {
  const raul = await set.open()
  await raul.goto(`${set.world.base}/requests/new`)
  await tabTo(raul, raul.locator('input[name=address]'))
  await raul.keyboard.type('raul@acme.example')
  await raul.keyboard.press('Tab')
  await raul.keyboard.type(demoPassword)
  await raul.keyboard.press('Enter')
  await raul.locator('input[name=identifier]').first().waitFor()

  await tabTo(raul, raul.locator('input[name=identifier]').first())
  await raul.keyboard.type('nowhere at all')
  await raul.keyboard.press('Enter')
  // After a mistake the focus is on its summary, and from there one Enter is at the field.
  await raul.locator('[role=alert]').waitFor()
  await expect.poll(() => raul.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await raul.keyboard.press('Tab')
  await raul.keyboard.press('Enter')
  await raul.keyboard.press('ControlOrMeta+a')
  await raul.keyboard.type('acme.example')
  await raul.keyboard.press('Enter')

  const reason = raul.locator('textarea[name=reason]')
  await reason.waitFor()
  await tabTo(raul, reason)
  await raul.keyboard.type('I look after the pools of the Lyon site.')
  await press(raul, raul.getByRole('button', { name: /Send Request|Envoyer la demande/ }))
  await raul
    .getByText(/AR-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    .first()
    .waitFor()

  const ana = await set.as('ana')
  await ana.goto(`${set.world.base}/queue`)
  // The newest is last: k from nothing starts at the end of nothing, j walks down.
  const rows = await ana.locator('[data-row]').count()
  for (let row = 0; row < rows; row++) await ana.keyboard.press('j')
  await ana.keyboard.press('a')
  await ana.waitForURL(/\/approve$/)
  await tabTo(ana, ana.locator('input[name=scope][value=ACCOUNT]'))
  await ana.keyboard.press('Space')
  await tabTo(ana, ana.locator('input[name=role]').first())
  await ana.keyboard.press('Space')
  await tabTo(ana, ana.locator('input[name=end]').first())
  for (let n = 0; n < 3; n++) {
    if (await ana.locator('input[name=end][value=NONE]').isChecked()) break
    await ana.keyboard.press('ArrowDown')
  }
  await press(ana, ana.locator('main form button[type=submit]').first())
  await ana.waitForURL(/\/decided/)

  await raul.goto(`${set.world.base}/access/services-and-support`)
  await raul
    .getByText(/Approved|Approuvée/)
    .first()
    .waitFor()
})
