// What clocks should do, worked out apart from the product: by looking at the wall, day after day.

/** Where an account is, and when nobody there works or wants mail. */
export type Place = {
  readonly name: string
  readonly zone: string
  /** 0 is Sunday. */
  readonly weekend: readonly number[]
  readonly closed: readonly string[]
  readonly quiet: { readonly from: string; readonly to: string } | null
}

/** What people did with one request, in order. */
export type Deed = {
  readonly at: number
  readonly what: 'sent' | 'asked' | 'answered' | 'reminded' | 'handed-back' | 'ended'
}

/** Something that a clock did, or should have done. */
export type Stroke = { readonly type: string; readonly at: number }

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
/** How late a clock may strike, and how near a deed makes it uncertain which of the two comes first. */
export const tolerance = 5 * minute

const walls = new Map<string, Intl.DateTimeFormat>()

/** What the wall shows: '2026-03-29 10:00:00'. */
export function wallAt(at: number, zone: string): string {
  let wall = walls.get(zone)
  if (!wall) {
    const digits = '2-digit'
    const date = { year: 'numeric', month: digits, day: digits } as const
    const time = { hour: digits, minute: digits, second: digits, hourCycle: 'h23' } as const
    wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...date, ...time })
    walls.set(zone, wall)
  }
  return wall.format(at)
}

function instantOf(shown: string, zone: string): number {
  const asIfUtc = Date.parse(`${shown.replace(' ', 'T')}Z`)
  for (let halves = 32; halves >= -32; halves--) {
    const at = asIfUtc - halves * (hour / 2)
    if (wallAt(at, zone) === shown) return at
  }
  // The wall never shows it: as if the clocks had not been turned that night.
  const before = asIfUtc - 30 * hour
  return asIfUtc - (Date.parse(`${wallAt(before, zone).replace(' ', 'T')}Z`) - before)
}

function workingDay(from: number, count: number, place: Place): number {
  const [start = '', time = ''] = wallAt(from, place.zone).split(' ')
  let date = Date.parse(`${start}T00:00:00Z`)
  for (let left = count; left > 0; ) {
    date += day
    const name = new Date(date).toISOString().slice(0, 10)
    if (!place.weekend.includes(new Date(date).getUTCDay()) && !place.closed.includes(name)) left--
  }
  return instantOf(`${new Date(date).toISOString().slice(0, 10)} ${time}`, place.zone)
}

function wholeDays(from: number, to: number, place: Place): number {
  let count = 0
  while (workingDay(from, count + 1, place) <= to) count++
  return count
}

/** Whether the wall shows a time in the place's quiet hours. */
export function isQuiet(at: number, { zone, quiet }: Place): boolean {
  if (!quiet) return false
  const time = wallAt(at, zone).slice(11, 16)
  const { from, to } = quiet
  return from < to ? time >= from && time < to : time >= from || time < to
}

function loud(at: number, place: Place): number {
  if (!isQuiet(at, place)) return at
  let later = Math.floor(at / (hour / 2)) * (hour / 2)
  do later += hour / 2
  while (isQuiet(later, place))
  return later
}

type Life = {
  from: number
  spent: number
  stage: 'ADMINS' | 'OVERDUE' | 'SUPPORT'
  askedAt: number | null
  stoppedAt: number
  answeredAt: number
  expires: number
  struck: Set<string>
  byHand: number
  byClock: number
}

function candidates(life: Life, place: Place, hasSupport: boolean): Stroke[] {
  const found: Stroke[] = []
  const add = (type: string, at: number) => {
    if (!life.struck.has(type)) found.push({ type, at: loud(at, place) })
  }
  if (life.askedAt !== null) {
    for (const days of [7, 12]) add(`answer-missing ${days}`, life.askedAt + days * day)
    add('expired', life.askedAt + 14 * day)
    return found
  }
  if (life.stage === 'SUPPORT') {
    for (let times = 1; found.length === 0; times++) {
      const at = workingDay(life.stoppedAt, times * 5, place)
      if (at > life.answeredAt) add(`support-nudged ${times}`, at)
    }
    return found
  }
  const after = (days: number) => workingDay(life.from, days - life.spent, place)
  for (const days of [2, 4]) if (days > life.spent) add(`reminded ${days}`, after(days))
  if (life.stage === 'ADMINS') add('overdue', after(Math.max(5, life.spent + 1)))
  if (hasSupport) add('escalated', after(Math.max(10, life.spent + 1)))
  for (const left of [7, 2]) {
    if (life.expires - left * day > life.from) add(`expiry-near ${left}`, life.expires - left * day)
  }
  add('expired', life.expires)
  return found
}

function strike(life: Life, { type, at }: Stroke): Stroke[] {
  const [name = ''] = type.split(' ')
  life.struck.add(type)
  if (name === 'reminded') {
    if (at - life.byHand < 48 * hour || at - life.byClock < 46 * hour) return []
    life.byClock = at
  }
  if (name === 'overdue') life.stage = 'OVERDUE'
  if (name === 'escalated') {
    life.stage = 'SUPPORT'
    life.stoppedAt = at
  }
  return [{ type: name, at }]
}

function live(life: Life, { at, what }: Deed, place: Place): void {
  if (what === 'reminded') life.byHand = at
  if (what === 'asked') {
    if (life.stage !== 'SUPPORT') {
      life.spent += wholeDays(life.from, at, place)
      life.stoppedAt = at
    }
    life.askedAt = at
    life.struck.delete('answer-missing 7')
    life.struck.delete('answer-missing 12')
  }
  if (what === 'answered') {
    life.askedAt = null
    life.answeredAt = at
    if (life.stage !== 'SUPPORT') {
      life.expires += at - life.stoppedAt
      life.from = at
    }
  }
  if (what === 'handed-back') {
    Object.assign(life, { from: at, spent: 0, stage: 'ADMINS', expires: at + 28 * day })
    const kept = [...life.struck].filter((type) => type.startsWith('answer-missing'))
    life.struck = new Set(kept)
  }
}

type How = { readonly place: Place; readonly hasSupport: boolean; readonly until: number }

/** Goes on from here, both ways where a deed and a stroke fall together. */
function goOn(life: Life, deeds: readonly Deed[], how: How): Stroke[][] {
  const [deed = { at: how.until, what: 'ended' }, ...later] = deeds
  const next = candidates(life, how.place, how.hasSupport).toSorted((one, other) => one.at - other.at)[0]
  const lead = next ? deed.at - next.at : Number.NEGATIVE_INFINITY
  const ways: Stroke[][] = []
  if (next && lead > -tolerance) {
    const struckFirst = { ...life, struck: new Set(life.struck) }
    const struck = strike(struckFirst, next)
    const then = next.type === 'expired' ? [[]] : goOn(struckFirst, deeds, how)
    ways.push(...then.map((strokes) => [...struck, ...strokes]))
  }
  if (lead >= tolerance) return ways
  if (deed.what === 'ended') return [...ways, []]
  live(life, deed, how.place)
  return [...ways, ...goOn(life, later, how)]
}

/**
 * What the clocks should have done until a time. There is more than one right way when a deed came so near to a stroke
 * that either may have been first.
 */
export function expected(
  deeds: readonly Deed[],
  place: Place,
  how: { readonly hasSupport: boolean; readonly until: number },
): Stroke[][] {
  const [sent, ...rest] = deeds
  if (!sent) return [[]]
  const never = Number.NEGATIVE_INFINITY
  const life: Life = {
    from: sent.at,
    spent: 0,
    stage: 'ADMINS',
    askedAt: null,
    stoppedAt: sent.at,
    answeredAt: never,
    expires: sent.at + 28 * day,
    struck: new Set(),
    byHand: never,
    byClock: never,
  }
  return goOn(life, rest, { place, ...how })
}
