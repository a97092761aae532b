import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lexer, type Token, type Tokens } from 'marked'
import type { Locale } from '../../platform/i18n/reader.ts'

/** The guides, in the order in which people meet them. */
export const guideNames = ['requesters', 'administrators', 'support'] as const
export type GuideName = (typeof guideNames)[number]

/** Something that one can do, with how it is done. `slug` is its place in the address, the same in every language. */
export type Task = { readonly slug: string; readonly title: string; readonly content: readonly Token[] }

/** A guide: whom it is for, what it says first, and its tasks. */
export type Guide = {
  readonly name: GuideName
  readonly title: string
  readonly intro: readonly Token[]
  readonly tasks: readonly Task[]
}

// Beside the bundle, or where the sources keep them.
const folders = ['docs', '../../../docs'].map((folder) => join(import.meta.dirname, folder))

/** Where the files of the guides lie. */
export function guidesFolder(): string {
  const found = folders.find((folder) => existsSync(join(folder, `${guideNames[0]}.md`)))
  if (found === undefined) throw new Error('The guides are not where the program expects them')
  return found
}

/** The place of a heading in an address. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

type Parts = Pick<Guide, 'title' | 'intro'> & { readonly tasks: readonly Omit<Task, 'slug'>[] }

/** Takes a guide apart: its one title, what stands before the first task, and a task for each heading under it. */
export function partsOf(markdown: string): Parts {
  const tokens = lexer(markdown)
  const isHeading = (token: Token, depth: number): token is Tokens.Heading =>
    token.type === 'heading' && (token as Tokens.Heading).depth === depth
  const title = tokens.find((token) => isHeading(token, 1))
  const starts = tokens.flatMap((token, at) => (isHeading(token, 2) ? [at] : []))
  const tasks = starts.map((start, n) => ({
    title: (tokens[start] as Tokens.Heading).text,
    content: tokens.slice(start + 1, starts[n + 1]),
  }))
  const intro = tokens.slice(0, starts[0]).filter((token) => token !== title)
  return { title: (title as Tokens.Heading | undefined)?.text ?? '', intro, tasks }
}

function read(name: GuideName, locale: Locale): Parts | undefined {
  const folder = locale === 'en' ? guidesFolder() : join(guidesFolder(), locale)
  const file = join(folder, `${name}.md`)
  return existsSync(file) ? partsOf(readFileSync(file, 'utf8')) : undefined
}

function guideIn(name: GuideName, locale: Locale): Guide[] {
  const english = read(name, 'en')
  const parts = read(name, locale) ?? english
  if (!english || !parts) return []
  const tasks = parts.tasks.map((task, n) => ({
    ...task,
    slug: slugOf(english.tasks[n]?.title ?? task.title),
  }))
  return [{ ...parts, name, tasks }]
}

const known = new Map<Locale, readonly Guide[]>()

/** The guides in a language; read once. */
export function guides(locale: Locale): readonly Guide[] {
  const read = known.get(locale) ?? guideNames.flatMap((name) => guideIn(name, locale))
  known.set(locale, read)
  return read
}
