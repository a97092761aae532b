import { forgottenPasswordPath, signInPath, signUpPath } from '../../paths/people.ts'
import { FormActions, type Frame, Hidden, Link, SubmitButton } from '../../ui/index.ts'
import { AddressField, FormPage, PasswordField } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'

/** The sign-in form. `wrong`: the last try did not fit; the page is the same whatever was wrong about it. */
export function SignInPage(props: { frame: Frame; next: string; wrong?: boolean | undefined } & Again) {
  const { frame, next, wrong } = props
  const t = words.for(frame.reader)
  const form = again(t, props)
  const fields = { reader: frame.reader, form }
  return (
    <FormPage
      frame={frame}
      title={t('sign-in.title')}
      lead={next === '/' ? undefined : t('sign-in.going-on')}
      action={signInPath.to()}
      errors={wrong ? [{ field: 'address', message: t('sign-in.wrong') }] : form.summary}
    >
      {next !== '/' && <Hidden name="next" value={next} />}
      <AddressField {...fields} />
      <PasswordField {...fields} />
      <FormActions>
        <SubmitButton>{t('sign-in.submit')}</SubmitButton>
        <Link href={forgottenPasswordPath.to()}>{t('sign-in.forgotten')}</Link>
        <Link href={signUpPath.to()}>{t('sign-in.create')}</Link>
      </FormActions>
    </FormPage>
  )
}
