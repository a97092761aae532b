import { forgottenPasswordPath, signInPath, signUpPath } from '../../paths/people.ts'
import {
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  Link,
  LinkButton,
  Page,
  PageHeading,
  SubmitButton,
} from '../../ui/index.ts'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'
import { NamesFields } from '../names-fields.page.tsx'
import { NewPasswordField } from '../new-password.page.tsx'
import { Told } from '../told.page.tsx'

/** The form with which somebody asks for an account of their own. */
export function SignUpPage({ frame, ...typed }: { frame: Frame } & Again) {
  const t = words.for(frame.reader)
  const form = again(t, typed)
  return (
    <Page frame={frame} title={t('sign-up.title')} failed={form.failed}>
      <ErrorSummary reader={frame.reader} errors={form.summary} />
      <PageHeading title={t('sign-up.title')} lead={t('sign-up.lead')} />
      <Form action={signUpPath.to()}>
        <NamesFields reader={frame.reader} form={form} />
        <Field
          reader={frame.reader}
          name="address"
          label={t('field.address')}
          help={t('field.address.help')}
          type="email"
          autocomplete="username"
          spellcheck={false}
          required
          value={form.value('address')}
          error={form.error('address')}
        />
        <NewPasswordField reader={frame.reader} label={t('field.password')} error={form.error('password')} />
        <FormActions>
          <SubmitButton>{t('sign-up.submit')}</SubmitButton>
          <Link href={signInPath.to()}>{t('sign-up.have-one')}</Link>
        </FormActions>
      </Form>
    </Page>
  )
}

/** What everybody is told who has signed up, whether or not the address was known. */
export function SignUpSentPage({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <Told frame={frame} title={t('sign-up-sent.title')} lead={t('sign-up-sent.lead')}>
      <p>{t('sign-up-sent.same-browser')}</p>
      <p>{t('sign-up-sent.wait')}</p>
      <p>
        <LinkButton href={forgottenPasswordPath.to()}>{t('sign-up-sent.again')}</LinkButton>
      </p>
    </Told>
  )
}
