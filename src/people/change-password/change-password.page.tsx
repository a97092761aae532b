import { changePasswordPath, forgottenPasswordPath, settingsPath } from '../../paths/people.ts'
import { type Frame, LinkButton } from '../../ui/index.ts'
import { FormPage, NewPasswordField, PasswordField, SubmitOrCancel } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'
import { profileCrumbs } from '../profile/profile-menu.page.tsx'
import { Told } from '../told.page.tsx'

/** How somebody gets a password who has none: by a link to their address, as whoever has forgotten theirs. */
export function NoPasswordPage({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <Told frame={frame} title={t('no-password.title')} lead={t('no-password.lead')}>
      <p class="cluster">
        <LinkButton href={forgottenPasswordPath.to()} variant="primary">
          {t('no-password.go')}
        </LinkButton>
        <LinkButton href={settingsPath.to()} variant="quiet">
          {t('profile.cancel')}
        </LinkButton>
      </p>
    </Told>
  )
}

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
