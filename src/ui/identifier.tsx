import { html } from '#jsx'
import { isReference } from './unbroken.ts'

/** A domain identifier, an address or a reference, kept apart from the direction of the text around it. */
export function Identifier({ value, strong }: { value: string; strong?: boolean | undefined }) {
  const look = strong ? 'identifier strong' : 'identifier'
  return html`<bdi class="${isReference(value) ? `${look} unbroken` : look}">${value}</bdi>`
}
