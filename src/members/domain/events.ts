import type { NamedRole } from '../../accounts/domain/roles.ts'
import type { GrantId, PersonId, VirtualAccountId } from '../../kernel/id.ts'

type What = {
  readonly role: NamedRole
  readonly scope: 'ACCOUNT' | 'VIRTUAL'
  readonly virtualAccountIds: readonly VirtualAccountId[]
  readonly endsAt: string | null
}

/** What happens to members: event name to body. Bodies hold ids, codes and times, never names, texts or addresses. */
export type MemberEvents = {
  /** Somebody was given a role directly; `proposedBy` when two people did it. */
  'member.added': What & {
    readonly grantIds: readonly GrantId[]
    readonly proposedBy?: PersonId
    readonly invitationId?: string
  }
  /** One grant was ended and another given in its place. */
  'member.changed': What & {
    readonly fromGrantId: GrantId
    readonly fromRole: NamedRole
    readonly fromVirtualAccountId: VirtualAccountId | null
    readonly grantIds: readonly GrantId[]
  }
  /** All that somebody held ended at once. */
  'member.removed': { readonly grantIds: readonly GrantId[]; readonly wasAdministrator: boolean }
  'member.left': { readonly grantIds: readonly GrantId[]; readonly wasAdministrator: boolean }
  'member.invited': What & { readonly invitationId: string; readonly n: number }
  'member.invitation-withdrawn': { readonly invitationId: string }
  'member.invitation-declined': { readonly invitationId: string }
  'administrator.proposed': {
    readonly proposalId: string
    readonly endsAt: string | null
    readonly invitationId?: string
  }
  'administrator.refused': { readonly proposalId: string }
  'administrator.withdrawn': { readonly proposalId: string }
  /** An act that was refused because it reached for more than one has. */
  'member.change-refused': { readonly refusal: string }
}

/** What something that happens to a member is called. */
export type MemberEventName = keyof MemberEvents
