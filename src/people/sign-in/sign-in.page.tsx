import {
  forgottenPasswordPath,
  signInPath,
  signInWithPath,
  signUpPath,
  startSignInWithPath,
} from '../../paths/people.ts'
import { FormActions, type Frame, Hidden, Link, LinkButton, SubmitButton } from '../../ui/index.ts'
import { AddressField, FormPage, PasswordField } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'

/** An identity provider that one can sign in with. */
export type Offered = { readonly id: string; readonly name: string }

/** The way to one provider; of several, only that there are some is shown: their names are nobody's business. */
function OtherWays({ frame, next, offered }: { frame: Frame; next: string; offered: readonly Offered[] }) {
  const t = words.for(frame.reader)
  const [one] = offered
  if (!one) return null
  const href =
    offered.length > 1
      ? signInWithPath.to(next === '/' ? undefined : next)
      : startSignInWithPath.to(one.id, next)
  const label = offered.length > 1 ? t('with.organisation') : t('with.continue', { name: one.name })
  return (
    <>
      <p>
        <LinkButton href={href}>{label}</LinkButton>
      </p>
      <p class="muted">{t('with.or')}</p>
    </>
  )
}

/** The sign-in form. `wrong`: the last try did not fit; the page is the same whatever was wrong about it. */
export function SignInPage(
  props: { frame: Frame; next: string; wrong?: boolean | undefined; offered: readonly Offered[] } & Again,
) {
  const { frame, next, wrong, offered } = props
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
      before={<OtherWays frame={frame} next={next} offered={offered} />}
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
