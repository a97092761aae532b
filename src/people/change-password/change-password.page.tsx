import { changePasswordPath, settingsPath } from '../../paths/people.ts'
import {
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Page,
  PageHeading,
  SubmitButton,
} from '../../ui/index.ts'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'
import { NewPasswordField } from '../new-password.page.tsx'
import { profileCrumbs } from '../profile/profile-menu.page.tsx'

/** Another password, with the one that counts until now. */
export function ChangePasswordPage({ frame, ...typed }: { frame: Frame } & Again) {
  const t = words.for(frame.reader)
  const form = again(t, typed)
  return (
    <Page
      frame={frame}
      title={t('change-password.title')}
      failed={form.failed}
      breadcrumb={profileCrumbs(frame.reader, 'settings', t('change-password.title'))}
    >
      <ErrorSummary reader={frame.reader} errors={form.summary} />
      <PageHeading title={t('change-password.title')} lead={t('change-password.lead')} />
      <Form action={changePasswordPath.to()}>
        <Field
          reader={frame.reader}
          name="currentPassword"
          label={t('change-password.current')}
          type="password"
          autocomplete="current-password"
          required
          error={form.error('currentPassword')}
        />
        <NewPasswordField
          reader={frame.reader}
          label={t('field.new-password')}
          error={form.error('password')}
        />
        <FormActions>
          <SubmitButton>{t('change-password.submit')}</SubmitButton>
          <LinkButton href={settingsPath.to()} variant="quiet">
            {t('profile.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
