import type { Reader } from '../platform/i18n/reader.ts'
import { Field } from '../ui/index.ts'
import type { again } from './form-fields.ts'
import { words } from './messages/index.ts'

/** First and last name, as somebody gives them when they become known here. */
export function NamesFields(props: {
  reader: Reader
  form: ReturnType<typeof again>
  known?: { firstName: string; lastName: string }
}) {
  const { reader, form, known } = props
  const t = words.for(reader)
  return (
    <>
      <Field
        reader={reader}
        name="firstName"
        label={t('field.first-name')}
        autocomplete="given-name"
        maxlength={80}
        required
        width="medium"
        value={form.value('firstName', known?.firstName)}
        error={form.error('firstName')}
      />
      <Field
        reader={reader}
        name="lastName"
        label={t('field.last-name')}
        autocomplete="family-name"
        maxlength={80}
        required
        width="medium"
        value={form.value('lastName', known?.lastName)}
        error={form.error('lastName')}
      />
    </>
  )
}
