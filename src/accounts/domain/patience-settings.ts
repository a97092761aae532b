/** How long requests wait before something happens, and how often. Lists are in rising order. */
export type PatienceSettings = {
  /** Working days within which an answer is expected. */
  readonly answerWorkingDays: number
  /** Working days after which approvers are reminded. */
  readonly remindAfterWorkingDays: readonly number[]
  /** Working days after which an unanswered request goes to support. */
  readonly escalateAfterWorkingDays: number
  /** Days after which an unanswered request expires. */
  readonly expiryDays: number
  readonly expiryWarningDays: readonly number[]
  /** Days that a requester has to answer a question. */
  readonly noAnswerDays: number
  readonly noAnswerWarningDays: readonly number[]
  /** How many reminders a requester can send. */
  readonly remindersByHand: number
  /** Hours before the first reminder by hand, and between two of them. */
  readonly hoursBeforeReminder: number
  /** Hours after any reminder before one by hand. */
  readonly hoursAfterAnyReminder: number
  /** With more open requests than these, an approver is reminded of all of them in one mail. */
  readonly digestAbove: number
  /** How often approvers can ask about one request. */
  readonly informationRounds: number
  readonly commentsEachSide: number
}

/** The name of one setting. */
export type PatienceName = keyof PatienceSettings
/** What an installation or an account says differently; what is left out is taken from above. */
export type PatienceOverrides = Partial<PatienceSettings>

/** What holds when nobody says otherwise. */
export const defaultPatience: PatienceSettings = {
  answerWorkingDays: 5,
  remindAfterWorkingDays: [2, 4],
  escalateAfterWorkingDays: 10,
  expiryDays: 28,
  expiryWarningDays: [21, 26],
  noAnswerDays: 14,
  noAnswerWarningDays: [7, 12],
  remindersByHand: 3,
  hoursBeforeReminder: 48,
  hoursAfterAnyReminder: 24,
  digestAbove: 5,
  informationRounds: 3,
  commentsEachSide: 10,
}

/** Every setting, in the order in which pages show them. */
export const patienceNames = Object.keys(defaultPatience) as readonly PatienceName[]

/** The least and the most that each setting, or each entry of a list, can be. */
export const bounds: { readonly [Name in PatienceName]: { readonly least: number; readonly most: number } } =
  {
    answerWorkingDays: { least: 1, most: 20 },
    remindAfterWorkingDays: { least: 1, most: 20 },
    escalateAfterWorkingDays: { least: 2, most: 30 },
    expiryDays: { least: 7, most: 180 },
    expiryWarningDays: { least: 1, most: 179 },
    noAnswerDays: { least: 3, most: 90 },
    noAnswerWarningDays: { least: 1, most: 89 },
    remindersByHand: { least: 0, most: 10 },
    hoursBeforeReminder: { least: 4, most: 336 },
    hoursAfterAnyReminder: { least: 1, most: 336 },
    digestAbove: { least: 1, most: 100 },
    informationRounds: { least: 1, most: 10 },
    commentsEachSide: { least: 1, most: 50 },
  }

/** The most entries of a list. */
export const longestList = 4

/** Lists, and the setting that each of their entries must stay below. */
export const listLimits = {
  remindAfterWorkingDays: 'escalateAfterWorkingDays',
  expiryWarningDays: 'expiryDays',
  noAnswerWarningDays: 'noAnswerDays',
} as const satisfies { readonly [Name in PatienceName]?: PatienceName }

type ListName = keyof typeof listLimits

/** Whether the setting is a list of numbers. */
export function isList(name: PatienceName): name is ListName {
  return name in listLimits
}

/** Why a setting cannot be so; `limit` names the other setting it clashes with. */
export type PatienceProblem =
  | { readonly code: 'not-whole' }
  | { readonly code: 'too-small'; readonly least: number }
  | { readonly code: 'too-large'; readonly most: number }
  | { readonly code: 'too-many'; readonly most: number }
  | { readonly code: 'not-rising' }
  | { readonly code: 'not-below'; readonly limit: PatienceName; readonly value: number }
  | { readonly code: 'not-above'; readonly limit: PatienceName; readonly value: number }

/** What is wrong with settings as they would hold together; empty when all is well. */
export function problemsOf(settings: PatienceSettings): {
  readonly [Name in PatienceName]?: PatienceProblem
} {
  const found = patienceNames.map((name) => [name, problemOf(name, settings)] as const)
  return Object.fromEntries(found.filter(([, problem]) => problem !== undefined))
}

function problemOf(name: PatienceName, settings: PatienceSettings): PatienceProblem | undefined {
  const value = settings[name]
  const numbers = typeof value === 'number' ? [value] : value
  if (numbers.length > longestList) return { code: 'too-many', most: longestList }
  return outOfBounds(name, numbers) ?? (isList(name) ? listProblem(name, settings) : clash(name, settings))
}

function outOfBounds(name: PatienceName, numbers: readonly number[]): PatienceProblem | undefined {
  const { least, most } = bounds[name]
  if (numbers.some((number) => !Number.isSafeInteger(number))) return { code: 'not-whole' }
  if (numbers.some((number) => number < least)) return { code: 'too-small', least }
  if (numbers.some((number) => number > most)) return { code: 'too-large', most }
  return undefined
}

function listProblem(name: ListName, settings: PatienceSettings): PatienceProblem | undefined {
  const numbers = settings[name]
  const limit = listLimits[name]
  if (numbers.some((number, i) => i > 0 && number <= (numbers[i - 1] ?? 0))) return { code: 'not-rising' }
  return numbers.some((number) => number >= settings[limit])
    ? { code: 'not-below', limit, value: settings[limit] }
    : undefined
}

function clash(name: PatienceName, settings: PatienceSettings): PatienceProblem | undefined {
  const { answerWorkingDays: answer, escalateAfterWorkingDays: escalate } = settings
  if (name === 'escalateAfterWorkingDays' && escalate <= answer) {
    return { code: 'not-above', limit: 'answerWorkingDays', value: answer }
  }
  if (name === 'expiryDays' && settings.expiryDays <= calendarDays(escalate)) {
    return { code: 'not-above', limit: 'escalateAfterWorkingDays', value: calendarDays(escalate) }
  }
  return undefined
}

// Five working days are a week: a request goes to support before it can expire.
function calendarDays(workingDays: number): number {
  return Math.ceil((workingDays * 7) / 5)
}

/**
 * What holds for an account: its own numbers, else the installation's, else the defaults. Where numbers of different
 * origin no longer fit together the account's give way, then the installation's, so that the result always does.
 */
export function effectivePatience(
  installation: PatienceOverrides,
  account: PatienceOverrides = {},
): PatienceSettings {
  const above = fitting(defaultPatience, installation)
  return fitting(above, account)
}

function fitting(above: PatienceSettings, own: PatienceOverrides): PatienceSettings {
  if (Object.keys(own).length === 0) return above
  const together = { ...above, ...own }
  const problems = problemsOf(together)
  const wrong = Object.keys(problems) as PatienceName[]
  if (wrong.length === 0) return together
  const clashing = Object.values(problems).flatMap((problem) => ('limit' in problem ? [problem.limit] : []))
  const less = without(own, [...wrong, ...clashing])
  return Object.keys(less).length < Object.keys(own).length ? fitting(above, less) : above
}

function without(own: PatienceOverrides, names: readonly PatienceName[]): PatienceOverrides {
  return Object.fromEntries(Object.entries(own).filter(([name]) => !names.includes(name as PatienceName)))
}
