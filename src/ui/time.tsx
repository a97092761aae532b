import type { Child } from 'hono/jsx'
import { type DateStyle, formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'

/** An instant as people say it, with the exact time on hover and for screen readers. */
export function Time(props: { reader: Reader; at: Date; as?: DateStyle | undefined; children?: Child }) {
  const exact = formatDate(props.reader, props.at, 'exact')
  return (
    <time datetime={props.at.toISOString()} title={exact}>
      <span aria-hidden="true">{props.children ?? formatDate(props.reader, props.at, props.as)}</span>
      <span class="unseen">{exact}</span>
    </time>
  )
}
