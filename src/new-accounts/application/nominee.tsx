import { textOf } from '../../platform/http/index.ts'
import { changeNomineePath, remindNomineePath } from '../../paths/new-accounts.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { Button, Card, Field, Fold, Form, FormActions, Id, Muted } from '../../ui/index.ts'
import { sayMistake } from '../apply/fields.tsx'
import { isApplicationOpen, remindFrom } from '../domain/application.ts'
import { words } from '../messages/index.ts'
import type { ApplicationView } from './application.view.ts'

/** Who is to administer the account, for whoever asked: reminding them, and naming somebody else. */
export function NomineeCard(props: ApplicationView) {
  const { frame, application } = props
  const t = words.for(frame.reader)
  const { status, action, whose } = application
  if (!isApplicationOpen(status)) return null
  const mayChange = status !== 'ACTION_NEEDED' || action === 'NOMINEE'
  return (
    <Card title={t('application.fact.nominee')} id="nominee">
      <p>{whose === 'OWN' ? t('application.nominee.self') : <Id value={application.nomineeAddress} />}</p>
      {whose === 'OTHER' && <Reminding {...props} />}
      {mayChange && <Changing {...props} />}
    </Card>
  )
}

function Reminding({ frame, application }: ApplicationView) {
  const { reader } = frame
  const t = words.for(reader)
  const from = remindFrom(application)
  if (!from)
    return application.status === 'AWAITING_NOMINEE' ? <Muted>{t('application.remind.none')}</Muted> : null
  if (from > application.now)
    return <Muted>{t('application.remind.from', { date: formatDate(reader, from, 'dateTime') })}</Muted>
  return (
    <Form action={remindNomineePath.to(application.id)}>
      <Button icon="bell">{t('application.remind')}</Button>
    </Form>
  )
}

function Changing({ frame, application, typed = {}, errors = {} }: ApplicationView) {
  const { reader } = frame
  const t = words.for(reader)
  const error = errors['nominee'] === undefined ? undefined : sayMistake(reader, errors['nominee'])
  const isWanted = error !== undefined || application.action === 'NOMINEE'
  return (
    <Fold summary={t('application.nominee.change')} open={isWanted}>
      <Form action={changeNomineePath.to(application.id)}>
        <Field
          reader={reader}
          name="nominee"
          type="email"
          width="medium"
          required
          label={t('application.field.nominee')}
          help={t(
            application.clearedAt === null
              ? 'application.field.nominee.help'
              : 'application.nominee.looked-at-again',
          )}
          value={textOf(typed, 'nominee')}
          error={error}
          autocomplete="off"
        />
        <FormActions>
          <Button>{t('application.nominee.save')}</Button>
        </FormActions>
      </Form>
    </Fold>
  )
}
