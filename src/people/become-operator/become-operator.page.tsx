import { firstOperatorPath } from '../../paths/people.ts'
import { FormActions, type Frame, SubmitButton } from '../../ui/index.ts'
import { AddressField, FormPage, NamesFields, NewPasswordField } from '../form.page.tsx'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'

/** Where the printed link of a new installation leads. */
export function BecomeOperatorPage({ frame, ...typed }: { frame: Frame } & Again) {
  const t = words.for(frame.reader)
  const form = again(t, typed)
  const fields = { reader: frame.reader, form }
  return (
    <FormPage
      frame={frame}
      title={t('first-operator.title')}
      lead={t('first-operator.lead')}
      action={firstOperatorPath.to()}
      errors={form.summary}
    >
      <NamesFields {...fields} />
      <AddressField {...fields} />
      <NewPasswordField {...fields} />
      <FormActions>
        <SubmitButton>{t('first-operator.submit')}</SubmitButton>
      </FormActions>
    </FormPage>
  )
}
