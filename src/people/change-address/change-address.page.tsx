import { changeAddressPath, confirmAddressPath, settingsPath } from '../../paths/people.ts'
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
import { profileCrumbs } from '../profile/profile-menu.page.tsx'

/** Another mail address, which must be proven before it counts. */
export function ChangeAddressPage({ frame, ...typed }: { frame: Frame } & Again) {
  const t = words.for(frame.reader)
  const form = again(t, typed)
  return (
    <Page
      frame={frame}
      title={t('change-address.title')}
      failed={form.failed}
      breadcrumb={profileCrumbs(frame.reader, 'settings', t('change-address.title'))}
    >
      <ErrorSummary reader={frame.reader} errors={form.summary} />
      <PageHeading title={t('change-address.title')} lead={t('change-address.lead')} />
      <Form action={changeAddressPath.to()}>
        <Field
          reader={frame.reader}
          name="address"
          label={t('change-address.new')}
          type="email"
          autocomplete="email"
          spellcheck={false}
          required
          value={form.value('address')}
          error={form.error('address')}
        />
        <FormActions>
          <SubmitButton>{t('change-address.submit')}</SubmitButton>
          <LinkButton href={settingsPath.to()} variant="quiet">
            {t('profile.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}

/** Where the link to the new address leads: what will change, and a button. */
export function ConfirmAddressPage({ frame, address }: { frame: Frame; address: string }) {
  const t = words.for(frame.reader)
  return (
    <Page frame={frame} title={t('confirm-address.title')}>
      <PageHeading title={t('confirm-address.title')} lead={t('confirm-address.lead', { address })} />
      <Form action={confirmAddressPath.to()}>
        <FormActions>
          <SubmitButton>{t('confirm-address.submit')}</SubmitButton>
          <LinkButton href={settingsPath.to()} variant="quiet">
            {t('profile.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
