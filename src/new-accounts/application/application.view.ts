import type { DnsRecord } from '../../accounts/index.ts'
import type { StoredVersion } from '../../agreements/index.ts'
import type { Vouching } from '../../people/index.ts'
import type { FieldErrors, Typed } from '../../platform/http/index.ts'
import type { Flash, Frame } from '../../ui/index.ts'
import type { Step, StoredApplication } from '../applications.store.ts'
import type { Similar } from '../apply/looks.store.ts'
import type { Party } from '../told.store.ts'

/** What the page of an application shows. */
export type ApplicationView = {
  readonly frame: Frame
  readonly application: StoredApplication
  readonly requester: Party
  /** What whoever looks at it has to do with it. */
  readonly as: { readonly requester: boolean; readonly nominee: boolean; readonly operator: boolean }
  readonly story: readonly Step[]
  /** For whoever proves: what to put into the DNS; null when there is nothing to prove. */
  readonly record: DnsRecord | null
  /** For whoever proves: the identity provider that speaks for the domain, and whether they signed in with it. */
  readonly vouching: Vouching | undefined
  /** For the nominee: what is accepted with the account. */
  readonly agreements: readonly StoredVersion[]
  /** For operators: accounts like it, hidden or not. */
  readonly similar: readonly Similar[]
  readonly flash?: Flash | undefined
  readonly typed?: Typed | undefined
  /** Keys of sentences, by field. */
  readonly errors?: FieldErrors | undefined
}
