import { verifyAddressPath } from '../../paths/people.ts'
import {
  ErrorSummary,
  Form,
  FormActions,
  type Frame,
  Notice,
  Page,
  PageHeading,
  SubmitButton,
} from '../../ui/index.ts'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'
import { NamesFields } from '../names-fields.page.tsx'
import { NewPasswordField } from '../new-password.page.tsx'

/** Where the link of a sign-up leads. `known`: another browser; names to look over and a password to choose. */
export function VerifyAddressPage(
  props: { frame: Frame; address: string; known: { firstName: string; lastName: string } | null } & Again,
) {
  const { frame, address, known } = props
  const t = words.for(frame.reader)
  const form = again(t, props)
  return (
    <Page frame={frame} title={t('verify.title')} failed={form.failed}>
      <ErrorSummary reader={frame.reader} errors={form.summary} />
      <PageHeading title={t('verify.title')} lead={t('verify.lead', { address })} />
      <Form action={verifyAddressPath.to()}>
        {known && (
          <>
            <Notice kind="info" still>
              {t('verify.other-browser')}
            </Notice>
            <NamesFields reader={frame.reader} form={form} known={known} />
            <NewPasswordField
              reader={frame.reader}
              label={t('field.password')}
              error={form.error('password')}
            />
          </>
        )}
        <FormActions>
          <SubmitButton>{t('verify.submit')}</SubmitButton>
        </FormActions>
      </Form>
      <p class="muted">{t('verify.not-you')}</p>
    </Page>
  )
}
