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

const tags = new Map<string, { readonly open: string; readonly close: string }>()

function tagOf(tag: string) {
  const known = tags.get(tag)
  if (known) return known
  if (!name.test(tag)) throw new Error('A tag with a name that HTML does not know')
  const made = { open: `<${tag}`, close: voids.has(tag) ? '/>' : `</${tag}>` }
  if (tags.size < mostNames) tags.set(tag, made)
  return made
}

const openings = new Map<string, string>()

// Up to the quote in front of the value; nothing for a name that would end the attribute or the tag.
function openingOf(attribute: string): string {
  const known = openings.get(attribute)
  if (known !== undefined) return known
  const made = name.test(attribute) ? ` ${attribute}="` : ''
  if (openings.size < mostNames) openings.set(attribute, made)
  return made
}

function attributeOf(attribute: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  const opening = openingOf(attribute)
  if (opening === '') return ''
  if (typeof value === 'string') return `${opening}${escape(value)}"`
  if (typeof value === 'number') return `${opening}${value}"`
  if (typeof value !== 'boolean') throw new Error(`The attribute ${attribute} is not a text`)
  if (switches.has(attribute)) return value ? `${opening}"` : ''
  return `${opening}${value}"`
}

function elementOf(tag: string, props: Props): string {
  const { open, close } = tagOf(tag)
  let drawn = open
  for (const attribute in props) {
    if (attribute !== 'children') drawn += attributeOf(attribute, props[attribute])
  }
  if (close === '/>') return drawn + close
  return `${drawn}>${draw(props.children as Child)}${close}`
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
