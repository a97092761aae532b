import { forgottenPasswordPath, signInPath, signUpPath } from '../../paths/people.ts'
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

/** The sign-in form. `wrong`: the last try did not fit; the page is the same whatever was wrong about it. */
export function SignInPage(props: { frame: Frame; next: string; wrong?: boolean | undefined } & Again) {
  const { frame, next, wrong } = props
  const t = words.for(frame.reader)
  const form = again(t, props)
  const errors = wrong ? [{ field: 'address', message: t('sign-in.wrong') }] : form.summary
  return (
    <Page frame={frame} title={t('sign-in.title')} failed={errors.length > 0}>
      <ErrorSummary reader={frame.reader} errors={errors} />
      <PageHeading title={t('sign-in.title')} lead={next === '/' ? undefined : t('sign-in.going-on')} />
      <Form action={signInPath.to()}>
        {next !== '/' && <Hidden name="next" value={next} />}
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
          <SubmitButton>{t('sign-in.submit')}</SubmitButton>
          <Link href={forgottenPasswordPath.to()}>{t('sign-in.forgotten')}</Link>
          <Link href={signUpPath.to()}>{t('sign-in.create')}</Link>
        </FormActions>
      </Form>
    </Page>
  )
}
