import { reopenCasePath } from '../../paths/support-cases.ts'
import { Form, FormActions, Section, SubmitButton, TextArea } from '../../ui/index.ts'
import { stepCase } from '../domain/case.ts'
import { caseText } from '../domain/writing.ts'
import { words } from '../messages/index.ts'
import type { CasePageProps } from './case.page.tsx'

/** Taking a resolved case up again, while that is possible. */
export function Reopening({ frame, one, now, mistake }: CasePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  if (one.seat === 'ACCOUNT' || !stepCase(one, 'reopen', now).ok) return null
  const wrong = mistake?.field === 'reopen' ? mistake : undefined
  return (
    <Section title={t('case.reopen')} lead={t('case.reopen.lead')}>
      <Form action={reopenCasePath.to(one.id)}>
        <TextArea
          reader={reader}
          name="text"
          id="reopen"
          label={t(one.seat === 'SUPPORT' ? 'case.reopen.text.support' : 'case.reopen.text')}
          required
          rows={3}
          {...caseText}
          value={wrong?.typed}
          error={wrong?.error}
        />
        <FormActions>
          <SubmitButton variant="secondary" icon="undo-2">
            {t('case.reopen.do')}
          </SubmitButton>
        </FormActions>
      </Form>
    </Section>
  )
}
