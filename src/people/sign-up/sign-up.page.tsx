import { forgottenPasswordPath, signInPath, signUpPath } from '../../paths/people.ts'
import { FormActions, type Frame, Hidden, Link, LinkButton, SubmitButton } from '../../ui/index.ts'
import { AddressField, FormPage, NamesFields, NewPasswordField } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'
import { Told } from '../told.page.tsx'

/** The form with which somebody asks for an account of their own. */
export function SignUpPage({ frame, ...typed }: { frame: Frame } & Again) {
  const t = words.for(frame.reader)
  const form = again(t, typed)
  const fields = { reader: frame.reader, form }
  return (
    <FormPage
      frame={frame}
      title={t('sign-up.title')}
      lead={t('sign-up.lead')}
      action={signUpPath.to()}
      errors={form.summary}
    >
      <NamesFields {...fields} />
      <AddressField {...fields} help={t('field.address.help')} />
      <NewPasswordField {...fields} />
      <Hidden name="timeZone" value="" />
      <FormActions>
        <SubmitButton>{t('sign-up.submit')}</SubmitButton>
        <Link href={signInPath.to()}>{t('sign-up.have-one')}</Link>
      </FormActions>
    </FormPage>
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
