import type { Child } from 'hono/jsx'
import { FieldFrame, type FieldProps, wiring } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import { words } from './messages/index.ts'

/** How wide the box is, as a hint of how much is expected. */
export type FieldWidth = 'short' | 'medium' | 'full'

/** A field of one line. `owner` makes it read-only and says who keeps the value. */
export function Field(
  props: FieldProps & {
    value?: string | undefined
    type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search' | 'date' | 'number' | undefined
    autocomplete?: string | undefined
    inputmode?: 'text' | 'email' | 'tel' | 'url' | 'numeric' | 'decimal' | 'search' | undefined
    maxlength?: number | undefined
    min?: string | undefined
    max?: string | undefined
    spellcheck?: boolean | undefined
    width?: FieldWidth | undefined
    readOnly?: boolean | undefined
    /** Why it cannot be changed here, and where it can. */
    readOnlyNote?: Child
    /** The name of the system that keeps the value; makes the field read-only, with a note that says so. */
    owner?: string | undefined
  },
) {
  const id = props.id ?? props.name
  const owned = props.readOnly === true || props.owner !== undefined
  const note = owned ? ownerNote(props) : undefined
  const { required, ...wires } = wiring(props, note === undefined ? [] : [`${id}-note`])
  return (
    <FieldFrame field={owned ? { ...props, required: true } : props}>
      <input
        {...wires}
        required={owned ? undefined : required}
        type={props.type ?? 'text'}
        class={`input ${props.width ?? 'full'}`}
        value={props.value ?? ''}
        autocomplete={props.autocomplete ?? 'off'}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        min={props.min}
        max={props.max}
        spellcheck={props.spellcheck}
        readonly={owned}
      />
      {note !== undefined && (
        <p class="field-note" id={`${id}-note`}>
          <Icon name="lock" size={16} />
          <span>{note}</span>
        </p>
      )}
    </FieldFrame>
  )
}

function ownerNote(props: FieldProps & { readOnlyNote?: Child; owner?: string | undefined }): Child {
  if (props.readOnlyNote !== undefined) return props.readOnlyNote
  return props.owner === undefined
    ? undefined
    : words.for(props.reader)('field.owner', { owner: props.owner })
}
