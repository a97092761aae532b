import { html } from '#jsx'

/** A domain identifier, an address or a reference, kept apart from the direction of the text around it. */
export function Identifier({ value, strong }: { value: string; strong?: boolean | undefined }) {
  return html`<bdi class="${strong ? 'identifier strong' : 'identifier'}">${value}</bdi>`
}
