/** How far back is looked, in days. */
export const spans = [30, 90, 180, 365] as const
export type Span = (typeof spans)[number]

/** By what the time is cut into pieces, so that a picture has neither three nor three hundred of them. */
export const pieceOf = { 30: 'day', 90: 'week', 180: 'month', 365: 'month' } as const satisfies Record<
  Span,
  'day' | 'week' | 'month'
>

/** With fewer than this, a middle says more about one person than about all. */
export const fewest = 5

/** How requests end, as they are counted: by people, by rule, or by themselves. */
export const outcomes = ['approved', 'declined', 'byRule', 'expired', 'withdrawn', 'closed'] as const
export type Outcome = (typeof outcomes)[number]

/** One piece of time. `half`: half of what people decided in it was decided within so many minutes; null: too few. */
export type Piece = Readonly<Record<Outcome, number>> & {
  /** Its first day, as `2026-03-31`. */
  readonly from: string
  readonly half: number | null
}

/** How long something took: half of `n` took `half` minutes at most, four fifths took `most`; null: too few. */
export type Took = { readonly n: number; readonly half: number | null; readonly most: number | null }

/** How long open requests have been waiting: so many whole days at least. */
export const ages = [0, 1, 3, 7, 14, 28] as const

/** When rights end: within so many days, later, or never. */
export const ends = ['month', 'quarter', 'later', 'never'] as const
export type End = (typeof ends)[number]

/** What is counted of the requests and the users of one account, or of all. */
export type Insights = {
  readonly pieces: readonly Piece[]
  readonly toView: Took
  readonly toDecision: Took
  /** In the order of `ages`. */
  readonly open: readonly number[]
  readonly declines: readonly { readonly code: string; readonly n: number }[]
  readonly roles: readonly { readonly role: string; readonly n: number }[]
  readonly ends: Readonly<Record<End, number>>
}

/** An account in which people wait long. */
export type SlowAccount = Took & { readonly identifier: string; readonly name: string }

/** The pieces of a span, without gaps, from the first day of the first to the last; days as `2026-03-31`. */
export function piecesOf(span: Span, today: string): string[] {
  const last = startOf(span, new Date(`${today}T00:00:00Z`))
  const first = startOf(span, new Date(Date.parse(`${today}T00:00:00Z`) - (span - 1) * dayInMs))
  const found: string[] = []
  for (let at = first; at <= last; at = nextOf(span, at)) found.push(at.toISOString().slice(0, 10))
  return found
}

const dayInMs = 86_400_000

// Weeks begin on Monday.
function startOf(span: Span, day: Date): Date {
  const piece = pieceOf[span]
  if (piece === 'month') return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1))
  const back = piece === 'week' ? (day.getUTCDay() + 6) % 7 : 0
  return new Date(day.getTime() - back * dayInMs)
}

function nextOf(span: Span, at: Date): Date {
  const piece = pieceOf[span]
  if (piece === 'month') return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1))
  return new Date(at.getTime() + (piece === 'week' ? 7 : 1) * dayInMs)
}

const nothing = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>

/** The same with a piece for every day, week or month, also where nothing happened. */
export function withoutGaps(insights: Insights, span: Span, today: string): Insights {
  const known = new Map(insights.pieces.map((piece) => [piece.from, piece]))
  const pieces = piecesOf(span, today).map((from) => known.get(from) ?? { ...nothing, from, half: null })
  return { ...insights, pieces }
}

/** How many requests ended in each way. */
export function totalsOf({ pieces }: Pick<Insights, 'pieces'>): Record<Outcome, number> {
  const totals = { ...nothing }
  for (const piece of pieces) for (const outcome of outcomes) totals[outcome] += piece[outcome]
  return totals
}

/** Which part of all decisions rules made, as a whole number of hundredths; null while none was made by a rule. */
export function shareByRule(insights: Pick<Insights, 'pieces'>): number | null {
  const { approved, declined, byRule } = totalsOf(insights)
  return byRule === 0 ? null : Math.round((100 * byRule) / (approved + declined + byRule))
}
