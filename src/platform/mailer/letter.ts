import type { Tx } from '../db/index.ts'
import type { Category } from '../db/tables/delivery.ts'
import type { Reader } from '../i18n/reader.ts'

export type { Category }

/** Somebody is to be told something, by mail and in their bell: one recipient each. */
export type MailOrder = {
  /** Names the letter that is composed when it is sent: `access-request.approved.requester`. */
  readonly kind: string
  readonly personId: string | null
  readonly address: string
  readonly locale: Reader['locale']
  readonly requestId?: string
  /** Tells repeated mails of one kind about one request apart. */
  readonly n?: number
  readonly payload?: Readonly<Record<string, unknown>>
  /**
   * What it is about: the recipient chooses for each how to get it (at once, once a day, not at all where that is
   * allowed). Without one, and with `security`, it always goes at once.
   */
  readonly category?: Category
  /** Is gathered with others into the recipient's next daily mail, whatever they chose. */
  readonly gather?: boolean
}

/** A mail on its way: what was ordered, and its row. */
export type Mail = {
  readonly account: string
  readonly id: string
  readonly eventId: string | null
  readonly requestId: string | null
  readonly kind: string
  readonly n: number
  readonly personId: string | null
  readonly address: string
  readonly locale: Reader['locale']
  readonly messageId: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly category: Category | null
}

/** What is sent: fixed words with cleaned names, twice. */
export type Letter = {
  readonly subject: string
  readonly html: string
  readonly text: string
  /** What the mails of one conversation share; they are shown as one thread. */
  readonly thread?: string
  /** Name that stands before the recipient's address. */
  readonly toName?: string
  /** Where an answer goes: an address of `replyAddress`. */
  readonly replyTo?: string
  /** Its first sentence and where its button leads, as they stand in a digest; `compose` gives both. */
  readonly opening?: string
  readonly href?: string
}

/** Composes a letter at the moment it is sent; null when it has become pointless, and then it is dropped. */
export type Composer = (tx: Tx, mail: Mail) => Promise<Letter | null>
/** A slice's letters, by kind. */
export type Letters = Readonly<Record<string, Composer>>

/** An event as it is announced. */
export type RecordedEvent = {
  readonly account: string
  readonly id: string
  readonly seq: number
  readonly type: string
  readonly at: Date
  readonly actor: string | null
  readonly subject: string | null
  readonly request: string | null
  readonly facts: Readonly<Record<string, unknown>>
}

/** Who is told about an event, and by which letters. */
export type Announcer = (tx: Tx, event: RecordedEvent) => Promise<readonly MailOrder[]>
/** A slice's announcements, by the event's type. */
export type Announcements = Readonly<Record<string, Announcer>>
