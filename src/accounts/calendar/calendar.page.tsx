import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import { type Flash, type Frame, Split, Stack } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { SeenAccount } from '../sight.ts'
import { Effects } from '../settings/effects.tsx'
import { SettingsPage } from '../settings/frame.page.tsx'
import type { Timing } from '../settings/timing.query.ts'
import type { ClosedDay } from './calendar.store.ts'
import { ClosedDays, NextDaysOff } from './closed-days.page.tsx'
import type { Holiday, NamedPlace } from './holidays.ts'
import { WeekForm } from './week-form.page.tsx'

/** What the page of an account's calendar shows. */
export type CalendarPageProps = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly typed: Typed
  readonly version: number
  readonly countries: readonly string[]
  /** The parts of the country that is set. */
  readonly regions: readonly NamedPlace[]
  readonly closed: readonly ClosedDay[]
  readonly holidays: readonly Holiday[]
  readonly timing: Timing & { readonly now: Date }
  /** Today, on the account's clocks, as 'YYYY-MM-DD'. */
  readonly today: string
  readonly errors?: FieldErrors
  /** Why the whole was not saved. */
  readonly refused?: string | undefined
  readonly flash?: Flash | undefined
}

/** When an account works: its week, its holidays, its closed days, and what follows. */
export function CalendarPage(props: CalendarPageProps) {
  const { frame, seen } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <SettingsPage
      frame={frame}
      seen={seen}
      current="calendar"
      flash={props.flash}
      errors={props.errors}
      refused={props.refused}
    >
      <Split
        label={t('settings.now')}
        aside={
          <Stack>
            <Effects reader={reader} timing={props.timing} />
            <NextDaysOff {...props} />
          </Stack>
        }
      >
        <WeekForm {...props} />
        <ClosedDays {...props} />
      </Split>
    </SettingsPage>
  )
}
