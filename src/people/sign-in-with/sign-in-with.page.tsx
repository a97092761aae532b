import { signInPath, signInWithPath, signUpPath, startSignInWithPath } from '../../paths/people.ts'
import {
  ErrorPage,
  FormActions,
  type Frame,
  Hidden,
  Link,
  LinkButton,
  Page,
  SubmitButton,
} from '../../ui/index.ts'
import type { EntryRefusal } from '../domain/provider.ts'
import { AddressField, FormPage } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'
import type { Trouble } from '../providers/relying-party.ts'
import { Told } from '../told.page.tsx'

/** Asks for the address whose domain says which organisation it is. */
export function FindProviderPage({ frame, next, ...typed }: { frame: Frame; next: string } & Again) {
  const t = words.for(frame.reader)
  const form = again(t, typed)
  return (
    <FormPage
      frame={frame}
      title={t('with.find.title')}
      lead={t('with.find.lead')}
      action={signInWithPath.to()}
      errors={form.summary}
    >
      {next !== '/' && <Hidden name="next" value={next} />}
      <AddressField reader={frame.reader} form={form} />
      <FormActions>
        <SubmitButton>{t('with.find.submit')}</SubmitButton>
        <Link href={signInPath.to(next === '/' ? undefined : next)}>{t('with.find.password')}</Link>
      </FormActions>
    </FormPage>
  )
}

/** Says where people of a mail domain sign in. */
export function FoundProviderPage(props: {
  frame: Frame
  domain: string
  provider: { id: string; name: string } | undefined
  next: string
}) {
  const { frame, domain, provider, next } = props
  const t = words.for(frame.reader)
  const own = next === '/' ? undefined : next
  const lead = provider
    ? t('with.found.lead', { domain, name: provider.name })
    : t('with.none.lead', { domain })
  return (
    <Told frame={frame} title={t('with.found.title')} lead={lead}>
      <p class="cluster">
        {provider ? (
          <LinkButton href={startSignInWithPath.to(provider.id, next)} variant="primary">
            {t('with.continue', { name: provider.name })}
          </LinkButton>
        ) : (
          <LinkButton href={signInPath.to(own)} variant="primary">
            {t('with.find.password')}
          </LinkButton>
        )}
        {!provider && (
          <LinkButton href={signUpPath.to()} variant="quiet">
            {t('sign-in.create')}
          </LinkButton>
        )}
        <LinkButton href={signInWithPath.to(own)} variant="quiet">
          {t('with.found.other')}
        </LinkButton>
      </p>
    </Told>
  )
}

/** Why somebody who went to a provider did not get in. */
export type NotSignedIn = Trouble | EntryRefusal | 'gone' | 'no-secret' | 'somebody-else'

/** Says why signing in with a provider did not work, and how to go on. */
export function NotSignedInPage(props: {
  frame: Frame
  why: NotSignedIn
  /** The name of the provider. */
  provider: string
  /** Where to try again. */
  again: string
  /** Another way on: the sign-in page, or the home page of somebody who is signed in. */
  other: string
}) {
  const { frame, why, provider: name, again: href, other } = props
  const t = words.for(frame.reader)
  const title = t('with.failed.title', { name })
  return (
    <Page frame={frame} title={title}>
      <ErrorPage
        reader={frame.reader}
        title={title}
        whatHappened={t(`with.failed.${why}`, { name })}
        whatIsSafe={t('with.failed.safe')}
        whatToDo={t(`with.do.${why}`, { name })}
        actions={
          <>
            <LinkButton href={href}>{t('with.failed.again')}</LinkButton>
            <LinkButton href={other} variant="quiet">
              {t(other === '/' ? 'link-gone.home' : 'with.failed.other')}
            </LinkButton>
          </>
        }
      />
    </Page>
  )
}
