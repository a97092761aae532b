import { verifyAddressPath } from '../../paths/people.ts'
import { FormActions, type Frame, Notice, SubmitButton } from '../../ui/index.ts'
import { FormPage, NamesFields, NewPasswordField } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'

/** Where the link of a sign-up leads. `known`: another browser; names to look over and a password to choose. */
export function VerifyAddressPage(
  props: { frame: Frame; address: string; known: { firstName: string; lastName: string } | null } & Again,
) {
  const { frame, address, known } = props
  const t = words.for(frame.reader)
  const form = again(t, props)
  const fields = { reader: frame.reader, form }
  return (
    <FormPage
      frame={frame}
      title={t('verify.title')}
      lead={t('verify.lead', { address })}
      action={verifyAddressPath.to()}
      errors={form.summary}
      after={<p class="muted">{t('verify.not-you')}</p>}
    >
      {known && (
        <>
          <Notice kind="info" still>
            {t('verify.other-browser')}
          </Notice>
          <NamesFields {...fields} known={known} />
          <NewPasswordField {...fields} />
        </>
      )}
      <FormActions>
        <SubmitButton>{t('verify.submit')}</SubmitButton>
      </FormActions>
    </FormPage>
  )
}
