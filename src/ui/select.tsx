import { FieldFrame, type FieldProps, wiring } from './field-frame.tsx'
import type { FieldWidth } from './field.tsx'

/** One line of a list to choose from. */
export type Option = {
  value: string
  label: string
  disabled?: boolean | undefined
  /** What the choice stands for, for the script that puts it into a field. */
  text?: string | undefined
}

/** A list to choose one from; `placeholder` stands first with an empty value. */
export function Select(
  props: FieldProps & {
    options: readonly Option[]
    /** Options that belong together, after the others. */
    groups?: readonly { readonly label: string; readonly options: readonly Option[] }[] | undefined
    value?: string | undefined
    placeholder?: string | undefined
    autocomplete?: string | undefined
    width?: FieldWidth | undefined
  },
) {
  return (
    <FieldFrame field={props}>
      <select
        {...wiring(props)}
        class={`input ${props.width ?? 'full'}`}
        autocomplete={props.autocomplete ?? 'off'}
      >
        {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
        {optionsOf(props.options, props.value)}
        {props.groups?.map(({ label, options }) => (
          <optgroup label={label}>{optionsOf(options, props.value)}</optgroup>
        ))}
      </select>
    </FieldFrame>
  )
}

function optionsOf(options: readonly Option[], value: string | undefined) {
  return options.map((option) => (
    <option
      value={option.value}
      selected={option.value === value}
      disabled={option.disabled}
      data-text={option.text}
    >
      {option.label}
    </option>
  ))
}
