import { PatienceFields, sayPatienceChange } from '../../accounts/index.ts'
import { operatorSettingsPath } from '../../paths/operator.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import {
  ErrorSummary,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Muted,
  Notice,
  Prose,
  Section,
  SubmitButton,
  Table,
  Time,
} from '../../ui/index.ts'
import { nameIn } from '../event-log/names.ts'
import { words } from '../messages/index.ts'
import { OperatorPage } from './frame.page.tsx'
import { SettingsTabs } from './settings-tabs.tsx'
import type { SettingsChange } from './settings.query.ts'

/** What the page of the installation's numbers shows. */
export type OperatorSettingsProps = {
  readonly frame: Frame
  readonly typed: Typed
  readonly version: number
  readonly changes: readonly SettingsChange[]
  readonly errors?: FieldErrors
  /** Why the whole was not saved. */
  readonly refused?: string | undefined
  readonly flash?: Flash | undefined
}

/** How long requests wait in all accounts that say nothing else, and who changed that. */
export function OperatorSettingsPage(props: OperatorSettingsProps) {
  const { frame, typed, errors = {}, refused } = props
  const { reader } = frame
  const t = words.for(reader)
  const mistakes = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <OperatorPage
      frame={frame}
      current="settings"
      flash={props.flash}
      failed={mistakes.length > 0 || refused !== undefined}
    >
      <SettingsTabs frame={frame} current="times" />
      <Prose>
        <p>{t('operator.settings.lead')}</p>
      </Prose>
      <ErrorSummary reader={reader} errors={mistakes} />
      {refused && (
        <Notice kind="warning" title={t('operator.settings.problem')}>
          {refused}
        </Notice>
      )}
      <Form action={operatorSettingsPath.to()}>
        <Hidden name="version" value={String(props.version)} />
        <PatienceFields reader={reader} typed={typed} errors={errors} above={null} timing={null} />
        <FormActions>
          <SubmitButton>{t('operator.settings.save')}</SubmitButton>
        </FormActions>
      </Form>
      <History {...props} />
    </OperatorPage>
  )
}

function History({ frame, changes }: OperatorSettingsProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Section title={t('operator.settings.history')}>
      {changes.length === 0 ? (
        <Muted>{t('operator.settings.history.none')}</Muted>
      ) : (
        <Table
          reader={reader}
          caption={t('operator.settings.history')}
          dense
          rows={changes}
          columns={[
            {
              label: t('operator.settings.when'),
              fit: true,
              heads: true,
              cell: ({ at }) => <Time reader={reader} at={at} as="dateTime" />,
            },
            {
              label: t('operator.settings.who'),
              cell: ({ actor }) => (
                <bdi>{actor ? nameIn(reader, actor) : t('operator.settings.command-line')}</bdi>
              ),
            },
            {
              label: t('operator.settings.what'),
              cell: ({ facts }) => sayPatienceChange(reader, facts).map((change) => <p>{change}</p>),
            },
          ]}
        />
      )}
    </Section>
  )
}
