import { type Child, html } from '#jsx'
import { type DateStyle, formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'

/** An instant as people say it, with the exact time on hover and for screen readers. */
export function Time(props: { reader: Reader; at: Date; as?: DateStyle | undefined; children?: Child }) {
  const { reader, at, as = 'shortDate', children } = props
  const exact = formatDate(reader, at, 'exact')
  return html`<time datetime="${at.toISOString()}" title="${exact}"><span aria-hidden="true">${children ?? formatDate(reader, at, as)}</span><span class="unseen">${exact}</span></time>`
}
