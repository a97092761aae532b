import { changePasswordPath, settingsPath } from '../../paths/people.ts'
import type { Frame } from '../../ui/index.ts'
import { FormPage, NewPasswordField, PasswordField, SubmitOrCancel } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'
import { profileCrumbs } from '../profile/profile-menu.page.tsx'

/** Another password, with the one that counts until now. */
export function ChangePasswordPage({ frame, ...typed }: { frame: Frame } & Again) {
  const { reader } = frame
  const t = words.for(reader)
  const form = again(t, typed)
  const title = t('change-password.title')
  return (
    <FormPage
      frame={frame}
      title={title}
      lead={t('change-password.lead')}
      action={changePasswordPath.to()}
      errors={form.summary}
      breadcrumb={profileCrumbs(reader, 'settings', title)}
    >
      <PasswordField
        reader={reader}
        form={form}
        name="currentPassword"
        label={t('change-password.current')}
      />
      <NewPasswordField reader={reader} form={form} label={t('field.new-password')} />
      <SubmitOrCancel reader={reader} submit={t('change-password.submit')} back={settingsPath.to()} />
    </FormPage>
  )
}
