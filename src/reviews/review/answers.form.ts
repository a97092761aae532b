import { MalformedForm, type Typed } from '../../platform/http/index.ts'
import type { GivenAnswer } from '../answer/answer-items.ts'

/** What the radio buttons of a row send. */
export const choices = ['LATER', 'KEEP', 'REMOVE', 'CHANGE'] as const
export type Choice = (typeof choices)[number]

/** A row as it was sent, and as it was shown. */
export type SentRow = {
  readonly position: number
  readonly choice: Choice
  readonly was: Choice
  readonly seen: number
}

/** What the list of a review sends. */
export type SentAnswers = {
  readonly rows: readonly SentRow[]
  /** Whose change is to be worded next, after all has been saved. */
  readonly change: number | null
  readonly keepAll: boolean
}

const mostRows = 25
const place = /^answer-([1-9]\d{0,6})$/
const shown = /^(\d{1,6}):([A-Z]+)$/

/** Reads the list of a review as it was sent; anything that it does not send is no form of ours. */
export function readAnswers(typed: Typed): SentAnswers {
  const { change, do: act, ...fields } = typed
  const names = Object.keys(fields)
  const rows = names.filter((name) => !name.startsWith('seen-')).map((name) => rowIn(typed, name))
  if (names.length !== rows.length * 2 || rows.length > mostRows) throw new MalformedForm('rows')
  if (act !== undefined && act !== 'save' && act !== 'keep-all') throw new MalformedForm('act')
  return { rows, change: change === undefined ? null : numberIn(change), keepAll: act === 'keep-all' }
}

function rowIn(typed: Typed, name: string): SentRow {
  const position = place.exec(name)?.[1]
  const seen = typed[`seen-${position}`]
  const [, version, was] = (typeof seen === 'string' ? shown.exec(seen) : null) ?? []
  if (position === undefined || version === undefined) throw new MalformedForm('row')
  return {
    position: Number(position),
    choice: choiceIn(typed[name]),
    was: choiceIn(was),
    seen: Number(version),
  }
}

function choiceIn(text: unknown): Choice {
  const choice = choices.find((one) => one === text)
  if (!choice) throw new MalformedForm('choice')
  return choice
}

function numberIn(text: unknown): number {
  if (typeof text !== 'string' || !/^[1-9]\d{0,6}$/.test(text)) throw new MalformedForm('place')
  return Number(text)
}

/** The answers that differ from what was shown; a change is worded on its own page, so it never is among them. */
export function givenIn({ rows }: SentAnswers): GivenAnswer[] {
  return rows.flatMap(({ position, seen, choice, was }) => {
    if (choice === was || choice === 'CHANGE') return []
    return [{ position, seen, answered: choice === 'LATER' ? null : { answer: choice } }]
  })
}
