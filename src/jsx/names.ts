import { escape } from './escape.ts'
import { writeMarkup, writeText } from './sheet.ts'

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
// There or not there; all other attributes say "true" and "false".
const switches = new Set(
  (
    'allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate ' +
    'hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required ' +
    'reversed selected'
  ).split(' '),
)
const name = /^[a-z][a-z0-9:._-]*$/i
const mostNames = 1_000

/** What is written of a tag: up to its first attribute, all of it when there is none, behind the last one, at its end. */
export type Tag = {
  readonly open: Uint8Array
  readonly bare: Uint8Array
  readonly end: Uint8Array
  readonly close: Uint8Array | undefined
}
const tags = new Map<string, Tag>()

/** The tag of this name. */
export function tagNamed(tag: string): Tag {
  const known = tags.get(tag)
  if (known) return known
  if (!name.test(tag)) throw new Error('A tag with a name that HTML does not know')
  const end = voids.has(tag) ? '/>' : '>'
  const made = {
    open: Buffer.from(`<${tag}`),
    bare: Buffer.from(`<${tag}${end}`),
    end: Buffer.from(end),
    close: voids.has(tag) ? undefined : Buffer.from(`</${tag}>`),
  }
  if (tags.size < mostNames) tags.set(tag, made)
  return made
}

/** An attribute up to the quote in front of its value, and whole with the values that come again and again. */
type Attribute = {
  readonly opening: Uint8Array
  readonly isSwitch: boolean
  readonly whole: Map<string, Uint8Array> | undefined
}
const attributes = new Map<string, Attribute | 'wrong'>()
// Their values stand in our own code, so that they are few.
const fixed = new Set('class data-label method role scope type'.split(' '))
const quote = Buffer.from('"')

// A name that would end the attribute or the tag is none.
function attributeNamed(attribute: string): Attribute | 'wrong' {
  const known = attributes.get(attribute)
  if (known) return known
  const made = name.test(attribute)
    ? {
        opening: Buffer.from(` ${attribute}="`),
        isSwitch: switches.has(attribute),
        whole: fixed.has(attribute) ? new Map<string, Uint8Array>() : undefined,
      }
    : 'wrong'
  if (attributes.size < mostNames) attributes.set(attribute, made)
  return made
}

function wholeOf(whole: Map<string, Uint8Array>, attribute: string, value: string): Uint8Array {
  const known = whole.get(value)
  if (known) return known
  const made = Buffer.from(` ${attribute}="${escape(value)}"`)
  if (whole.size < mostNames) whole.set(value, made)
  return made
}

function writeValue({ opening }: Attribute, value: string): void {
  writeMarkup(opening)
  writeText(value)
  writeMarkup(quote)
}

/** Writes an attribute as HTML has it: texts and numbers escaped, switches by being there. */
export function writeAttribute(attribute: string, value: unknown): void {
  const named = attributeNamed(attribute)
  if (named === 'wrong') return
  if (typeof value === 'string') {
    if (named.whole) writeMarkup(wholeOf(named.whole, attribute, value))
    else writeValue(named, value)
  } else if (typeof value === 'number') writeValue(named, String(value))
  else if (typeof value !== 'boolean') throw new Error(`The attribute ${attribute} is not a text`)
  else if (!named.isSwitch) writeValue(named, String(value))
  else if (value) writeValue(named, '')
}
