import type { Category } from './letter.ts'

/** How somebody gets the mails of a category. */
export type Choice = 'AT_ONCE' | 'DAILY' | 'OFF'
/** What can be chosen for: each category but security, and the daily mail itself. */
export type Chosen = Exclude<Category, 'security'> | 'digest'

/**
 * What may be chosen, kind by kind, the default first. What waits for somebody, the outcome of one's own requests, and
 * what an office brings with it are never turned off.
 */
export const choices: Readonly<Record<Chosen, readonly Choice[]>> = {
  'decision-needed': ['AT_ONCE', 'DAILY'],
  reminder: ['AT_ONCE', 'DAILY', 'OFF'],
  'own-request': ['AT_ONCE', 'DAILY'],
  conversation: ['AT_ONCE', 'DAILY', 'OFF'],
  access: ['AT_ONCE', 'DAILY'],
  support: ['AT_ONCE', 'DAILY'],
  operator: ['AT_ONCE', 'DAILY'],
  digest: ['AT_ONCE', 'OFF'],
}

/** Whether this may be chosen for it. */
export function mayChoose(kind: Chosen, choice: Choice): boolean {
  return choices[kind].includes(choice)
}

/** What becomes of a mail that was ordered. */
export type Plan = 'SEND' | 'HOLD' | 'OFF' | 'UNREACHABLE'

/** What is known of the recipient when a mail is ordered. */
export type Recipient = {
  /** Mail to this address came back. */
  readonly bounced: boolean
  readonly chosen: Readonly<Partial<Record<Chosen, Choice>>>
}

/** Sends at once, holds for the daily mail, or leaves it to the bell. Security is never held back. */
export function planFor(
  order: { readonly category?: Category | null | undefined; readonly gather?: boolean | undefined },
  to: Recipient | undefined,
): Plan {
  const { category, gather = false } = order
  if (!to || !category || category === 'security') return 'SEND'
  if (to.bounced) return 'UNREACHABLE'
  const choice = choiceOf(category, to)
  if (choice === 'OFF') return 'OFF'
  if (gather) return 'HOLD'
  return choice === 'AT_ONCE' ? 'SEND' : onceADay(category, to)
}

function onceADay(category: Exclude<Category, 'security'>, { chosen }: Recipient): Plan {
  if (chosen.digest !== 'OFF') return 'HOLD'
  return mayChoose(category, 'OFF') ? 'OFF' : 'SEND'
}

function choiceOf(category: Exclude<Category, 'security'>, to: Recipient): Choice {
  const chosen = to.chosen[category]
  return chosen && mayChoose(category, chosen) ? chosen : 'AT_ONCE'
}

/** The hour of the daily mail, as the recipient's clocks show it. */
export const dailyHour = 8
