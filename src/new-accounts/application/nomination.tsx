import { textOf } from '../../platform/http/index.ts'
import { AgreementsToRead, versionField } from '../../agreements/index.ts'
import { acceptNominationPath, refuseNominationPath } from '../../paths/new-accounts.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  Button,
  Checkbox,
  Fold,
  Form,
  FormActions,
  Hidden,
  Notice,
  Section,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { sayMistake } from '../apply/fields.tsx'
import { words } from '../messages/index.ts'
import type { ApplicationView } from './application.view.ts'

/** What the nominee reads and answers: the agreements, a yes, or a no with a reason. */
export function Nomination(props: ApplicationView) {
  const { frame, application, agreements, requester } = props
  if (application.status !== 'AWAITING_NOMINEE') return null
  const { reader } = frame
  const t = words.for(reader)
  const said = { account: application.name, name: nameOf(requester), n: agreements.length }
  const isOwn = application.whose === 'OWN'
  return (
    <Section
      title={t('application.nomination', said)}
      lead={isOwn ? t('application.nomination.own', said) : t('application.nomination.lead', said)}
      id="nomination"
    >
      {agreements.length === 0 && (
        <Notice kind="info" still>
          {t('application.nomination.no-agreement')}
        </Notice>
      )}
      <AgreementsToRead reader={reader} versions={agreements} />
      <Form action={acceptNominationPath.to(application.id)}>
        {agreements.map((one) => (
          <Hidden name="version" value={versionField(one)} />
        ))}
        <Checkbox name="agree" label={t('application.nomination.agree', said)} />
        <FormActions>
          <SubmitButton icon="check">{t('application.nomination.accept')}</SubmitButton>
        </FormActions>
      </Form>
      {!isOwn && <Refusing {...props} />}
    </Section>
  )
}

function Refusing({ frame, application, requester, typed = {}, errors = {} }: ApplicationView) {
  const { reader } = frame
  const t = words.for(reader)
  const error = errors['reason'] === undefined ? undefined : sayMistake(reader, errors['reason'])
  return (
    <Fold summary={t('application.nomination.refuse')} open={error !== undefined}>
      <Form action={refuseNominationPath.to(application.id)}>
        <TextArea
          reader={reader}
          name="reason"
          label={t('application.nomination.reason')}
          help={t('application.nomination.reason.help', { name: nameOf(requester) })}
          required
          min={10}
          max={1_000}
          rows={3}
          value={textOf(typed, 'reason')}
          error={error}
        />
        <FormActions>
          <Button variant="danger">{t('application.nomination.refuse')}</Button>
        </FormActions>
      </Form>
    </Fold>
  )
}
