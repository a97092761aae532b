import type { Reader } from '../platform/i18n/reader.ts'
import { Field } from '../ui/index.ts'
import { words } from './messages/index.ts'

/** A field for a password that is chosen now; it is never filled in again after a mistake. */
export function NewPasswordField(props: {
  reader: Reader
  label: string
  name?: string | undefined
  error?: string | undefined
}) {
  const t = words.for(props.reader)
  return (
    <Field
      reader={props.reader}
      name={props.name ?? 'password'}
      label={props.label}
      help={t('field.password.help')}
      type="password"
      autocomplete="new-password"
      required
      error={props.error}
    />
  )
}
