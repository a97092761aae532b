import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'

/** How far one has come: "Step 1 of 2". */
export function Steps({ reader, current, total }: { reader: Reader; current: number; total: number }) {
  return (
    <span class="steps">
      <span class="steps-bar" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <span class={index < current ? 'done' : undefined}></span>
        ))}
      </span>
      {words.for(reader)('steps.of', { current, total })}
    </span>
  )
}
