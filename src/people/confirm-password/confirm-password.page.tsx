import { confirmPasswordPath, confirmWithPath, forgottenPasswordPath } from '../../paths/people.ts'
import {
  FormActions,
  type Frame,
  Hidden,
  Link,
  LinkButton,
  Page,
  PageHeading,
  SubmitButton,
} from '../../ui/index.ts'
import { FormPage, PasswordField } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'

type Providers = readonly { readonly id: string; readonly name: string }[]

function WithProvider(props: { frame: Frame; next: string; providers: Providers; isOnlyWay?: true }) {
  const { frame, next, providers, isOnlyWay } = props
  const t = words.for(frame.reader)
  return (
    <p class="cluster">
      {providers.map(({ id, name }) => (
        <LinkButton href={confirmWithPath.to(id, next)} variant={isOnlyWay ? 'primary' : 'secondary'}>
          {t('confirm-with.continue', { name })}
        </LinkButton>
      ))}
    </p>
  )
}

/** Asks somebody without a password to show anew to their organisation who they are. */
export function ConfirmWithPage(props: { frame: Frame; next: string; providers: Providers }) {
  const t = words.for(props.frame.reader)
  const title = t('confirm-with.title')
  return (
    <Page frame={props.frame} title={title}>
      <PageHeading title={title} lead={t('confirm-with.lead')} />
      <WithProvider {...props} isOnlyWay />
      <p>
        <Link href={forgottenPasswordPath.to()}>{t('sign-in.forgotten')}</Link>
      </p>
    </Page>
  )
}

/** Asks for the password again before a step that matters; whoever signs in with an organisation may show it there. */
export function ConfirmPasswordPage({
  frame,
  next,
  address,
  providers,
  ...typed
}: { frame: Frame; next: string; address: string; providers: Providers } & Again) {
  const t = words.for(frame.reader)
  const form = again(t, typed)
  return (
    <FormPage
      frame={frame}
      title={t('confirm-password.title')}
      lead={t('confirm-password.lead')}
      action={confirmPasswordPath.to()}
      errors={form.summary}
      before={
        providers.length > 0 && (
          <>
            <WithProvider frame={frame} next={next} providers={providers} />
            <p class="muted">{t('confirm-with.or')}</p>
          </>
        )
      }
    >
      <Hidden name="next" value={next} />
      <input type="hidden" autocomplete="username" value={address} />
      <PasswordField reader={frame.reader} form={form} />
      <FormActions>
        <SubmitButton>{t('confirm-password.submit')}</SubmitButton>
        <Link href={forgottenPasswordPath.to()}>{t('sign-in.forgotten')}</Link>
      </FormActions>
    </FormPage>
  )
}
