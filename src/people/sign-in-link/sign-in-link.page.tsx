import { signInLinkPath } from '../../paths/people.ts'
import { FormActions, type Frame, SubmitButton } from '../../ui/index.ts'
import { FormPage } from '../form.page.tsx'
import { words } from '../messages/index.ts'

/** Where a sign-in link leads: who one is about to be, and a button. */
export function SignInLinkPage({ frame, address }: { frame: Frame; address: string }) {
  const t = words.for(frame.reader)
  return (
    <FormPage
      frame={frame}
      title={t('sign-in-link.title')}
      lead={t('sign-in-link.lead', { address })}
      action={signInLinkPath.to()}
      errors={[]}
    >
      <FormActions>
        <SubmitButton>{t('sign-in-link.submit')}</SubmitButton>
      </FormActions>
    </FormPage>
  )
}
