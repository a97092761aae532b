import { signInLinkPath } from '../../paths/people.ts'
import { Form, FormActions, type Frame, Page, PageHeading, SubmitButton } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** Where a sign-in link leads: who one is about to be, and a button. */
export function SignInLinkPage({ frame, address }: { frame: Frame; address: string }) {
  const t = words.for(frame.reader)
  return (
    <Page frame={frame} title={t('sign-in-link.title')}>
      <PageHeading title={t('sign-in-link.title')} lead={t('sign-in-link.lead', { address })} />
      <Form action={signInLinkPath.to()}>
        <FormActions>
          <SubmitButton>{t('sign-in-link.submit')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
