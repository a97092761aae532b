import { firstOperatorPath } from '../../paths/people.ts'
import {
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  Page,
  PageHeading,
  SubmitButton,
} from '../../ui/index.ts'
import { type Again, again } from '../form-fields.ts'
import { words } from '../messages/index.ts'
import { NamesFields } from '../names-fields.page.tsx'
import { NewPasswordField } from '../new-password.page.tsx'

/** Where the printed link of a new installation leads. */
export function BecomeOperatorPage({ frame, ...typed }: { frame: Frame } & Again) {
  const t = words.for(frame.reader)
  const form = again(t, typed)
  return (
    <Page frame={frame} title={t('first-operator.title')} failed={form.failed}>
      <ErrorSummary reader={frame.reader} errors={form.summary} />
      <PageHeading title={t('first-operator.title')} lead={t('first-operator.lead')} />
      <Form action={firstOperatorPath.to()}>
        <NamesFields reader={frame.reader} form={form} />
        <Field
          reader={frame.reader}
          name="address"
          label={t('field.address')}
          type="email"
          autocomplete="username"
          spellcheck={false}
          required
          value={form.value('address')}
          error={form.error('address')}
        />
        <NewPasswordField reader={frame.reader} label={t('field.password')} error={form.error('password')} />
        <FormActions>
          <SubmitButton>{t('first-operator.submit')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
