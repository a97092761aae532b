import type { Reader } from '../../platform/i18n/reader.ts'
import type { ClosedDaysProblem } from '../domain/closed-days.ts'
import type { WeekProblem } from '../domain/week.ts'
import { words } from '../messages/index.ts'

const fields = {
  'zone-unknown': 'timeZone',
  'no-working-day': 'weekend',
  'place-unknown': 'country',
  'quiet-hours-half': 'quietFrom',
  'quiet-hours-wrong': 'quietFrom',
  'quiet-too-long': 'quietFrom',
} as const satisfies Record<WeekProblem | 'place-unknown', string>

/** What is wrong with a week, as sentences, by the fields they belong to. */
export function sayWeekProblems(
  reader: Pick<Reader, 'locale'>,
  problems: readonly (WeekProblem | 'place-unknown')[],
): Readonly<Record<string, string>> {
  const t = words.for(reader)
  return Object.fromEntries(problems.map((problem) => [fields[problem], t(`calendar.error.${problem}`)]))
}

const mostSaid = 5

/** What is wrong with a list of closed days, a sentence for each line, the first few of them. */
export function sayClosedDaysProblems(
  reader: Pick<Reader, 'locale'>,
  problems: readonly ClosedDaysProblem[],
): string {
  const said = problems.slice(0, mostSaid).map((problem) => sayClosedDaysProblem(reader, problem))
  return said.join(' ')
}

function sayClosedDaysProblem(reader: Pick<Reader, 'locale'>, problem: ClosedDaysProblem): string {
  const t = words.for(reader)
  switch (problem.code) {
    case 'empty':
      return t('calendar.error.empty')
    case 'too-many':
      return t('calendar.error.too-many', { most: problem.most })
    case 'no-date':
    case 'no-name':
    case 'out-of-range':
      return t(`calendar.error.${problem.code}`, { line: problem.line, text: problem.text })
  }
}
