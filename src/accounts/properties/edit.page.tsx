import { accountPath, editAccountPath } from '../../paths/accounts.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import {
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Notice,
  Radios,
  SubmitButton,
} from '../../ui/index.ts'
import { AccountFrame } from '../account-frame.page.tsx'
import { words } from '../messages/index.ts'
import type { SeenAccount } from '../sight.ts'
import type { Editable } from './edit-account.ts'
import { packed } from './edit.form.ts'

/** What the page that edits an account shows; errors are sentences, by field. */
export type EditAccountPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly editable: Editable
  readonly typed: Typed
  readonly errors?: FieldErrors | undefined
  /** Why the whole was not saved. */
  readonly refused?: string | undefined
  /** Another account whose name looks like the one that was typed. */
  readonly looksLike?: string | undefined
}

/** An account's name, its contact, and whether strangers find it. */
export function EditAccountPage(props: EditAccountPageProps) {
  const { frame, seen, errors = {}, refused, looksLike } = props
  const { reader } = frame
  const t = words.for(reader)
  const mistakes = Object.entries(errors).map(([field, message]) => ({ field, message }))
  const { account } = seen
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="properties"
      narrow
      title={t('properties.edit-title')}
      under={[{ label: t('properties.edit') }]}
      failed={mistakes.length > 0 || refused !== undefined || looksLike !== undefined}
    >
      <ErrorSummary reader={reader} errors={mistakes} />
      {refused !== undefined && (
        <Notice kind="warning" title={t('settings.problem')}>
          {refused}
        </Notice>
      )}
      {looksLike !== undefined && (
        <Notice kind="warning" title={t('va.looks-like-title', { name: looksLike })}>
          {t('properties.looks-like')}
        </Notice>
      )}
      <Form action={editAccountPath.to(account.identifier)}>
        <Hidden name="before" value={packed(account)} />
        <Hidden name="despite" value={looksLike ?? ''} />
        {props.editable.words && <Words {...props} errors={errors} />}
        {props.editable.visibility && <Sight {...props} errors={errors} />}
        <FormActions>
          <SubmitButton>{t(looksLike === undefined ? 'settings.save' : 'va.despite')}</SubmitButton>
          <LinkButton variant="quiet" href={accountPath.to(account.identifier)}>
            {t('properties.back')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountFrame>
  )
}

function Words({ frame, seen, typed, errors = {} }: EditAccountPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const value = (name: 'name' | 'contactName' | 'contactAddress') => {
    const written = typed[name]
    return typeof written === 'string' ? written : seen.account[name]
  }
  return (
    <>
      <Field
        reader={reader}
        name="name"
        label={t('properties.name')}
        help={t('properties.name-help')}
        required
        maxlength={80}
        autocomplete="off"
        value={value('name')}
        error={errors['name']}
      />
      <Field
        reader={reader}
        name="contactName"
        label={t('properties.contact-name')}
        help={t('properties.contact-name-help')}
        maxlength={80}
        autocomplete="off"
        value={value('contactName')}
        error={errors['contactName']}
      />
      <Field
        reader={reader}
        name="contactAddress"
        type="email"
        label={t('properties.contact-address')}
        help={t('properties.contact-address-help')}
        maxlength={254}
        autocomplete="off"
        spellcheck={false}
        value={value('contactAddress')}
        error={errors['contactAddress']}
      />
    </>
  )
}

function Sight({ frame, seen, typed, errors = {} }: EditAccountPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { visibility } = seen.account
  if (visibility === 'RESTRICTED') return <p class="muted">{t('properties.listed-again')}</p>
  const chosen = typed['visibility']
  return (
    <Radios
      reader={reader}
      name="visibility"
      label={t('account.visibility')}
      help={t('properties.visibility-help')}
      required
      value={typeof chosen === 'string' ? chosen : visibility}
      error={errors['visibility']}
      items={(['LISTED', 'RESTRICTED'] as const).map((value) => ({
        value,
        label: t(`properties.visibility.${value}`),
        help: t(`account.visibility.${value}`),
      }))}
    />
  )
}
