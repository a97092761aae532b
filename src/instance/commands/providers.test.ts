import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ranIn } from '../../../test/world/terminal.ts'
import { type World, world } from '../../../test/world/world.ts'

let here: World
let folder: string
beforeAll(async () => {
  here = await world()
  folder = mkdtempSync(join(tmpdir(), 'vestibule-provider-'))
  writeFileSync(join(folder, 'secret'), 'the client secret\n')
})
afterAll(async () => {
  await here.end()
  rmSync(folder, { recursive: true })
})

const ran = (...typed: string[]) => ranIn(here, ['provider', ...typed])

describe('providers at the command line', () => {
  it('are added, listed, changed and removed, and never show their secret', async () => {
    const secret = ['--secret-file', join(folder, 'secret')]
    const where = ['--issuer', 'https://login.acme.example', '--client-id', 'vestibule']
    expect((await ran('add', 'Acme', ...where, ...secret)).err).toContain('Confirm at least one domain')
    expect((await ran('add', 'Acme', ...where, '--mail-domain', 'acme.example')).err).toContain(
      'client secret',
    )
    const added = await ran('add', 'Acme', ...where, ...secret, '--mail-domain', 'acme.example')
    expect(added).toMatchObject({ code: 0, err: '' })
    const [, id = ''] = /https:\/\/v\.example\/sign-in\/with\/([0-9a-f-]{36})\/back/.exec(added.out) ?? []
    expect((await ran('list')).out).toBe(`${id}  On  Acme  https://login.acme.example  acme.example`)
    expect((await ran('change', id, '--on', 'no', '--name', 'Acme Login')).code).toBe(0)
    expect((await ran('list', '--json')).out).not.toContain('ecret')
    expect((await ran('list')).out).toContain('Off  Acme Login')
    expect((await ran('remove', id)).code).toBe(2)
    expect((await ran('remove', id, '--yes')).out).toContain('Acme Login is removed')
    expect((await ran('try', id)).err).toContain('There is no provider')
  })

  it('that do not answer are named by the doctor', async () => {
    await here.owner(`insert into sign_in_providers (id, name, issuer, client_id, client_secret, is_on)
      values (gen_random_uuid(), 'Acme', 'https://login.acme.example', 'v', 'x', true)`)
    const { out } = await ranIn(here, ['doctor'])
    expect(out).toContain('People cannot sign in with Acme: The secret was kept with another key')
  })
})
