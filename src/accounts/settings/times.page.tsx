import { accountTimesPath } from '../../paths/accounts.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import { type Flash, Form, FormActions, type Frame, Hidden, Split, SubmitButton } from '../../ui/index.ts'
import type { PatienceSettings } from '../domain/patience-settings.ts'
import { words } from '../messages/index.ts'
import type { SeenAccount } from '../sight.ts'
import { Effects } from './effects.tsx'
import { SettingsPage } from './frame.page.tsx'
import { PatienceFields } from './patience-fields.tsx'
import type { Timing } from './timing.query.ts'

/** What the page of waiting times shows. */
export type TimesPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly above: PatienceSettings
  readonly timing: Timing & { readonly now: Date }
  readonly typed: Typed
  readonly version: number
  readonly errors?: FieldErrors
  /** Why the whole was not saved. */
  readonly refused?: string | undefined
  readonly flash?: Flash | undefined
}

/** How long requests for an account wait, number by number. */
export function TimesPage(props: TimesPageProps) {
  const { frame, seen, above, timing, typed, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <SettingsPage
      frame={frame}
      seen={seen}
      current="times"
      flash={props.flash}
      errors={props.errors}
      refused={props.refused}
      lead={t('patience.lead')}
    >
      <Split label={t('settings.now')} aside={<Effects reader={reader} timing={timing} />}>
        <Form action={accountTimesPath.to(seen.account.identifier)}>
          <Hidden name="version" value={String(props.version)} />
          <PatienceFields reader={reader} typed={typed} errors={errors} above={above} timing={timing} />
          <FormActions>
            <SubmitButton>{t('settings.save')}</SubmitButton>
          </FormActions>
        </Form>
      </Split>
    </SettingsPage>
  )
}
