import type { Reader } from '../../platform/i18n/reader.ts'
import { Field } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** What the two boxes of an end show. */
export type EndsAtProps = {
  readonly reader: Reader
  /** What the day is called: "Last day". */
  readonly label: string
  /** What it means to leave it empty, or how far it may lie; a whole sentence. */
  readonly help?: string | undefined
  /** As it was typed, see `typedEnd`. */
  readonly day: string
  readonly time: string
  /** Whose clocks count: the account's zone; null where each of several accounts has its own. */
  readonly timeZone: string | null
  readonly required?: boolean | undefined
  readonly error?: string | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** When access is to end: the fields `ends`, a day, and `endsTime`, a time of it or nothing; read them with `readEnd`. */
export function EndsAtField(props: EndsAtProps) {
  const { reader, help, timeZone } = props
  const t = words.for(reader)
  const zone =
    timeZone === null ? t('ends.zone-own') : t('ends.zone', { zone: timeZone.replaceAll('_', ' ') })
  return (
    <div class="toolbar">
      <Field
        reader={reader}
        name="ends"
        type="date"
        label={props.label}
        help={help === undefined ? zone : `${help} ${zone}`}
        width="short"
        required={props.required}
        value={props.day}
        min={props.min}
        max={props.max}
        error={props.error}
      />
      <Field
        reader={reader}
        name="endsTime"
        type="time"
        label={t('ends.time')}
        width="short"
        value={props.time}
      />
    </div>
  )
}
