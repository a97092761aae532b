import { confirmPasswordPath, forgottenPasswordPath } from '../../paths/people.ts'
import {
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Link,
  Page,
  PageHeading,
  SubmitButton,
} from '../../ui/index.ts'
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
    <Page frame={frame} title={t('confirm-password.title')} failed={form.failed}>
      <ErrorSummary reader={frame.reader} errors={form.summary} />
      <PageHeading title={t('confirm-password.title')} lead={t('confirm-password.lead')} />
      <Form action={confirmPasswordPath.to()}>
        <Hidden name="next" value={next} />
        <input type="hidden" autocomplete="username" value={address} />
        <Field
          reader={frame.reader}
          name="password"
          label={t('field.password')}
          type="password"
          autocomplete="current-password"
          required
          error={form.error('password')}
        />
        <FormActions>
          <SubmitButton>{t('confirm-password.submit')}</SubmitButton>
          <Link href={forgottenPasswordPath.to()}>{t('sign-in.forgotten')}</Link>
        </FormActions>
      </Form>
    </Page>
  )
}
