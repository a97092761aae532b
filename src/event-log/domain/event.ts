import type { AccountId, PersonId, RequestId } from '../../kernel/id.ts'

/** A fact of an event: an id, a number, a word of a closed list. Never a name, an address or a text that somebody typed. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact }

/** Something that happened, as it is recorded: a name in the past tense, who did it, to what. */
export type Event = {
  /** `access-request.approved` */
  readonly type: string
  /** The account whose chain it belongs to; `installation` for sign-ins, people and settings. */
  readonly account: AccountId
  /** Null when a clock or the system acted. */
  readonly actor: PersonId | null
  readonly request?: RequestId
  /** The person it was done to, when that is not the actor. */
  readonly subject?: PersonId
  readonly facts?: { readonly [name: string]: Fact }
}

/** Words that people typed, kept beside the chain, which covers their salted hash: they can be erased, not changed. */
export type Details = { readonly person: PersonId; readonly content: { readonly [name: string]: Fact } }
