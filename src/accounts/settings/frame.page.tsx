import type { Child } from '#jsx'
import {
  accountPath,
  accountSettingsPath,
  accountSightPath,
  accountsPath,
  accountTimesPath,
} from '../../paths/accounts.ts'
import { preparedTextsPath } from '../../paths/conversation.ts'
import type { FieldErrors } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { ErrorSummary, type Flash, type Frame, Notice, Page, PageHeading, Tabs } from '../../ui/index.ts'
import type { StoredAccount } from '../accounts.store.ts'
import { words } from '../messages/index.ts'

/** A page of an account's settings: its tabs, and what stands below them. */
export function SettingsPage(props: {
  frame: Frame
  account: Pick<StoredAccount, 'name' | 'identifier'>
  current: 'calendar' | 'times' | 'administrators'
  flash?: Flash | undefined
  /** What is wrong with what was typed, by field. */
  errors?: FieldErrors | undefined
  /** Why the whole was not saved. */
  refused?: string | undefined
  lead?: string | undefined
  children?: Child
}) {
  const { frame, account, current, refused } = props
  const t = words.for(frame.reader)
  const title = t('settings.title', { account: account.name })
  const places = { calendar: accountSettingsPath, times: accountTimesPath, administrators: accountSightPath }
  const tab = (name: keyof typeof places) => ({
    label: t(`settings.tab.${name}`),
    href: places[name].to(account.identifier),
    current: current === name,
  })
  const mistakes = Object.entries(props.errors ?? {}).map(([field, message]) => ({ field, message }))
  return (
    <Page
      frame={frame}
      title={`${t(`settings.tab.${current}`)} – ${title}`}
      flash={props.flash}
      failed={mistakes.length > 0 || refused !== undefined}
      breadcrumb={[
        { label: t('manage.title'), href: accountsPath.to() },
        { label: account.name, href: accountPath.to(account.identifier) },
        { label: t('account.settings') },
      ]}
    >
      <PageHeading title={title} lead={props.lead} />
      <Tabs
        label={t('settings.tabs')}
        items={[
          tab('calendar'),
          tab('times'),
          tab('administrators'),
          { label: t('settings.tab.texts'), href: preparedTextsPath.to(account.identifier) },
        ]}
      />
      <Problems reader={frame.reader} mistakes={mistakes} refused={refused} />
      {props.children}
    </Page>
  )
}

function Problems(props: {
  reader: Reader
  mistakes: readonly { readonly field: string; readonly message: string }[]
  refused: string | undefined
}) {
  return (
    <>
      <ErrorSummary reader={props.reader} errors={props.mistakes} />
      {props.refused && (
        <Notice kind="warning" title={words.for(props.reader)('settings.problem')}>
          {props.refused}
        </Notice>
      )}
    </>
  )
}
