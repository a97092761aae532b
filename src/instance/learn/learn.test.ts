import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../test/world/visitor.ts'
import { type World, world } from '../../../test/world/world.ts'
import { locales } from '../../platform/i18n/reader.ts'
import { guideNames, guides, guidesFolder, partsOf, slugOf } from './guides.ts'

let w: World
let readers: Record<'en' | 'fr', Visitor>
beforeAll(async () => {
  w = await world()
  readers = { en: w.stranger({ 'Accept-Language': 'en' }), fr: w.stranger({ 'Accept-Language': 'fr' }) }
})
afterAll(() => w.end())

const pages = () =>
  guides('en').flatMap(({ name, tasks }) => [
    `/learn/${name}`,
    ...tasks.map(({ slug }) => `/learn/${name}/${slug}`),
  ])
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

describe('the guides', () => {
  it.each(guideNames)('for %s have the same tasks in every language', (name) => {
    const file = join(guidesFolder(), `${name}.md`)
    if (!existsSync(file)) return
    const english = partsOf(readFileSync(file, 'utf8'))
    expect(english.title).not.toBe('')
    expect(english.tasks.length).toBeGreaterThan(0)
    const french = partsOf(readFileSync(join(guidesFolder(), 'fr', `${name}.md`), 'utf8'))
    expect(french.tasks.map(({ content }) => content.length > 0)).toEqual(english.tasks.map(() => true))
    expect(french.title).not.toBe(english.title)
  })

  it('give each task a place of its own', () => {
    for (const locale of locales) {
      for (const { tasks } of guides(locale)) {
        expect(new Set(tasks.map(({ slug }) => slug)).size).toBe(tasks.length)
      }
    }
    expect(slugOf('See who has access, and take it back')).toBe('see-who-has-access-and-take-it-back')
  })

  it('set the French spaces that do not break', () => {
    for (const name of guideNames) {
      const file = join(guidesFolder(), 'fr', `${name}.md`)
      if (!existsSync(file)) continue
      const prose = readFileSync(file, 'utf8').replace(/`[^`]*`|\]\([^)]*\)|^\|[ :|-]+\|$/gm, '')
      expect(
        prose.match(/.{0,20}(?:[^\s\u00a0\u202f][;?!»]|\S[^\S\u00a0\u202f][;:?!»]|«[^\u00a0]).{0,10}/g) ?? [],
      ).toEqual([])
      expect(prose).not.toContain("'")
    }
  })
})

describe('Learn About Smart Accounts', () => {
  it('lists every task for everybody, signed in or not', async () => {
    const index = await readers.en.get('/learn')
    expect(index.status).toBe(200)
    for (const path of pages()) expect(index.text).toContain(`href="${path}"`)
    expect((await (await w.as('raul')).get('/learn')).text).toContain('href="/learn/requesters"')
  })

  it('shows each of them in both languages, without a trace of Markdown', async () => {
    for (const path of pages()) {
      for (const locale of locales) {
        const page = await readers[locale].get(path)
        expect(page.status, path).toBe(200)
        expect(page.text, path).toContain(`<html lang="${locale}"`)
        const words = mainOf(page.text).replace(/<code>[\s\S]*?<\/code>/g, '')
        expect(words, path).not.toMatch(/\*\*|\]\(|&amp;(?:amp|quot|lt|#39);/)
      }
    }
  })

  it('leads only to pages and places that are there', async () => {
    const ana = await w.as('ana')
    const olga = await w.as('olga')
    for (const path of ['/learn', ...pages()]) {
      for (const locale of locales) {
        const page = await readers[locale].get(path)
        for (const [, href = ''] of mainOf(page.text).matchAll(/href="([^"]+)"/g)) {
          const [to = '', place] = href.split('#')
          const target = to === '' ? page : await (to.startsWith('/operator') ? olga : ana).get(to)
          expect([200, 303], `${path} leads to ${href}`).toContain(target.status)
          if (place) expect(target.text, `${path} leads to ${href}`).toContain(`id="${place}"`)
        }
      }
    }
  })

  it('knows no other guide or task', async () => {
    expect((await readers.en.get('/learn/nothing')).status).toBe(404)
    expect((await readers.en.get('/learn/requesters/nothing')).status).toBe(404)
  })
})
