import { z } from 'zod'
import type { Typed } from '../../platform/http/index.ts'
import {
  isList,
  type PatienceName,
  patienceNames,
  type PatienceOverrides,
} from '../domain/patience-settings.ts'
import type { PatienceProblems } from './change-patience.ts'

const typedNumber = z.string().trim().max(60, 'patience.error.not-whole')

/** The numbers as they are typed, all of them; an empty one is taken from above. */
export const patienceForm = z.strictObject({
  version: z.coerce.number().int().min(0),
  ...(Object.fromEntries(patienceNames.map((name) => [name, typedNumber])) as {
    [Name in PatienceName]: typeof typedNumber
  }),
})

/** What was typed, as numbers; a single 0 in a list stands for none. Numbers that are none are problems. */
export function readPatience(typed: { readonly [Name in PatienceName]?: string | undefined }): {
  readonly own: PatienceOverrides
  readonly problems: PatienceProblems
} {
  const own: Record<string, number | readonly number[]> = {}
  const problems: Record<string, { readonly code: 'not-whole' }> = {}
  for (const name of patienceNames) {
    const text = typed[name]?.trim() ?? ''
    if (text === '') continue
    const numbers = numbersIn(text)
    if (numbers === undefined || (!isList(name) && numbers.length !== 1))
      problems[name] = { code: 'not-whole' }
    else own[name] = isList(name) ? listOf(numbers) : (numbers[0] ?? 0)
  }
  return { own, problems }
}

function numbersIn(text: string): number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  return parts.every((part) => /^\d{1,5}$/.test(part)) ? parts.map(Number) : undefined
}

function listOf(numbers: readonly number[]): readonly number[] {
  return numbers.length === 1 && numbers[0] === 0 ? [] : numbers
}

/** The numbers as they are typed: what a field shows when nothing else was typed. */
export function patienceTyped(own: PatienceOverrides): Typed {
  return Object.fromEntries(
    patienceNames.map((name) => {
      const value = own[name]
      if (value === undefined) return [name, '']
      return [name, typeof value === 'number' ? String(value) : value.join(', ') || '0']
    }),
  )
}
