import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../src/instance/demo/load-demo.ts'
import { firstOperatorPath } from '../../src/paths/people.ts'
import { operatorPath } from '../../src/paths/operator.ts'
import { bundle } from '../faults/bundle.ts'
import { start } from '../faults/process.ts'
import { emptyWorld } from '../world/empty.ts'
import { Visitor } from '../world/visitor.ts'

describe('a real installation', () => {
  let program: { program: string; remove: () => void }
  const folders: string[] = []
  beforeAll(async () => {
    program = await bundle()
  })
  afterAll(() => {
    program.remove()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  function environmentOf(world: { appUrl: string; ownerUrl: string }): Record<string, string> {
    const folder = mkdtempSync(join(tmpdir(), 'vestibule-start-'))
    folders.push(folder)
    return { DATA_DIR: folder, DATABASE_URL: world.appUrl, DATABASE_OWNER_URL: world.ownerUrl }
  }

  it('prints a link that makes the first operator, until there is one', async () => {
    await using world = await emptyWorld()
    const environment = environmentOf(world)
    const first = await start(program.program, ['serve'], environment)
    // It answers a moment before it has written all that it says.
    const says = { timeout: 20_000 }
    await expect.poll(first.output, says).toContain('Nobody operates this installation yet')
    await expect.poll(first.output, says).toContain('There is no mail server yet: mail waits')
    await expect.poll(first.output, says).toMatch(/\/link\?t=[\w-]{43}\s/)
    const link = /\/link\?t=[\w-]{43}/.exec(first.output())?.[0] ?? ''
    const visitor = new Visitor(first.base)
    expect((await visitor.get(link)).location).toBe(firstOperatorPath.to())
    const made = await visitor.post(firstOperatorPath.to(), {
      address: 'olga@operator.example',
      firstName: 'Olga',
      lastName: 'Nilsen',
      password: 'a long way to the harbour',
    })
    expect(made.status).toBe(303)
    expect((await visitor.get(operatorPath.to())).status).toBe(200)
    expect((await new Visitor(first.base).get('/mailbox')).status).toBe(404)
    expect(await first.stop()).toBe(0)
    const second = await start(program.program, ['serve'], environment)
    await expect.poll(second.output, says).toContain('There is no mail server yet: mail waits')
    expect(second.output()).not.toContain('/link?t=')
    expect((await new Visitor(second.base).get(link)).location).not.toBe(firstOperatorPath.to())
    await second.stop()
  })

  it('refuses to start on the database of a demo, and the demo on its', async () => {
    await using demo = await emptyWorld()
    await loadDemo(demo, demo)
    await expect(start(program.program, ['serve'], environmentOf(demo))).rejects.toThrow(
      'its people have a public password',
    )
    await using real = await emptyWorld()
    const running = await start(program.program, ['serve'], environmentOf(real))
    await running.stop()
    await expect(start(program.program, ['demo'], environmentOf(real))).rejects.toThrow('in real use')
    const production = { ...environmentOf(demo), NODE_ENV: 'production' }
    await expect(start(program.program, ['demo'], production)).rejects.toThrow('NODE_ENV')
  })
})
