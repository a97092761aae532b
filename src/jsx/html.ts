/** What may stand between two tags. Texts and numbers are escaped; nothing is shown of booleans, null and undefined. */
export type Child = string | number | boolean | null | undefined | Html | readonly Child[]

/** A finished piece of a page: whatever text is in it went through escaping. */
export class Html {
  readonly #markup: string

  constructor(markup: string) {
    this.#markup = markup
  }

  /** The piece as it is sent. */
  toString(): string {
    return this.#markup
  }
}

const special = /[&<>"']/
const specials = /[&<>"']/g
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it may stand between tags and between the quotes of an attribute. */
export function escape(text: string): string {
  return special.test(text) ? text.replace(specials, (found) => entities[found] ?? found) : text
}

/** What a child looks like between two tags. */
export function draw(child: Child): string {
  if (typeof child === 'string') return escape(child)
  if (child instanceof Html) return child.toString()
  if (typeof child === 'number') return String(child)
  if (!Array.isArray(child)) return ''
  let drawn = ''
  for (const one of child as readonly Child[]) drawn += draw(one)
  return drawn
}

/** HTML as it is written, with values put in between: texts are escaped, pieces of a page are not. */
export function html(markup: TemplateStringsArray, ...values: readonly Child[]): Html {
  let drawn = markup[0] ?? ''
  for (let index = 0; index < values.length; index++) drawn += draw(values[index]) + markup[index + 1]
  return new Html(drawn)
}
