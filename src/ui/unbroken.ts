import { type Child, html } from '#jsx'

const reference = /\b([A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4})\b/

/** A text in which no reference, such as AR-7K3M-Q9XD, is parted at the end of a line; anything else as it is. */
export function unbroken(child: Child): Child {
  if (typeof child !== 'string' || !reference.test(child)) return child
  return child.split(reference).map((part, index) => (index % 2 === 1 ? whole(part) : part))
}

// By its style and not by another hyphen, so that what is copied can be typed again.
function whole(part: string) {
  return html`<span class="unbroken">${part}</span>`
}

/** Whether a text is a reference and nothing else. */
export function isReference(text: string): boolean {
  return reference.exec(text)?.[0] === text
}
