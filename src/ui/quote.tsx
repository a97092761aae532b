import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'

/** What a person wrote, word for word and set apart, so that nobody takes it for the product's own words. */
export function Quote({ reader, text, by }: { reader: Reader; text: string; by?: string | undefined }) {
  return (
    <figure class="quote">
      <blockquote dir="auto">{text}</blockquote>
      {by !== undefined && <figcaption>{words.for(reader)('quote.by', { who: by })}</figcaption>}
    </figure>
  )
}
