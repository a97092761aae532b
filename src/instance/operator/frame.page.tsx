import type { Child } from '#jsx'
import { operatorAgreementsPath } from '../../paths/agreements.ts'
import { operatorApplicationsPath } from '../../paths/new-accounts.ts'
import { openChangesPath } from '../../paths/account-changes.ts'
import { installationEventsPath } from '../../paths/event-log.ts'
import { operatorInsightsPath } from '../../paths/insights.ts'
import {
  accountHealthPath,
  importsPath,
  operatorMailsPath,
  operatorPath,
  operatorPeoplePath,
  operatorSettingsPath,
  operatorTroublePath,
} from '../../paths/operator.ts'
import {
  Button,
  Field,
  type Flash,
  Form,
  type Frame,
  Hidden,
  LinkButton,
  Page,
  PageHeading,
  Tabs,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** What is said above a page about what was just done; `done` is how the address of the page names it. */
export function flashOf(
  frame: Frame,
  done: string | undefined,
  { name = '', n = 0 }: { readonly name?: string; readonly n?: number } = {},
): Flash | undefined {
  const t = words.for(frame.reader)
  const said: Readonly<Record<string, () => readonly [string, string]>> = {
    'added-account': () => [t('operator.added-account.title'), t('operator.added-account.text', { name })],
    changed: () => [t('operator.changed.title'), t('operator.changed.text')],
    'added-virtual': () => [t('operator.added-virtual.title'), t('operator.added-virtual.text')],
    'added-person': () => [t('operator.added-person.title'), t('operator.added-person.text')],
    disabled: () => [t('operator.disabled.title'), t('operator.disabled.text', { n })],
    enabled: () => [t('operator.enabled.title'), t('operator.enabled.text')],
    erased: () => [t('operator.erased.title'), t('operator.erased.text')],
    offices: () => [t('operator.offices.saved.title'), t('operator.offices.saved.text')],
    'same-offices': () => [t('operator.offices.unchanged.title'), t('operator.offices.unchanged.text')],
    merged: () => [t('operator.merged.title'), t('operator.merged.text', { n })],
    late: () => [t('operator.late.title'), t('operator.late.text')],
  }
  if (done === undefined || !Object.hasOwn(said, done)) return undefined
  const [title, text] = said[done]?.() ?? ['', '']
  return { kind: done === 'late' ? 'warning' : 'success', title, text }
}

const places = {
  accounts: operatorPath,
  applications: operatorApplicationsPath,
  changes: openChangesPath,
  agreements: operatorAgreementsPath,
  health: accountHealthPath,
  people: operatorPeoplePath,
  mails: operatorMailsPath,
  trouble: operatorTroublePath,
  insights: operatorInsightsPath,
  settings: operatorSettingsPath,
  imports: importsPath,
} as const

/** A page of the operator's: its tabs, and what stands below them. */
export function OperatorPage(props: {
  frame: Frame
  current: keyof typeof places
  actions?: Child
  flash?: Flash | undefined
  /** The form came back with errors. */
  failed?: boolean | undefined
  children?: Child
}) {
  const { frame, current } = props
  const t = words.for(frame.reader)
  return (
    <Page
      frame={frame}
      title={`${t(`operator.${current}`)} – ${t('operator.title')}`}
      wide
      flash={props.flash}
      failed={props.failed}
    >
      <PageHeading title={t('operator.title')} lead={t('operator.lead')} actions={props.actions} />
      <OperatorTabs frame={frame} current={current} />
      {props.children}
    </Page>
  )
}

/** The operator's pages side by side. */
export function OperatorTabs({ frame, current }: { frame: Frame; current: keyof typeof places | 'log' }) {
  const t = words.for(frame.reader)
  const tab = (name: keyof typeof places) => ({
    label: t(`operator.${name}`),
    href: places[name].to(),
    current: current === name,
  })
  return (
    <Tabs
      label={t('operator.tabs')}
      items={[
        tab('accounts'),
        tab('applications'),
        tab('health'),
        tab('people'),
        tab('mails'),
        tab('trouble'),
        tab('agreements'),
        tab('insights'),
        tab('imports'),
        tab('settings'),
        tab('changes'),
        { label: t('operator.log'), href: installationEventsPath.to(), current: current === 'log' },
      ]}
    />
  )
}

/** The field that finds something in a list. */
export function Finder(props: {
  frame: Frame
  path: string
  label: string
  find: string
  /** What else the address says and goes on saying. */
  kept?: Readonly<Record<string, string>> | undefined
}) {
  const { reader } = props.frame
  const t = words.for(reader)
  return (
    <Form action={props.path} method="get" wide label={t('operator.find')}>
      {Object.entries(props.kept ?? {}).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <div class="cluster end">
        <Field
          reader={reader}
          name="find"
          type="search"
          label={props.label}
          required
          width="medium"
          value={props.find}
        />
        <Button>{t('operator.find')}</Button>
        {props.find !== '' && (
          <LinkButton variant="quiet" href={props.path}>
            {t('operator.clear')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}
