import { confirmPasswordPath, forgottenPasswordPath } from '../../paths/people.ts'
import { FormActions, type Frame, Hidden, Link, SubmitButton } from '../../ui/index.ts'
import { FormPage, PasswordField } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'

/** Asks for the password again before a step that matters. */
export function ConfirmPasswordPage({
  frame,
  next,
  address,
  ...typed
}: { frame: Frame; next: string; address: string } & Again) {
  const t = words.for(frame.reader)
  const form = again(t, typed)
  return (
    <FormPage
      frame={frame}
      title={t('confirm-password.title')}
      lead={t('confirm-password.lead')}
      action={confirmPasswordPath.to()}
      errors={form.summary}
    >
      <Hidden name="next" value={next} />
      <input type="hidden" autocomplete="username" value={address} />
      <PasswordField reader={frame.reader} form={form} />
      <FormActions>
        <SubmitButton>{t('confirm-password.submit')}</SubmitButton>
        <Link href={forgottenPasswordPath.to()}>{t('sign-in.forgotten')}</Link>
      </FormActions>
    </FormPage>
  )
}
