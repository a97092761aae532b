import { operatedPersonPath } from '../../paths/operator.ts'
import { whichOffices, type WhichOffices } from '../../people/domain/offices.ts'
import {
  Checkboxes,
  ErrorSummary,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Section,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { PersonRow } from './operator.query.ts'

/** The form as somebody left it, or why it was refused. */
export type OfficesShown = {
  readonly seen?: WhichOffices
  readonly office?: readonly ('support' | 'operator')[]
  readonly wrong?: string
}

type Props = { readonly frame: Frame; readonly shown: OfficesShown | undefined }

/** Says above a page why the offices stayed as they are. */
export function OfficesWrong({ frame, shown }: Props) {
  if (!shown?.wrong) return null
  return <ErrorSummary reader={frame.reader} errors={[{ field: 'office', message: shown.wrong }]} />
}

/** Gives somebody an office or takes it away. */
export function OfficesForm({ frame, person, shown = {} }: Props & { readonly person: PersonRow }) {
  const t = words.for(frame.reader)
  const now = { support: person.isSupport, operator: person.isOperator }
  const ticked = shown.office ?? (['support', 'operator'] as const).filter((office) => now[office])
  return (
    <Section title={t('operator.offices')} lead={t('operator.offices.lead')}>
      <Form action={operatedPersonPath.to(person.id)}>
        <Hidden name="seen" value={shown.seen ?? whichOffices(now)} />
        <Checkboxes
          reader={frame.reader}
          name="office"
          label={t('operator.offices.which')}
          required
          values={ticked}
          error={shown.wrong}
          items={(['support', 'operator'] as const).map((office) => ({
            value: office,
            label: t(`operator.office.${office}`),
            help: t(`operator.offices.${office}.help`),
          }))}
        />
        <FormActions>
          <SubmitButton>{t('operator.offices.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  )
}
