import type { Child } from '#jsx'
import { FieldFrame, type FieldProps, wiring } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import { words } from './messages/index.ts'

/** How wide the box is, as a hint of how much is expected. */
export type FieldWidth = 'short' | 'medium' | 'full'

type TextField = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search' | 'date' | 'time' | 'number' | undefined
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
}

/** A field of one line. `owner` makes it read-only and says who keeps the value. */
export function Field(props: TextField) {
  return props.readOnly === true || props.owner !== undefined ? (
    <OwnedField {...props} />
  ) : (
    <OpenField {...props} />
  )
}

function OpenField(props: TextField) {
  return (
    <FieldFrame field={props}>
      <Input {...props} {...wiring(props)} />
    </FieldFrame>
  )
}

function OwnedField(props: TextField) {
  const id = props.id ?? props.name
  const note = ownerNote(props)
  const wires = wiring({ ...props, required: undefined }, note === undefined ? [] : [`${id}-note`])
  return (
    // It is never empty by choice, so nothing says that it may be.
    <FieldFrame field={{ ...props, required: true }}>
      <Input {...props} {...wires} readOnly />
      {note !== undefined && (
        <p class="field-note" id={`${id}-note`}>
          <Icon name="lock" size={16} />
          <span>{note}</span>
        </p>
      )}
    </FieldFrame>
  )
}

function Input(props: Omit<TextField, keyof FieldProps> & ReturnType<typeof wiring>) {
  return (
    <input
      id={props.id}
      name={props.name}
      required={props.required}
      aria-invalid={props['aria-invalid']}
      aria-describedby={props['aria-describedby']}
      type={props.type ?? 'text'}
      class={`input ${props.width ?? 'full'}`}
      value={props.value ?? ''}
      autocomplete={props.autocomplete ?? 'off'}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
      min={props.min}
      max={props.max}
      spellcheck={props.spellcheck}
      readonly={props.readOnly}
    />
  )
}

function ownerNote({ reader, readOnlyNote, owner }: TextField): Child {
  if (readOnlyNote !== undefined) return readOnlyNote
  return owner === undefined ? undefined : words.for(reader)('field.owner', { owner })
}
