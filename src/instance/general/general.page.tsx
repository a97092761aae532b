import { generalSettingsPath } from '../../paths/operator.ts'
import {
  ErrorSummary,
  Facts,
  Field,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Link,
  Muted,
  Notice,
  Radios,
  Section,
  SubmitButton,
} from '../../ui/index.ts'
import type { Settings } from '../../platform/config/settings.ts'
import { languageNames, locales } from '../../platform/i18n/reader.ts'
import { words } from '../messages/index.ts'
import { OperatorPage } from '../operator/frame.page.tsx'
import { SettingsTabs } from '../operator/settings-tabs.tsx'
import type { General } from './general.store.ts'

/** A variable of the environment, as it is set. */
export type Variable = { readonly name: string; readonly value: string | null; readonly isSecret?: boolean }

type Props = {
  readonly frame: Frame
  readonly general: General
  readonly file: Pick<Settings, 'name' | 'supportMayDecide' | 'newAccountsNeedProof'>
  /** Tabs and links of every page, which only the settings file names. */
  readonly links: Pick<Settings, 'tabs' | 'footer'>
  readonly variables: readonly Variable[]
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
      <SettingsTabs frame={frame} current="title" />
      {wrong && <ErrorSummary reader={reader} errors={[{ field: 'name', message: wrong }]} />}
      {refused && (
        <Notice kind="warning" title={t('operator.settings.problem')}>
          {refused}
        </Notice>
      )}
      <Choosing {...props} />
      <Links {...props} />
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
      <Language frame={frame} chosen={general.language} />
      <YesOrNo
        frame={frame}
        name="support"
        about="general.support"
        chosen={general.supportMayDecide}
        byFile={file.supportMayDecide}
        labels={{ YES: t('general.yes'), NO: t('general.no') }}
      />
      <YesOrNo
        frame={frame}
        name="proof"
        about="general.proof"
        chosen={general.newAccountsNeedProof}
        byFile={file.newAccountsNeedProof}
        labels={{ YES: t('general.proof.yes'), NO: t('general.proof.no') }}
      />
      <Shows frame={frame} chosen={general.showAdministrators} />
      <FormActions>
        <SubmitButton>{t('general.save')}</SubmitButton>
      </FormActions>
    </Form>
  )
}

function Language({ frame, chosen }: { frame: Frame; chosen: General['language'] }) {
  const t = words.for(frame.reader)
  return (
    <Radios
      reader={frame.reader}
      name="language"
      label={t('general.language')}
      help={t('general.language.help')}
      required
      value={chosen}
      items={locales.map((locale) => ({ value: locale, label: languageNames[locale] }))}
    />
  )
}

function Shows({ frame, chosen }: { frame: Frame; chosen: General['showAdministrators'] }) {
  const t = words.for(frame.reader)
  return (
    <Radios
      reader={frame.reader}
      name="shows"
      label={t('general.shows')}
      help={t('general.shows.help')}
      required
      value={chosen}
      items={(['NAMES', 'RELAY', 'NONE'] as const).map((value) => ({
        value,
        label: t(`general.shows.${value}`),
      }))}
    />
  )
}

// What the settings file says, unless an operator has chosen.
function YesOrNo(props: {
  frame: Frame
  name: string
  about: 'general.support' | 'general.proof'
  chosen: boolean | null
  byFile: boolean
  labels: { readonly YES: string; readonly NO: string }
}) {
  const { about, chosen, labels } = props
  const t = words.for(props.frame.reader)
  const value = props.byFile ? labels.YES : labels.NO
  return (
    <Radios
      reader={props.frame.reader}
      name={props.name}
      label={t(about)}
      help={t(`${about}.help`)}
      required
      value={chosen === null ? 'FILE' : chosen ? 'YES' : 'NO'}
      items={[
        { value: 'FILE', label: t('general.by-file', { value }) },
        { value: 'NO', label: labels.NO },
        { value: 'YES', label: labels.YES },
      ]}
    />
  )
}

function Links({ frame, links }: Props) {
  const { locale } = frame.reader
  const t = words.for(frame.reader)
  const said = (all: Settings['footer']) =>
    all.length === 0 ? (
      <Muted>{t('general.links.none')}</Muted>
    ) : (
      <ul class="plain">
        {all.map(({ label, href }) => (
          <li>
            <Link href={href}>{label[locale]}</Link>
          </li>
        ))}
      </ul>
    )
  return (
    <Section title={t('general.links')} lead={t('general.links.lead')}>
      <Facts
        items={[
          { label: t('general.links.tabs'), value: said(links.tabs) },
          { label: t('general.links.footer'), value: said(links.footer) },
        ]}
      />
    </Section>
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
