import { forgottenPasswordPath, resetPasswordPath } from '../../paths/people.ts'
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
import { Told } from '../told.page.tsx'

/** Asks for the address that a link is sent to. */
export function RecoverPage({ frame, ...typed }: { frame: Frame } & Again) {
  const t = words.for(frame.reader)
  const form = again(t, typed)
  return (
    <Page frame={frame} title={t('recover.title')} failed={form.failed}>
      <ErrorSummary reader={frame.reader} errors={form.summary} />
      <PageHeading title={t('recover.title')} lead={t('recover.lead')} />
      <p class="muted">{t('recover.unconfirmed')}</p>
      <Form action={forgottenPasswordPath.to()}>
        <Field
          reader={frame.reader}
          name="address"
          label={t('field.address')}
          type="email"
          autocomplete="username"
          spellcheck={false}
          required
          value={form.value('address')}
          error={form.error('address')}
        />
        <FormActions>
          <SubmitButton>{t('recover.submit')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
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
    <Page frame={frame} title={t('reset.title')} failed={form.failed}>
      <ErrorSummary reader={frame.reader} errors={form.summary} />
      <PageHeading title={t('reset.title')} lead={t('reset.lead', { address })} />
      <Form action={resetPasswordPath.to()}>
        <NewPasswordField
          reader={frame.reader}
          label={t('field.new-password')}
          error={form.error('password')}
        />
        <FormActions>
          <SubmitButton>{t('reset.submit')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
