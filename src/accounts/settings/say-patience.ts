import type { Reader } from '../../platform/i18n/reader.ts'
import {
  type PatienceName,
  patienceNames,
  type PatienceOverrides,
  type PatienceProblem,
} from '../domain/patience-settings.ts'
import { words } from '../messages/index.ts'
import type { PatienceProblems } from './change-patience.ts'

/** A number or a list of numbers, as people read it. */
export function sayNumbers(reader: Reader, value: number | readonly number[] | undefined): string {
  const t = words.for(reader)
  if (value === undefined) return t('patience.inherited')
  if (typeof value === 'number') return String(value)
  return value.length === 0 ? t('patience.none') : value.join(', ')
}

/** What is wrong with a number, as a sentence for its field. */
function sayProblem(reader: Reader, problem: PatienceProblem): string {
  const t = words.for(reader)
  switch (problem.code) {
    case 'not-below':
      return t('patience.error.not-below', { value: problem.value, limit: t(`patience.${problem.limit}`) })
    case 'not-above':
      return t(
        problem.limit === 'answerWorkingDays'
          ? 'patience.error.not-above.answerWorkingDays'
          : 'patience.error.not-above.escalateAfterWorkingDays',
        { value: problem.value },
      )
    case 'too-small':
      return t('patience.error.too-small', { least: problem.least })
    case 'too-large':
      return t('patience.error.too-large', { most: problem.most })
    case 'too-many':
      return t('patience.error.too-many', { most: problem.most })
    case 'not-whole':
    case 'not-rising':
      return t(`patience.error.${problem.code}`)
  }
}

/** The sentences for what is wrong with numbers, for their fields. */
export function sayProblems(reader: Reader, problems: PatienceProblems): Readonly<Record<string, string>> {
  const entries = Object.entries(problems) as [PatienceName, PatienceProblem][]
  return Object.fromEntries(entries.map(([name, problem]) => [name, sayProblem(reader, problem)]))
}

/** What an event of changed numbers says: each by its name, before and after. */
export function sayPatienceChange(reader: Reader, facts: { readonly [name: string]: unknown }): string[] {
  const t = words.for(reader)
  const before = partOf(facts['before'])
  const after = partOf(facts['after'])
  return patienceNames
    .filter((name) => name in before || name in after)
    .map((name) =>
      t('patience.change', {
        name: t(`patience.${name}`),
        before: sayNumbers(reader, before[name]),
        after: sayNumbers(reader, after[name]),
      }),
    )
}

function partOf(part: unknown): PatienceOverrides {
  const known = Object.entries((part ?? {}) as Record<string, unknown>)
  const told = known.filter(([name, value]) => value !== null && patienceNames.includes(name as PatienceName))
  return Object.fromEntries(told)
}
