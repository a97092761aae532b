import { generalSettingsPath, operatorSettingsPath, testMailPath } from '../../paths/operator.ts'
import {
  ErrorSummary,
  Facts,
  Field,
  type Flash,
  FilterLinks,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Muted,
  Notice,
  Radios,
  Section,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { OperatorPage } from '../operator/frame.page.tsx'
import type { General } from './general.store.ts'

/** A variable of the environment, as it is set. */
export type Variable = { readonly name: string; readonly value: string | null; readonly isSecret?: boolean }

type Props = {
  readonly frame: Frame
  readonly general: General
  readonly file: { readonly name: string; readonly supportMayDecide: boolean }
  readonly variables: readonly Variable[]
  /** Of whoever looks. */
  readonly address: string
  readonly wrong?: string | undefined
  readonly refused?: string | undefined
  readonly flash?: Flash | undefined
}

/** What is true of the whole installation, and what only the environment can change. */
export function GeneralPage(props: Props) {
  const { frame, wrong, refused } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <OperatorPage frame={frame} current="settings" flash={props.flash} failed={!!wrong || !!refused}>
      <FilterLinks
        label={t('operator.settings')}
        items={[
          { label: t('general.times'), href: operatorSettingsPath.to() },
          { label: t('general.title'), href: generalSettingsPath.to(), current: true },
        ]}
      />
      {wrong && <ErrorSummary reader={reader} errors={[{ field: 'name', message: wrong }]} />}
      {refused && (
        <Notice kind="warning" title={t('operator.settings.problem')}>
          {refused}
        </Notice>
      )}
      <Choosing {...props} />
      <Section title={t('general.mail')} lead={t('general.mail.lead', { address: props.address })}>
        <Form action={testMailPath.to()}>
          <FormActions>
            <SubmitButton variant="secondary">{t('general.mail.test')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
      <Environment {...props} />
    </OperatorPage>
  )
}

function Choosing({ frame, general, file, wrong }: Props) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={generalSettingsPath.to()}>
      <Hidden name="version" value={String(general.version)} />
      <Field
        reader={reader}
        name="name"
        label={t('general.name')}
        help={t('general.name.help', { name: file.name })}
        value={general.name ?? ''}
        width="medium"
        error={wrong}
      />
      <SupportChoice frame={frame} general={general} file={file} />
      <Radios
        reader={reader}
        name="shows"
        label={t('general.shows')}
        help={t('general.shows.help')}
        required
        value={general.showAdministrators}
        items={(['NAMES', 'RELAY', 'NONE'] as const).map((value) => ({
          value,
          label: t(`general.shows.${value}`),
        }))}
      />
      <FormActions>
        <SubmitButton>{t('general.save')}</SubmitButton>
      </FormActions>
    </Form>
  )
}

function SupportChoice({ frame, general, file }: Pick<Props, 'frame' | 'general' | 'file'>) {
  const t = words.for(frame.reader)
  const chosen = general.supportMayDecide === true ? 'YES' : 'NO'
  const byFile = file.supportMayDecide ? t('general.yes') : t('general.no')
  return (
    <Radios
      reader={frame.reader}
      name="support"
      label={t('general.support')}
      help={t('general.support.help')}
      required
      value={general.supportMayDecide === null ? 'FILE' : chosen}
      items={[
        { value: 'FILE', label: t('general.support.file', { value: byFile }) },
        { value: 'NO', label: t('general.no') },
        { value: 'YES', label: t('general.yes') },
      ]}
    />
  )
}

function Environment({ frame, variables }: Props) {
  const t = words.for(frame.reader)
  const shown = ({ value, isSecret }: Variable) => {
    if (value === null) return <Muted>{t('general.not-set')}</Muted>
    return isSecret ? t('general.set') : value
  }
  return (
    <Section title={t('general.environment')} lead={t('general.environment.lead')}>
      <Facts items={variables.map((one) => ({ label: <code>{one.name}</code>, value: shown(one) }))} />
    </Section>
  )
}
