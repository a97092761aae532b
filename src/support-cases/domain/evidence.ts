import type { PersonId } from '../../kernel/id.ts'

export const bands = ['TODAY', 'THIS_WEEK', 'THIS_MONTH', 'LONGER'] as const
/** How long ago somebody was last seen, as coarse as support needs it. */
export type Band = (typeof bands)[number]

/** Whether somebody who may decide could be told about the request. */
export type Reach = 'REACHABLE' | 'AWAY' | 'BOUNCED'

/** Where a mail was when the case was opened. */
export type MailState = 'QUEUED' | 'ACCEPTED' | 'DEFERRED' | 'BOUNCED' | 'SUPPRESSED'

/**
 * What was known about a request at the moment its case was opened. Ids, codes and times only: names are looked up when
 * it is shown, so that who is erased is erased here as well.
 */
export type Evidence = {
  readonly takenAt: string
  readonly request: {
    readonly reference: string
    readonly version: number
    readonly submittedAt: string
    readonly dueAt: string
    readonly expiresAt: string
    readonly scope: 'ACCOUNT' | 'VIRTUAL' | 'UNSURE'
    readonly role: string | null
    readonly firstViewedAt: string | null
  }
  readonly approvers: readonly {
    readonly personId: PersonId
    readonly reach: Reach
    readonly lastActive: Band
    /** They are mailed only once a request is late; missing in what was kept before there were such people. */
    readonly isBackup?: boolean
  }[]
  readonly mails: readonly {
    readonly personId: PersonId | null
    readonly kind: string
    readonly state: MailState
    readonly attempts: number
    /** The server's code, such as 250 or 550; null when there was none. */
    readonly answer: string | null
    readonly at: string
  }[]
  readonly reminders: readonly {
    readonly byHand: boolean
    readonly recipients: number
    readonly at: string
  }[]
  readonly views: readonly { readonly personId: PersonId; readonly version: number; readonly at: string }[]
}

const dayInMs = 86_400_000

/** How long ago somebody was last active; never is long ago. */
export function bandOf(lastActiveAt: Date | null, now: Date): Band {
  if (lastActiveAt === null) return 'LONGER'
  const days = (now.getTime() - lastActiveAt.getTime()) / dayInMs
  if (days < 1) return 'TODAY'
  if (days < 7) return 'THIS_WEEK'
  return days < 31 ? 'THIS_MONTH' : 'LONGER'
}

/** The code with which a mail server's answer begins, without its words, which may hold an address. */
export function codeOf(answer: string | null): string | null {
  return /^\s*(\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?)/.exec(answer ?? '')?.[1] ?? null
}
