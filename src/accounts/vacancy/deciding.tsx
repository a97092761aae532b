import { acceptDocumentsPath, approveClaimPath, rejectClaimPath } from '../../paths/claims.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { Button, Form, FormActions, Section, SubmitButton, TextArea } from '../../ui/index.ts'
import { noticeDays } from '../domain/claim.ts'
import { words } from '../messages/index.ts'
import type { ClaimPageProps } from './claim.page.tsx'

/** What an agent can do with a claim: agree, or reject it. */
export function Deciding(props: ClaimPageProps) {
  const { frame, claim, typed, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const answer = typed?.['answer']
  return (
    <Section title={t('claim.desk.title')}>
      <Agreeing {...props} />
      <Form action={rejectClaimPath.to(claim.id)}>
        <TextArea
          reader={reader}
          name="answer"
          label={t('claim.desk.answer')}
          help={t('claim.desk.answer-help')}
          required
          value={typeof answer === 'string' ? answer : ''}
          error={errors['answer'] === undefined ? undefined : t('claim.error.answer')}
        />
        <FormActions>
          <Button variant="danger">{t('claim.desk.reject')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Agreeing({ frame, claim, viewerId, isVacant }: ClaimPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  if (claim.status === 'OPEN') {
    if (claim.documentsAt === null || !isVacant) return null
    return (
      <Form action={acceptDocumentsPath.to(claim.id)}>
        <p>{t('claim.desk.accept-text', { days: noticeDays })}</p>
        <FormActions>
          <SubmitButton>{t('claim.desk.accept')}</SubmitButton>
        </FormActions>
      </Form>
    )
  }
  if (claim.status === 'NOTICE')
    return (
      <p>{t('claim.desk.waits', { date: formatDate(reader, claim.noticeEndsAt ?? claim.now, 'date') })}</p>
    )
  if (claim.approvedBy.some((id) => id === viewerId)) return <p>{t('claim.desk.mine')}</p>
  const isSecond = claim.approvedBy.length > 0
  return (
    <Form action={approveClaimPath.to(claim.id)}>
      <p>{isSecond ? t('claim.desk.second') : t('claim.desk.first')}</p>
      <FormActions>
        <SubmitButton>{isSecond ? t('claim.desk.grant') : t('claim.desk.approve')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
