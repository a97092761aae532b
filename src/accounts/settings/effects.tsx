import { daysAfter } from '../../kernel/time.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Card, type Fact, Facts, Muted } from '../../ui/index.ts'
import { type Calendar, workingDaysAfter } from '../domain/calendar.ts'
import type { PatienceName, PatienceSettings } from '../domain/patience-settings.ts'
import { words } from '../messages/index.ts'
import type { Timing } from './timing.query.ts'

type Now = Timing & { readonly now: Date }

// Which numbers are days on the way of a request that is sent now.
const dated: { readonly [Name in PatienceName]?: (days: number, now: Date, calendar: Calendar) => Date } = {
  answerWorkingDays: (days, now, calendar) => workingDaysAfter(now, days, calendar),
  remindAfterWorkingDays: (days, now, calendar) => workingDaysAfter(now, days, calendar),
  escalateAfterWorkingDays: (days, now, calendar) => workingDaysAfter(now, days, calendar),
  expiryDays: (days, now) => daysAfter(now, days),
  expiryWarningDays: (days, now) => daysAfter(now, days),
}

/** When what a number stands for would come for a request that is sent now; empty for numbers that are no days. */
export function effectOf(name: PatienceName, patience: PatienceSettings, { now, calendar }: Now): Date[] {
  const value = patience[name]
  const when = dated[name]
  return when ? (typeof value === 'number' ? [value] : value).map((days) => when(days, now, calendar)) : []
}

/** The same as a sentence; undefined for numbers that are no days. */
export function sayEffect(reader: Reader, name: PatienceName, timing: Now): string | undefined {
  const dates = effectOf(name, timing.patience, timing)
  if (dates.length === 0) return undefined
  const local = { ...reader, timeZone: timing.calendar.timeZone }
  const list = new Intl.ListFormat(reader.locale).format(dates.map((date) => formatDate(local, date, 'date')))
  return words.for(reader)('patience.effect', { dates: list })
}

/** What the calendar and the numbers mean for a request that is sent now. */
export function Effects({ reader, timing }: { reader: Reader; timing: Now }) {
  const t = words.for(reader)
  const local = { ...reader, timeZone: timing.calendar.timeZone }
  const shown = (name: PatienceName) => effectOf(name, timing.patience, timing)
  const fact = (label: string, dates: readonly Date[]): Fact => ({
    label,
    value:
      dates.length === 0
        ? t('settings.effect.none')
        : dates.map((date) => <p>{formatDate(local, date, 'date')}</p>),
  })
  return (
    <Card title={t('settings.now')}>
      <Facts
        stacked
        items={[
          fact(t('settings.effect.answer'), shown('answerWorkingDays')),
          fact(t('settings.effect.reminders'), shown('remindAfterWorkingDays')),
          fact(t('settings.effect.support'), shown('escalateAfterWorkingDays')),
          fact(t('settings.effect.expiry'), shown('expiryDays')),
        ]}
      />
      <Muted>{t('settings.effect.times', { zone: local.timeZone.replaceAll('_', ' ') })}</Muted>
    </Card>
  )
}
