import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeDataFolder, readConfig, readOrMakeSecret, readSettings, WrongConfiguration } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'vestibule-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the configuration', () => {
  it('is the demo while no database and no mail server are given', () => {
    expect(readConfig({})).toMatchObject({ demo: true, host: '127.0.0.1', port: 3000, dataDir: 'data' })
    expect(readConfig({ SMTP_URL: 'smtp://127.0.0.1' }).demo).toBe(false)
    expect(readConfig({ DATABASE_URL: 'postgres://u@h/d' }).demo).toBe(false)
  })

  it('takes an empty value as none', () => expect(readConfig({ PORT: '', SMTP_URL: ' ' }).port).toBe(3000))

  it.each([
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '70000' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'portal.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://portal.example', SMTP_URL: 'smtp://127.0.0.1' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://portal.example/access', SMTP_URL: 'smtp://127.0.0.1' }],
    ['PUBLIC_URL', { HOST: '0.0.0.0', SMTP_URL: 'smtp://127.0.0.1' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://h/d' }],
    ['DATABASE_OWNER_URL', { DATABASE_OWNER_URL: 'postgres://u@h/d', SMTP_URL: 'smtp://h' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['HOST', { HOST: '0.0.0.0', PUBLIC_URL: 'https://portal.example' }],
    ['HOST', { HOST: '0.0.0.0' }],
    ['INBOUND_SMTP', { INBOUND_SMTP: '127.0.0.1:99999' }],
    ['NODE_ENV', { NODE_ENV: 'production' }],
  ])('stops at a wrong %s with one sentence that names it', (name, environment) => {
    expect(() => readConfig(environment)).toThrow(WrongConfiguration)
    expect(() => readConfig(environment)).toThrow(new RegExp(`^${name} .*\\.$`))
  })

  it('never repeats a value, which may be a secret', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://u:hunter2@h/d' })).toThrow(/^(?!.*hunter2)/)
  })
})

describe('the address that people open', () => {
  it.each(['https://access.example', 'https://access.example/', 'HTTPS://Access.Example:443/'])(
    'is %s, however it is written',
    (written) => expect(readConfig({ PUBLIC_URL: written }).publicUrl).toBe('https://access.example'),
  )
})

describe('the folder of what is kept', () => {
  it('is made for its owner only, with those above it', () => {
    makeDataFolder(join(folder, 'far', 'down'))
    expect(statSync(join(folder, 'far')).mode & 0o777).toBe(0o700)
  })

  it('stops with one sentence where nothing can be written', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => makeDataFolder(join(folder, 'file', 'data'))).toThrow(/^DATA_DIR must .*\(ENOTDIR\)/)
  })
})

describe('the key', () => {
  it('cannot be a folder', () => {
    expect(() => readOrMakeSecret(folder)).toThrow(/^SECRET_FILE cannot be read \(EISDIR\)/)
  })

  it('is made once, for its owner only, and then kept', () => {
    const file = join(folder, 'deep', 'secret')
    const key = readOrMakeSecret(file)
    expect(key.length).toBeGreaterThanOrEqual(32)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readOrMakeSecret(file)).toEqual(key)
    expect(readFileSync(file, 'utf8').trim()).toBe(key.toString())
  })

  it('is not taken when it is short', () => {
    const file = join(folder, 'short')
    writeFileSync(file, 'abc')
    expect(() => readOrMakeSecret(file)).toThrow(/^SECRET_FILE/)
  })
})

describe('the settings', () => {
  const write = (text: string) => {
    const file = join(folder, 'settings.json')
    writeFileSync(file, text)
    return file
  }

  it('have defaults when no file is there, and say so when one was named', () => {
    expect(readSettings(join(folder, 'none.json'), false)).toEqual({
      name: 'Vestibule',
      tabs: [],
      footer: [],
      supportMayDecide: false,
      newAccountsNeedProof: true,
      language: 'en',
      sender: { name: '', address: '' },
      hasMailServer: false,
    })
    expect(() => readSettings(join(folder, 'none.json'), true)).toThrow(/^SETTINGS_FILE/)
    expect(() => readSettings(folder, true)).toThrow(/^SETTINGS_FILE cannot be read/)
  })

  it('give tabs and footer links', () => {
    const footer = [{ label: { en: 'Help', fr: 'Aide' }, href: 'https://help.example/' }]
    expect(readSettings(write(JSON.stringify({ footer })), true).footer).toEqual(footer)
  })

  it.each([
    '{',
    '{"footer": 1}',
    '{"colour": "red"}',
    '{"tabs":[{"label":{"en":"x","fr":"x"},"href":"javascript:alert(1)"}]}',
  ])('stop at %s with one sentence', (text) =>
    expect(() => readSettings(write(text), true)).toThrow(/^SETTINGS_FILE [^\n]*\.$/),
  )
})
