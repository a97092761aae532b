import type { Child } from '#jsx'
import {
  type Crumb,
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type FormError,
  type Frame,
  LinkButton,
  Page,
  PageHeading,
  SubmitButton,
} from '../ui/index.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { again } from './form-fields.ts'
import { words } from './messages/index.ts'

type Fields = { readonly reader: Reader; readonly form: ReturnType<typeof again> }

/** A page that is one form: what was wrong about it on top, then what it is for, then its fields. */
export function FormPage(props: {
  frame: Frame
  title: string
  lead?: string | undefined
  action: string
  errors: readonly FormError[]
  breadcrumb?: readonly Crumb[] | undefined
  /** Between the heading and the form. */
  before?: Child
  /** Below the form. */
  after?: Child
  children?: Child
}) {
  const { frame, title, errors } = props
  return (
    <Page frame={frame} title={title} failed={errors.length > 0} breadcrumb={props.breadcrumb}>
      <ErrorSummary reader={frame.reader} errors={errors} />
      <PageHeading title={title} lead={props.lead} />
      {props.before}
      <Form action={props.action}>{props.children}</Form>
      {props.after}
    </Page>
  )
}

/** The button of a form, and the way out without it. */
export function SubmitOrCancel({ reader, submit, back }: { reader: Reader; submit: string; back: string }) {
  return (
    <FormActions>
      <SubmitButton>{submit}</SubmitButton>
      <LinkButton href={back} variant="quiet">
        {words.for(reader)('profile.cancel')}
      </LinkButton>
    </FormActions>
  )
}

/** First and last name, as somebody gives them when they become known here. */
export function NamesFields({
  reader,
  form,
  known,
}: Fields & { known?: { firstName: string; lastName: string } }) {
  const t = words.for(reader)
  const both = { reader, maxlength: 80, required: true, width: 'medium' } as const
  return (
    <>
      <Field
        {...both}
        name="firstName"
        label={t('field.first-name')}
        autocomplete="given-name"
        value={form.value('firstName', known?.firstName)}
        error={form.error('firstName')}
      />
      <Field
        {...both}
        name="lastName"
        label={t('field.last-name')}
        autocomplete="family-name"
        value={form.value('lastName', known?.lastName)}
        error={form.error('lastName')}
      />
    </>
  )
}

/** A mail address: the one that one signs in with, unless `autocomplete` says otherwise. */
export function AddressField(
  props: Fields & { label?: string; help?: string; autocomplete?: 'username' | 'email' },
) {
  const { reader, form } = props
  return (
    <Field
      reader={reader}
      name="address"
      label={props.label ?? words.for(reader)('field.address')}
      help={props.help}
      type="email"
      autocomplete={props.autocomplete ?? 'username'}
      spellcheck={false}
      required
      value={form.value('address')}
      error={form.error('address')}
    />
  )
}

/** The password that somebody has; it is never filled in again after a mistake. */
export function PasswordField(props: Fields & { label?: string; name?: string }) {
  const { reader, form, name = 'password' } = props
  return (
    <Field
      reader={reader}
      name={name}
      label={props.label ?? words.for(reader)('field.password')}
      type="password"
      autocomplete="current-password"
      required
      error={form.error(name)}
    />
  )
}

/** A password that is chosen now; it is never filled in again after a mistake. */
export function NewPasswordField({ reader, form, label }: Fields & { label?: string }) {
  const t = words.for(reader)
  return (
    <Field
      reader={reader}
      name="password"
      label={label ?? t('field.password')}
      help={t('field.password.help')}
      type="password"
      autocomplete="new-password"
      required
      error={form.error('password')}
    />
  )
}
