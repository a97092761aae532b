import { html } from '#jsx'
import type { Child } from '#jsx'
import { type DateStyle, formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'

const said = new Map<string, ReturnType<typeof html>>()
const mostSaid = 10_000

/** An instant as people say it, with the exact time on hover and for screen readers. */
export function Time(props: { reader: Reader; at: Date; as?: DateStyle | undefined; children?: Child }) {
  const { reader, at, as = 'shortDate', children } = props
  if (children !== undefined) return drawn(reader, at, children)
  // Lists show the same instants again and again, and an exact date is the dearest thing on their pages.
  const key = `${reader.locale} ${reader.timeZone} ${as} ${at.getTime()}`
  const known = said.get(key)
  if (known) return known
  if (said.size >= mostSaid) said.clear()
  const time = drawn(reader, at, formatDate(reader, at, as))
  said.set(key, time)
  return time
}

function drawn(reader: Reader, at: Date, words: Child) {
  const exact = formatDate(reader, at, 'exact')
  return html`<time datetime="${at.toISOString()}" title="${exact}"><span aria-hidden="true">${words}</span><span class="unseen">${exact}</span></time>`
}
