import type { Reader } from '../platform/i18n/reader.ts'
import { FieldFrame, type FieldProps, wiring } from './field-frame.tsx'
import { words } from './messages/index.ts'

type Count = 'characters' | 'over' | 'short'

/** A field of several lines; with `max` it says how many characters remain, and counts along where scripts run. */
export function TextArea(
  props: FieldProps & {
    value?: string | undefined
    rows?: number | undefined
    /** The fewest and the most characters, counted as the server counts them: trimmed, by code point. */
    min?: number | undefined
    max?: number | undefined
    spellcheck?: boolean | undefined
  },
) {
  const id = props.id ?? props.name
  const { max } = props
  return (
    <FieldFrame field={props}>
      <textarea
        {...wiring(props, max === undefined ? [] : [`${id}-count`])}
        class="input"
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck ?? true}
        autocomplete="off"
        data-count={max === undefined ? undefined : `${id}-count`}
      >
        {/* The parser drops one line break right after the tag. */}
        {`\n${props.value ?? ''}`}
      </textarea>
      {max !== undefined && <Remaining {...props} id={id} max={max} />}
    </FieldFrame>
  )
}

function Remaining(props: {
  reader: Reader
  id: string
  value?: string | undefined
  min?: number | undefined
  max: number
}) {
  const { reader, id, max, min = 0 } = props
  const { kind, n } = count((props.value ?? '').trim(), min, max)
  return (
    <p
      class={kind === 'over' ? 'field-count over' : 'field-count'}
      id={`${id}-count`}
      data-min={min}
      data-max={max}
      {...templates(reader)}
    >
      {sentence(reader, kind, n)}
    </p>
  )
}

function count(text: string, min: number, max: number): { kind: Count; n: number } {
  const length = [...text.replace(/\r\n?/g, '\n')].length
  if (length > max) return { kind: 'over', n: length - max }
  return length > 0 && length < min
    ? { kind: 'short', n: min - length }
    : { kind: 'characters', n: max - length }
}

function sentence(reader: Reader, kind: Count, n: number): string {
  const category = new Intl.PluralRules(reader.locale).select(n)
  return words.for(reader)(`field.${kind}`, { category, n: new Intl.NumberFormat(reader.locale).format(n) })
}

const made = new Map<string, Record<string, string>>()

/** The sentences the script picks from, one for each plural form of the language. */
function templates(reader: Reader): Record<string, string> {
  const known = made.get(reader.locale)
  if (known) return known
  const t = words.for(reader)
  const all: Record<string, string> = {}
  for (const category of new Intl.PluralRules(reader.locale).resolvedOptions().pluralCategories)
    for (const kind of ['characters', 'over', 'short'] as const)
      all[`data-${kind}-${category}`] = t(`field.${kind}`, { category, n: '{n}' })
  made.set(reader.locale, all)
  return all
}
