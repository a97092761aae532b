import type { Child } from '#jsx'
import type { Reader } from '../platform/i18n/reader.ts'
import { Icon } from './icon.tsx'
import { words } from './messages/index.ts'
import { unbroken } from './unbroken.ts'

/** What every field of a form is told: its name, its words, its mistake, and whether it may stay empty. */
export type FieldProps = {
  reader: Reader
  name: string
  label: string
  help?: Child
  error?: string | undefined
  required?: boolean | undefined
  /** Marks a required field with an asterisk, where the screen's known wording has one. */
  star?: boolean | undefined
  /** The id of the field; its name unless told otherwise. */
  id?: string | undefined
}

/** The label's text: with "(optional)" when the field may stay empty, with an asterisk when asked. */
export function labelText({ reader, label, required, star }: FieldProps): string {
  if (star) return `${label}*`
  return required ? label : words.for(reader)('field.optional', { label })
}

/** The attributes that tie a control to its help and its error. */
export function wiring(props: FieldProps, more: readonly string[] = []) {
  const id = props.id ?? props.name
  const described = [
    ...(props.help === undefined ? [] : [`${id}-help`]),
    ...(props.error === undefined ? [] : [`${id}-error`]),
    ...more,
  ]
  return {
    id,
    name: props.name,
    required: props.required,
    'aria-invalid': props.error === undefined ? undefined : ('true' as const),
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
  }
}

/** The help that stands before a control. */
export function Help({ id, children }: { id: string; children?: Child }) {
  return (
    <div class="help" id={`${id}-help`}>
      {children}
    </div>
  )
}

/** The mistake that is repeated at its control. */
export function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <p class="field-error" id={`${id}-error`}>
      <Icon name="circle-alert" size={16} />
      <span>{unbroken(text)}</span>
    </p>
  )
}

/** A label above, then help, then the error, then the control. */
export function FieldFrame({ field, children }: { field: FieldProps; children?: Child }) {
  const id = field.id ?? field.name
  return (
    <div class={field.error === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{labelText(field)}</label>
      {field.help !== undefined && <Help id={id}>{field.help}</Help>}
      {field.error !== undefined && <FieldError id={id} text={field.error} />}
      {children}
    </div>
  )
}

/** A group of choices with its legend above, then help, then the error. */
export function GroupFrame({ field, children }: { field: FieldProps; children?: Child }) {
  const id = field.id ?? field.name
  const { 'aria-describedby': describedBy } = wiring(field)
  return (
    <fieldset
      class={field.error === undefined ? 'field' : 'field wrong'}
      id={id}
      aria-describedby={describedBy}
      tabindex={-1}
    >
      <legend>{labelText(field)}</legend>
      {field.help !== undefined && <Help id={id}>{field.help}</Help>}
      {field.error !== undefined && <FieldError id={id} text={field.error} />}
      {children}
    </fieldset>
  )
}
