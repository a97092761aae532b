import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { root } from './fixture.ts'

type MessageFormatElement = ReturnType<IntlMessageFormat['getAst']>[number]
type Sentences = Readonly<Record<string, string>>

/** The kinds of parts of an ICU message, as the parser numbers them. */
const kinds = ['literal', 'argument', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag'] as const

const kindOf = (element: MessageFormatElement) => kinds[element.type] ?? 'unknown'
const parse = (text: string) => new IntlMessageFormat(text, 'en').getAst()

const locales = ['en', 'fr']
const folders = globSync('src/{*,platform/*}/messages', { cwd: root }).sort()

async function sentences(folder: string, locale: string): Promise<Sentences> {
  return ((await import(join(root, folder, `${locale}.ts`))) as { default: Sentences }).default
}

function branches(element: MessageFormatElement): MessageFormatElement[][] {
  if ('children' in element) return [element.children]
  return 'options' in element ? Object.values(element.options).map((option) => option.value) : []
}

/** The arguments of a message with what each is: `n: plural`, `name: argument`. */
function argumentsOf(elements: readonly MessageFormatElement[]): Set<string> {
  const found = elements.flatMap((element) => {
    const own =
      'value' in element && kindOf(element) !== 'literal' ? [`${element.value}: ${kindOf(element)}`] : []
    return [...own, ...branches(element).flatMap((branch) => [...argumentsOf(branch)])]
  })
  return new Set(found)
}

function lacksOther(elements: readonly MessageFormatElement[]): boolean {
  return elements.some(
    (element) =>
      ('options' in element && !('other' in element.options)) || branches(element).some(lacksOther),
  )
}

describe.each(folders)('the sentences of %s', (folder) => {
  it('have the same keys in every language', async () => {
    const [en, ...others] = await Promise.all(locales.map((locale) => sentences(folder, locale)))
    for (const other of others) expect(Object.keys(other).sort()).toEqual(Object.keys(en ?? {}).sort())
  })

  it('have the same arguments in every language, and a branch for every other value', async () => {
    const [en = {}, ...others] = await Promise.all(locales.map((locale) => sentences(folder, locale)))
    for (const [key, text] of Object.entries(en)) {
      const wanted = [key, argumentsOf(parse(text))]
      for (const other of others) {
        const translated = parse(other[key] ?? '')
        expect([key, argumentsOf(translated)]).toEqual(wanted)
        expect([key, lacksOther(translated)]).toEqual([key, false])
      }
    }
  })

  it.each(locales)('are written as people write them in %s', async (locale) => {
    const wrong = Object.entries(await sentences(folder, locale)).filter(([, text]) =>
      isMiswritten(text, locale),
    )
    expect(wrong).toEqual([])
  })

  it.each(locales)('that say what is wrong end with a full stop in %s', async (locale) => {
    const open = Object.entries(await sentences(folder, locale)).filter(
      ([key, text]) => isSentence(key) && !endsOf(parse(text)).every((end) => /[.?…]$/.test(end)),
    )
    expect(open).toEqual([])
  })
})

/** What a message ends with, in each of its branches; nothing that is known where it ends with a value. */
function endsOf(elements: readonly MessageFormatElement[]): string[] {
  const last = elements.at(-1)
  if (!last) return ['']
  if ('options' in last) return branches(last).flatMap(endsOf)
  return [kindOf(last) === 'literal' && 'value' in last ? String(last.value) : '']
}

/** What is wrong in a field, or why something was not done, is a sentence; titles and ways on are not, nor what a status is called. */
const isSentence = (key: string) =>
  /(^|\.)(error|problem|refusal)\./.test(key) && !/\.title$|^problem\.\d|^error\.home$/.test(key)

/** Straight apostrophes are ICU's quotes; French puts a no-break space before its high punctuation. */
function isMiswritten(text: string, locale: string): boolean {
  if (/'|\.\.\./.test(text)) return true
  if (/Oops/.test(text) || /[^\s\d=]!/.test(text)) return true
  return (
    locale === 'fr' &&
    (/[^\s\u00a0\u202f:/]\?(?=\s|$)|[ ][:;?!»](?=\s|$)|«[ ]/.test(text) || /\w [:;?!]/.test(text))
  )
}

describe('every language', () => {
  it('has its file beside the others', () => {
    expect(folders.length).toBeGreaterThan(0)
    for (const folder of folders) {
      const files = globSync(`${folder}/*.ts`, { cwd: root }).map((path) => basename(path, '.ts'))
      expect([dirname(folder), files]).toEqual([dirname(folder), expect.arrayContaining(locales)])
    }
  })
})
