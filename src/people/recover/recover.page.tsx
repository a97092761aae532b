import { forgottenPasswordPath, resetPasswordPath } from '../../paths/people.ts'
import { FormActions, type Frame, LinkButton, SubmitButton } from '../../ui/index.ts'
import { AddressField, FormPage, NewPasswordField } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'
import { Told } from '../told.page.tsx'

/** Asks for the address that a link is sent to. */
export function RecoverPage({ frame, ...typed }: { frame: Frame } & Again) {
  const t = words.for(frame.reader)
  const form = again(t, typed)
  return (
    <FormPage
      frame={frame}
      title={t('recover.title')}
      lead={t('recover.lead')}
      action={forgottenPasswordPath.to()}
      errors={form.summary}
      before={<p class="muted">{t('recover.unconfirmed')}</p>}
    >
      <AddressField reader={frame.reader} form={form} />
      <FormActions>
        <SubmitButton>{t('recover.submit')}</SubmitButton>
      </FormActions>
    </FormPage>
  )
}

/** What everybody is told who asked for a link, whether or not the address was known. */
export function RecoverSentPage({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <Told frame={frame} title={t('recover-sent.title')} lead={t('recover-sent.lead')}>
      <p>{t('recover-sent.nothing')}</p>
      <p>
        <LinkButton href={forgottenPasswordPath.to()}>{t('recover-sent.again')}</LinkButton>
      </p>
    </Told>
  )
}

/** Where the link leads: choose a new password and press the button. */
export function ResetPage({ frame, address, ...typed }: { frame: Frame; address: string } & Again) {
  const t = words.for(frame.reader)
  const form = again(t, typed)
  return (
    <FormPage
      frame={frame}
      title={t('reset.title')}
      lead={t('reset.lead', { address })}
      action={resetPasswordPath.to()}
      errors={form.summary}
    >
      <NewPasswordField reader={frame.reader} form={form} label={t('field.new-password')} />
      <FormActions>
        <SubmitButton>{t('reset.submit')}</SubmitButton>
      </FormActions>
    </FormPage>
  )
}
