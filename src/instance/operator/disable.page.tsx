import { disablePersonPath, operatedPersonPath } from '../../paths/operator.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  ErrorSummary,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { PersonRow } from './operator.query.ts'
import { wayToPerson } from './person.page.tsx'

type Props = {
  readonly frame: Frame
  readonly person: PersonRow
  readonly typed?: string | undefined
  /** The reason is missing that it takes here. */
  readonly missing?: boolean | undefined
}

/** Asks before somebody is shut out, and says what that means. */
export function DisablePage(props: Props) {
  const { frame, person, missing = false } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('operator.disable.title', { name: nameOf(person) })
  const lists = new Intl.ListFormat(reader.locale === 'fr' ? 'fr-FR' : 'en-GB', { type: 'conjunction' })
  const { aloneIn } = person
  return (
    <Page frame={frame} title={title} failed={missing} breadcrumb={wayToPerson(frame, person, title)}>
      <PageHeading title={title} lead={t('operator.disable.lead', { address: person.address })} />
      {aloneIn.length > 0 && (
        <Notice kind="warning" still>
          {t('operator.disable.alone', {
            n: aloneIn.length,
            accounts: lists.format(aloneIn.map(({ name: account }) => account)),
          })}
        </Notice>
      )}
      {missing && (
        <ErrorSummary
          reader={reader}
          errors={[{ field: 'reason', message: t('operator.disable.reason.missing') }]}
        />
      )}
      <DisableForm {...props} />
    </Page>
  )
}

function DisableForm({ frame, person, typed = '', missing = false }: Props) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={disablePersonPath.to(person.id)}>
      {(person.aloneIn.length > 0 || missing) && (
        <TextArea
          reader={reader}
          name="reason"
          label={t('operator.disable.reason')}
          help={t('operator.disable.reason.help')}
          required
          rows={3}
          min={10}
          max={1000}
          value={typed}
          error={missing ? t('operator.disable.reason.missing') : undefined}
        />
      )}
      <FormActions>
        <SubmitButton variant="danger">{t('operator.disable-of', { name: nameOf(person) })}</SubmitButton>
        <LinkButton variant="quiet" href={operatedPersonPath.to(person.id)}>
          {t('operator.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}
