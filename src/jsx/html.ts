import { type Tag, writeAttribute } from './names.ts'
import { beginSheet, sheetSoFar, writeMarkup, writeText } from './sheet.ts'

/** What may stand between two tags. Texts and numbers are escaped; nothing is shown of booleans, null and undefined. */
export type Child = string | number | boolean | null | undefined | Html | readonly Child[]

/** What stands in a tag and between it and its end. */
export type Props = Readonly<Record<string, unknown>>
/** HTML as it is written, encoded, with gaps for values in between. */
export type Markup = readonly Uint8Array[]

/** A piece of a page: an element, or markup of ours with values; whatever text is in it is escaped when it is written. */
export class Html {
  readonly #shape: Tag | Markup
  readonly #inside: Props | readonly Child[]

  constructor(...[shape, inside]: [tag: Tag, props: Props] | [markup: Markup, values: readonly Child[]]) {
    this.#shape = shape
    this.#inside = inside
  }

  /** Writes the piece where the page has come to. */
  write(): void {
    const shape = this.#shape
    if (Array.isArray(shape)) writeTemplate(shape, this.#inside as readonly Child[])
    else writeElement(shape as Tag, this.#inside as Props)
  }

  /** The piece as it is sent. */
  toString(): string {
    return bytesOf(this).toString()
  }
}

/** A piece as the bytes that are sent. The next one overwrites them: use them at once or copy them. */
export function bytesOf(piece: Html): Buffer {
  beginSheet()
  piece.write()
  return sheetSoFar()
}

function write(child: Child): void {
  if (typeof child === 'string') writeText(child)
  else if (child instanceof Html) child.write()
  else if (typeof child === 'number') writeText(String(child))
  else if (Array.isArray(child))
    for (let index = 0; index < child.length; index++) write(child[index] as Child)
}

function writeElement({ open, bare, end, close }: Tag, props: Props): void {
  let isOpen = false
  for (const attribute in props) {
    const value = props[attribute]
    if (attribute === 'children' || value === undefined || value === null) continue
    if (!isOpen) writeMarkup(open)
    isOpen = true
    writeAttribute(attribute, value)
  }
  writeMarkup(isOpen ? end : bare)
  if (close === undefined) return
  write(props.children as Child)
  writeMarkup(close)
}

function writeTemplate(markup: Markup, values: readonly Child[]): void {
  for (let index = 0; index < values.length; index++) {
    writeMarkup(markup[index] as Uint8Array)
    write(values[index])
  }
  writeMarkup(markup[values.length] as Uint8Array)
}

const encoded = new Map<TemplateStringsArray, Markup>()

function encodedOnce(markup: TemplateStringsArray): Markup {
  const known = encoded.get(markup)
  if (known) return known
  const made = markup.map((text) => Buffer.from(text))
  encoded.set(markup, made)
  return made
}

/** HTML as it is written, with values put in between: texts are escaped, pieces of a page are not. */
export function html(markup: TemplateStringsArray, ...values: readonly Child[]): Html {
  return new Html(encodedOnce(markup), values)
}

/** The same piece, drawn now, for one that comes again and again. */
export function finished(piece: Html): Html {
  return new Html([Uint8Array.from(bytesOf(piece))], [])
}

const nothing: Markup = [new Uint8Array(0), new Uint8Array(0)]

/** Several things side by side. */
export function sideBySide(child: Child): Html {
  return new Html(nothing, [child])
}
