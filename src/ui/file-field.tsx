import { FieldFrame, type FieldProps, wiring } from './field-frame.tsx'

/** A field to choose one file with; its form must say `files`. */
export function FileField(props: FieldProps & { accept?: string | undefined }) {
  return (
    <FieldFrame field={props}>
      <input {...wiring(props)} type="file" class="input full" accept={props.accept} />
    </FieldFrame>
  )
}
