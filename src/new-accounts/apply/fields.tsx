import { accountTypes } from '../../accounts/domain/account.ts'
import { type FieldErrors, textOf, type Typed } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Field, Radios, TextArea } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

type Key = Parameters<ReturnType<typeof words.for>>[0]

/** The sentence of a mistake; a mistake of our own fields always has one. */
export function sayMistake(reader: Reader, key: string): string {
  const t = words.for(reader) as (key: Key) => string
  const known = key in words.languages.en ? key : 'application.error.identifier'
  return t(known as Key)
}

/** Where a mistake is shown and led to. */
export function anchorOf(field: string): string {
  return field === 'whose' || field === 'type' ? `${field}-1` : field
}

type Filling = { reader: Reader; typed: Typed; errors: FieldErrors }

function filling({ reader, typed, errors }: Filling) {
  return (name: string) => ({
    reader,
    name,
    required: true,
    value: textOf(typed, name),
    error: errors[name] === undefined ? undefined : sayMistake(reader, errors[name]),
  })
}

function WhoseField(props: Filling) {
  const t = words.for(props.reader)
  const filled = filling(props)
  const nominee = (
    <Field
      {...filled('nominee')}
      type="email"
      width="medium"
      label={t('application.field.nominee')}
      help={t('application.field.nominee.help')}
      required={false}
      star
      autocomplete="off"
    />
  )
  return (
    <div class="opening">
      <Radios
        {...filled('whose')}
        label={t('application.field.whose')}
        items={[
          { value: 'OWN', label: t('application.whose.OWN'), help: t('application.whose.OWN.help') },
          {
            value: 'OTHER',
            label: t('application.whose.OTHER'),
            help: t('application.whose.OTHER.help'),
            inside: nominee,
          },
        ]}
      />
    </div>
  )
}

/** The fields of an application. */
export function WantedFields(props: Filling) {
  const t = words.for(props.reader)
  const filled = filling(props)
  return (
    <>
      <WhoseField {...props} />
      <Field
        {...filled('name')}
        label={t('application.field.name')}
        help={t('application.field.name.help')}
        maxlength={80}
      />
      <Field
        {...filled('identifier')}
        label={t('application.field.identifier')}
        help={t('application.field.identifier.help')}
        spellcheck={false}
        inputmode="url"
        autocomplete="off"
      />
      <Radios
        {...filled('type')}
        label={t('application.field.type')}
        items={accountTypes.map((type) => ({
          value: type,
          label: t(`application.type.${type}`),
          help: t(`application.type.${type}.help`),
        }))}
      />
      <TextArea
        {...filled('reason')}
        label={t('application.field.reason')}
        help={t('application.field.reason.help')}
        min={10}
        max={1_000}
      />
    </>
  )
}

/** Why a new account, although there is something like it. */
export function InsistField(props: { reader: Reader; typed: Typed; errors: FieldErrors }) {
  const { reader, typed, errors } = props
  const t = words.for(reader)
  return (
    <TextArea
      reader={reader}
      name="insists"
      label={t('application.field.insists')}
      help={t('application.field.insists.help')}
      required
      min={10}
      max={1_000}
      rows={3}
      value={textOf(typed, 'insists')}
      error={errors['insists'] === undefined ? undefined : sayMistake(reader, errors['insists'])}
    />
  )
}
