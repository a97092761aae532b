import { type Child, draw, escape, Html } from './html.ts'

/** A component: takes what stands in its tag, gives what is shown. */
export type Component = (props: never) => Child
type Props = Readonly<Record<string, unknown>>

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

type Tag = { readonly plain: string; readonly open: string; readonly close: string }
const tags = new Map<string, Tag>()

function tagOf(tag: string): Tag {
  const known = tags.get(tag)
  if (known) return known
  if (!name.test(tag)) throw new Error('A tag with a name that HTML does not know')
  const made = { plain: `<${tag}>`, open: `<${tag}`, close: voids.has(tag) ? '/>' : `</${tag}>` }
  if (tags.size < mostNames) tags.set(tag, made)
  return made
}

/** An attribute up to the quote in front of its value, and whole with the values that come again and again. */
type Attribute = { readonly opening: string; readonly whole: Map<string, string> | undefined }
const attributes = new Map<string, Attribute>()
// Their values stand in our own code, so that they are few.
const fixed = new Set('class data-label method role scope type'.split(' '))

// No opening for a name that would end the attribute or the tag.
function attributeNamed(attribute: string): Attribute {
  const known = attributes.get(attribute)
  if (known) return known
  const opening = name.test(attribute) ? ` ${attribute}="` : ''
  const made = { opening, whole: fixed.has(attribute) ? new Map<string, string>() : undefined }
  if (attributes.size < mostNames) attributes.set(attribute, made)
  return made
}

function textAttribute({ opening, whole }: Attribute, value: string): string {
  const known = whole?.get(value)
  if (known !== undefined) return known
  const drawn = `${opening}${escape(value)}"`
  if (whole && whole.size < mostNames) whole.set(value, drawn)
  return drawn
}

function attributeOf(attribute: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  const named = attributeNamed(attribute)
  const { opening } = named
  if (opening === '') return ''
  if (typeof value === 'string') return textAttribute(named, value)
  if (typeof value === 'number') return `${opening}${value}"`
  if (typeof value !== 'boolean') throw new Error(`The attribute ${attribute} is not a text`)
  if (switches.has(attribute)) return value ? `${opening}"` : ''
  return `${opening}${value}"`
}

function elementOf(tag: string, props: Props): string {
  const { plain, open, close } = tagOf(tag)
  let drawn = ''
  for (const attribute in props) {
    if (attribute !== 'children') drawn += attributeOf(attribute, props[attribute])
  }
  if (close === '/>') return `${open}${drawn}/>`
  const inner = draw(props.children as Child)
  return drawn === '' ? `${plain}${inner}${close}` : `${open}${drawn}>${inner}${close}`
}

/** What the compiler makes of a tag: draws it at once, from the inside out. */
export function jsx(tag: string | Component, props: Props): Html {
  if (typeof tag === 'string') return new Html(elementOf(tag, props))
  const drawn = tag(props as never)
  return drawn instanceof Html ? drawn : new Html(draw(drawn))
}

/** Several things side by side without a tag around them. */
export function Fragment({ children }: { children?: Child }): Html {
  return new Html(draw(children))
}
