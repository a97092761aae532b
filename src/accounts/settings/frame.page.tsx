import type { Child } from '#jsx'
import {
  accountSettingsPath,
  accountSightPath,
  accountTimesPath,
  backupApproversPath,
} from '../../paths/accounts.ts'
import { preparedTextsPath } from '../../paths/conversation.ts'
import type { FieldErrors } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { type Crumb, ErrorSummary, type Flash, type Frame, Notice, Tabs } from '../../ui/index.ts'
import { AccountFrame } from '../account-frame.page.tsx'
import { words } from '../messages/index.ts'
import type { SeenAccount } from '../sight.ts'

const places = {
  calendar: accountSettingsPath,
  times: accountTimesPath,
  administrators: accountSightPath,
  backups: backupApproversPath,
  texts: preparedTextsPath,
}

/** A page of an account's settings: its tabs, and what stands below them. */
export function SettingsPage(props: {
  frame: Frame
  seen: SeenAccount
  current: keyof typeof places
  /** The heading; without one it is the tab's name. */
  title?: string | undefined
  over?: Child
  flash?: Flash | undefined
  /** What is wrong with what was typed, by field. */
  errors?: FieldErrors | undefined
  /** Something went wrong that the page says itself. */
  failed?: boolean | undefined
  /** Why the whole was not saved. */
  refused?: string | undefined
  lead?: string | undefined
  actions?: Child
  /** Where below its tab this page stands. */
  under?: Crumb | undefined
  wide?: boolean | undefined
  children?: Child
}) {
  const { frame, seen, current, refused, under } = props
  const t = words.for(frame.reader)
  const name = t(`settings.tab.${current}`)
  const mistakes = Object.entries(props.errors ?? {}).map(([field, message]) => ({ field, message }))
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="settings"
      title={props.title ?? name}
      over={props.over}
      lead={props.lead}
      actions={props.actions}
      flash={props.flash}
      failed={props.failed || mistakes.length > 0 || refused !== undefined}
      narrow={!props.wide}
      under={[
        under ? { label: name, href: places[current].to(seen.account.identifier) } : { label: name },
        ...(under ? [under] : []),
      ]}
      below={<SettingsTabs reader={frame.reader} seen={seen} current={current} />}
    >
      <Problems reader={frame.reader} mistakes={mistakes} refused={refused} />
      {props.children}
    </AccountFrame>
  )
}

function SettingsTabs({
  reader,
  seen,
  current,
}: {
  reader: Reader
  seen: SeenAccount
  current: keyof typeof places
}) {
  const t = words.for(reader)
  const names = Object.keys(places) as (keyof typeof places)[]
  return (
    <Tabs
      label={t('settings.tabs')}
      items={names.map((name) => ({
        label: t(`settings.tab.${name}`),
        href: places[name].to(seen.account.identifier),
        current: current === name,
      }))}
    />
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
