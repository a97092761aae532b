import { nameOf } from '../../people/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { words } from '../messages/index.ts'

type Approver = {
  readonly personId: string
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly timeZone: string
  readonly address: string
  readonly reachable: boolean
  readonly awayUntil: Date | null
  readonly awayNote: string
  readonly standIn: string | null
}

/** Somebody who is away, until when, and who decides for them. */
export type AwayDecider = {
  readonly name: string
  /** The moment they are back, and where they are at home: it ends a day there. */
  readonly until: Date
  readonly timeZone: string
  readonly standIn: string | null
  /** What they say about it themselves; often nothing. */
  readonly note: string
}

/** Those who decide, as somebody may know them. */
export type ShownDeciders = {
  readonly names: readonly string[] | null
  /** How many are there. */
  readonly count: number
  readonly away: readonly AwayDecider[]
}

const mostNames = 5

/** Those who decide, as the requester may know them: names when the account shows them, else how many. */
export function shownDeciders(
  approvers: readonly Approver[],
  show: 'NAMES' | 'RELAY' | 'NONE',
): ShownDeciders {
  const there = approvers.filter(({ reachable, awayUntil }) => reachable && awayUntil === null)
  const isShown = show === 'NAMES' && there.length <= mostNames
  const away = show === 'NAMES' ? approvers.flatMap((one) => awayDecider(one, approvers)) : []
  return {
    count: there.length,
    names: isShown && there.length > 0 ? there.map(publicName) : null,
    away: away.slice(0, mostNames),
  }
}

/** "Ana Costa is away until 4 January; Ben Okafor decides for her", one sentence each. */
export function sayAway(reader: Reader, away: readonly AwayDecider[]): string[] {
  const t = words.for(reader)
  return away.flatMap(({ name, until, timeZone, standIn, note }) => {
    const lastMoment = new Date(until.getTime() - 1)
    const date = formatDate({ ...reader, timeZone }, lastMoment, 'dayMonth')
    const said =
      standIn === null ? t('away.alone', { name, date }) : t('away.stand-in', { name, date, standIn })
    return note === '' ? [said] : [said, t('away.note', { name, note })]
  })
}

function awayDecider(one: Approver, approvers: readonly Approver[]): AwayDecider[] {
  if (one.awayUntil === null) return []
  const standIn = approvers.find(({ personId }) => personId === one.standIn)
  return [
    {
      name: publicName(one),
      until: one.awayUntil,
      timeZone: one.timeZone,
      standIn: standIn ? publicName(standIn) : null,
      note: one.awayNote,
    },
  ]
}

// Somebody without a name is not shown by their address.
function publicName(person: Approver): string {
  const name = nameOf({ ...person, address: '' })
  return name === '' ? '–' : name
}
