import { afterQuietHours, wholeWorkingDaysBetween, workingDaysAfter } from '../../accounts/domain/calendar.ts'
import { daysAfter } from '../../kernel/time.ts'
import { type Timing, timesOf } from './patience.ts'
import { type AccessRequest, isOpen } from './request.ts'

/** What a request's clocks do, by the name under which they are kept. */
export const clockKinds = {
  remind: 'access-request.remind',
  becomeOverdue: 'access-request.become-overdue',
  escalate: 'access-request.escalate',
  warnOfExpiry: 'access-request.warn-of-expiry',
  expire: 'access-request.expire',
  warnOfSilence: 'access-request.warn-of-silence',
  leaveUnanswered: 'access-request.leave-unanswered',
  nudgeSupport: 'access-request.nudge-support',
} as const
/** One of them. */
export type ClockKind = (typeof clockKinds)[keyof typeof clockKinds]

/** Something that will happen to a request by itself. */
export type Clock = {
  readonly kind: ClockKind
  readonly n: number
  readonly dueAt: Date
  readonly irreversible: boolean
}

/** What the clocks of a request go by. */
export type Times = {
  readonly dueAt: Date
  readonly expiresAt: Date
  /** Since when they run, and how many whole working days they had run before. */
  readonly clockFrom: Date
  readonly workingDaysSpent: number
  readonly clockStoppedAt: Date | null
  readonly clockStoppedFor: 'INFORMATION' | 'SUPPORT' | 'ACCOUNT' | null
  /** How often they have started anew, after support had the request. */
  readonly clockRound: number
  /** Since when the requester's answer is awaited, and how often it has been. */
  readonly awaitingSince: Date | null
  readonly awaitings: number
}

/** A request as far as its clocks go. */
export type Timed = Pick<AccessRequest, 'status' | 'stage'> & Times

/** What is known of the time and the place. */
export type Setting = Timing & {
  readonly now: Date
  /** Somebody answers at the support desk; without, nothing is passed on to it. */
  readonly hasSupport: boolean
  /** The account is suspended: nothing happens by itself until that ends. */
  readonly isSuspended?: boolean
}

/** What happens next, whatever anybody does. */
export const nextStepKinds = [
  'ANSWER_EXPECTED',
  'TO_SUPPORT',
  'EXPIRES',
  'EXPIRES_UNANSWERED',
  'SUPPORT_CHECKS',
] as const
/** The next thing that happens to an open request by itself, and when. */
export type NextStep = { readonly kind: (typeof nextStepKinds)[number]; readonly at: Date }

/** What the clocks of a request go by when it is sent. */
export function firstTimes(stage: AccessRequest['stage'], setting: Setting): Times {
  const { now } = setting
  const started: Timed = {
    status: 'PENDING',
    stage,
    ...timesOf(now, setting),
    clockFrom: now,
    workingDaysSpent: 0,
    clockStoppedAt: null,
    clockStoppedFor: null,
    clockRound: 0,
    awaitingSince: null,
    awaitings: 0,
  }
  return timesNow(started, setting)
}

/**
 * What the clocks of an open request go by after a step. They stop while an answer of the requester is awaited, while
 * support has it, and while its account is suspended. After an answer they go on: whole working days that were spent count, and it expires as much
 * later as they stood still. When support gives it back they start anew.
 */
export function timesNow(request: Timed, setting: Setting): Times {
  const awaited = { ...timesOnly(request), ...awaitingOf(request, setting) }
  const isHandedBack = request.clockStoppedFor === 'SUPPORT' && request.stage !== 'WITH_SUPPORT'
  const times = isHandedBack ? anew(awaited, setting) : awaited
  const reason = reasonToStop(request, setting)
  if (reason === null)
    return times.clockStoppedAt === null ? running(request, times, setting) : goOn(times, setting)
  return times.clockStoppedAt === null
    ? stopped(times, reason, setting)
    : { ...times, clockStoppedFor: reason }
}

function timesOnly(request: Timed): Times {
  const { status: _, stage: __, ...times } = request
  return times
}

function reasonToStop({ status, stage }: Timed, { isSuspended }: Setting): Times['clockStoppedFor'] {
  if (isSuspended) return 'ACCOUNT'
  if (stage === 'WITH_SUPPORT') return 'SUPPORT'
  return status === 'INFO_REQUESTED' ? 'INFORMATION' : null
}

// After a suspension the requester has as long for the answer as at first.
function awaitingOf(request: Timed, { now, isSuspended = false }: Setting) {
  const { status, awaitingSince, awaitings, clockStoppedFor } = request
  if (status !== 'INFO_REQUESTED') return { awaitingSince: null }
  const beginsAnew = clockStoppedFor === 'ACCOUNT' && !isSuspended
  return awaitingSince === null || beginsAnew ? { awaitingSince: now, awaitings: awaitings + 1 } : {}
}

function anew(times: Times, setting: Setting): Times {
  const { now } = setting
  return {
    ...times,
    ...timesOf(now, setting),
    clockFrom: now,
    workingDaysSpent: 0,
    clockStoppedAt: times.awaitingSince === null ? null : now,
    clockStoppedFor: times.awaitingSince === null ? null : 'INFORMATION',
    clockRound: times.clockRound + 1,
  }
}

function stopped(
  times: Times,
  reason: NonNullable<Times['clockStoppedFor']>,
  { calendar, now }: Setting,
): Times {
  const spent = wholeWorkingDaysBetween(times.clockFrom, now, calendar)
  return {
    ...times,
    workingDaysSpent: times.workingDaysSpent + spent,
    clockStoppedAt: now,
    clockStoppedFor: reason,
  }
}

function goOn(times: Times, { calendar, patience, now }: Setting): Times {
  const stoodStill = now.getTime() - (times.clockStoppedAt ?? now).getTime()
  const left = Math.max(1, patience.answerWorkingDays - times.workingDaysSpent)
  return {
    ...times,
    clockFrom: now,
    clockStoppedAt: null,
    clockStoppedFor: null,
    dueAt: workingDaysAfter(now, left, calendar),
    expiresAt: new Date(times.expiresAt.getTime() + Math.max(0, stoodStill)),
  }
}

// The calendar may be another than when the times were last worked out.
function running({ stage }: Timed, times: Times, { calendar, patience }: Setting): Times {
  if (stage !== 'WITH_ADMINS') return times
  const left = Math.max(1, patience.answerWorkingDays - times.workingDaysSpent)
  return { ...times, dueAt: workingDaysAfter(times.clockFrom, left, calendar) }
}

/** Every clock of the request as it stands; none for a settled one, and none while its account is suspended. */
export function scheduleOf(request: Timed, setting: Setting): readonly Clock[] {
  if (!isOpen(request) || setting.isSuspended) return []
  if (request.status === 'INFO_REQUESTED') return whileAwaiting(request, setting)
  return request.stage === 'WITH_SUPPORT'
    ? whileWithSupport(request, setting)
    : whileRunning(request, setting)
}

const perRound = 100

function whileRunning(request: Timed, setting: Setting): Clock[] {
  const { calendar, patience, hasSupport } = setting
  const { clockFrom, workingDaysSpent: spent, clockRound } = request
  const n = clockRound * perRound + 1
  const after = (days: number) => workingDaysAfter(clockFrom, days - spent, calendar)
  const clock = clockAt(setting)
  const reminders = patience.remindAfterWorkingDays.flatMap((days, i) =>
    days > spent ? [clock(clockKinds.remind, n + i, after(days))] : [],
  )
  const warnings = patience.expiryWarningDays.flatMap((day, i) => {
    const at = daysAfter(request.expiresAt, day - patience.expiryDays)
    return at > clockFrom ? [clock(clockKinds.warnOfExpiry, n + i, at)] : []
  })
  const passedOn = after(Math.max(spent + 1, patience.escalateAfterWorkingDays))
  return [
    ...reminders,
    ...(request.stage === 'WITH_ADMINS' ? [clock(clockKinds.becomeOverdue, n, request.dueAt)] : []),
    ...(hasSupport ? [clock(clockKinds.escalate, n, passedOn)] : []),
    ...warnings,
    clock(clockKinds.expire, n, request.expiresAt),
  ]
}

function whileAwaiting(request: Timed, setting: Setting): Clock[] {
  const { noAnswerDays, noAnswerWarningDays } = setting.patience
  const since = request.awaitingSince ?? setting.now
  const n = request.awaitings * perRound + 1
  const clock = clockAt(setting)
  return [
    ...noAnswerWarningDays.map((day, i) => clock(clockKinds.warnOfSilence, n + i, daysAfter(since, day))),
    clock(clockKinds.leaveUnanswered, n, daysAfter(since, noAnswerDays)),
  ]
}

// As often as administrators are given to answer.
function whileWithSupport(request: Timed, setting: Setting): Clock[] {
  const { calendar, patience, now } = setting
  const since = request.clockStoppedAt ?? now
  const every = patience.answerWorkingDays
  const times = Math.floor(wholeWorkingDaysBetween(since, now, calendar) / every) + 1
  const n = request.clockRound * perRound + times
  return [clockAt(setting)(clockKinds.nudgeSupport, n, workingDaysAfter(since, times * every, calendar))]
}

const irreversible: ReadonlySet<ClockKind> = new Set([
  clockKinds.escalate,
  clockKinds.expire,
  clockKinds.leaveUnanswered,
])

// Each of them sends mail, so none goes off in the quiet hours.
function clockAt({ calendar }: Setting) {
  return (kind: ClockKind, n: number, at: Date): Clock => ({
    kind,
    n,
    dueAt: afterQuietHours(at, calendar),
    irreversible: irreversible.has(kind),
  })
}

const stepOfKind: { readonly [Kind in ClockKind]?: NextStep['kind'] } = {
  [clockKinds.becomeOverdue]: 'ANSWER_EXPECTED',
  [clockKinds.escalate]: 'TO_SUPPORT',
  [clockKinds.expire]: 'EXPIRES',
  [clockKinds.leaveUnanswered]: 'EXPIRES_UNANSWERED',
  [clockKinds.nudgeSupport]: 'SUPPORT_CHECKS',
}

/** What happens to the request next, as people are told: reminders and warnings change nothing. Null when settled. */
export function nextStepOf(request: Timed, clocks: readonly Clock[]): NextStep | null {
  const steps = clocks.flatMap((clock): NextStep[] => {
    const kind = stepOfKind[clock.kind]
    if (kind === undefined) return []
    return [{ kind, at: kind === 'ANSWER_EXPECTED' ? request.dueAt : clock.dueAt }]
  })
  return steps.toSorted((one, other) => one.at.getTime() - other.at.getTime())[0] ?? null
}
