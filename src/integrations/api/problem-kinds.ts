import type { RefusalCode } from '../../access-requests/domain/refusals.ts'
import type { ClaimRefusal } from '../../accounts/domain/claim.ts'
import type { RefusalCode as MemberRefusalCode } from '../../members/domain/refusals.ts'
import type { ChangeRefusal } from '../../account-changes/domain/change.ts'
import type { OnBehalfRefusal } from '../../access-requests/domain/on-behalf.ts'
import type { RoleRefusal } from '../../custom-roles/domain/wanted-role.ts'
import type { GroupRefusal } from '../../groups/domain/groups.ts'
import type { ApplicationRefusal } from '../../new-accounts/domain/application.ts'
import type { ReviewRefusalCode } from '../../reviews/domain/refusals.ts'
import type { CaseRefusal } from '../../support-cases/domain/case.ts'

/** The refusals that are told under a name of their own, since another one has theirs. */
type Renamed = 'settled' | 'lapsed'

type ApiCode =
  | 'scope'
  | 'method'
  | 'json-only'
  | 'not-json'
  | 'invalid'
  | 'cursor'
  | 'version-missing'
  | 'version-shape'
  | 'key-shape'
  | 'key-used'
  | 'too-many-calls'
  | 'too-many-look-ups'
  | 'name-unfit'
  | 'name-taken'
  | 'looks-like'
  | 'unknown-parent'
  | 'below-itself'
  | 'too-many-virtual-accounts'
  | 'too-deep'
  | 'changed-meanwhile'
  | 'nothing-to-give'
  | 'exists'
  | 'identifier-taken'
  | 'asked-already'
  | 'sent-before'
  | 'over'
  | 'rule-unfit'
  | 'rules-changed'
  | 'too-many-rules'
  | 'foreign-origin'
  | 'too-large'
  | 'failed'
  | 'unreachable'
  | 'answered'
  | 'change-settled'
  | 'change-lapsed'
  | 'too-many-tags'
  | 'not-yours'
  | 'unknown-person'
  | 'blocked-already'
  | 'too-many-texts'
  | 'unfit'
  | 'text-changed'
  | 'too-often'
  | 'oneself'
  | 'nothing-to-decide'
  | 'claim-open-already'
  | 'record-absent'
  | 'dns-silent'
  | 'less-power'
  | 'cycle'
  | 'chain-too-long'

/** The kinds of problems by their code, as the document and the reference page explain them. */
export const problemKinds: Readonly<
  Record<
    | RefusalCode
    | CaseRefusal['code']
    | ClaimRefusal['code']
    | MemberRefusalCode
    | ReviewRefusalCode
    | GroupRefusal['code']
    | Exclude<ApplicationRefusal['code'], 'not-nominee'>
    | RoleRefusal['code']
    | Exclude<OnBehalfRefusal['code'] | ChangeRefusal['code'], Renamed>
    | ApiCode,
    string
  >
> = {
  scope: 'The token lacks the scope that the operation needs.',
  method: 'The address exists, but not for this method; Allow names those it has.',
  'json-only': 'The body must be sent as application/json.',
  'not-json': 'The body is not valid JSON in UTF-8.',
  invalid: 'A field is missing, unknown, repeated, or of the wrong type; errors says which.',
  cursor: 'The cursor is forged, older than an hour, or of another person or filter.',
  'version-missing': 'The operation needs If-Match.',
  'version-shape': 'If-Match does not hold one version in quotes.',
  'key-shape': 'The Idempotency-Key is too long or holds other than visible ASCII characters.',
  'key-used': 'The Idempotency-Key came before, with another call.',
  'too-many-calls': 'Wait as long as Retry-After says.',
  'too-many-look-ups': 'Too many different accounts were looked up; wait as long as Retry-After says.',
  'foreign-origin': 'A session may be used from pages of this installation only.',
  'too-large': 'The body is larger than 64 KiB.',
  'name-unfit': 'A name has 1 to 80 visible characters.',
  'name-taken': 'There is one of that name in the same place.',
  'looks-like': 'The name looks like that of a neighbour; name it in despite to take it all the same.',
  'unknown-parent': 'The place it is to stand is not there.',
  'below-itself': 'It stands there already, or that place lies below it.',
  'too-many-virtual-accounts': 'The account holds as many virtual accounts as one may.',
  'too-deep': 'Too many virtual accounts would stand above each other.',
  'name-built-in': 'The name reads like that of a built-in role.',
  'description-unfit': 'A description has at most 300 characters.',
  'no-actions': 'A role may do at least one thing.',
  'unknown-action': 'A role that is given like this cannot contain the action.',
  incomplete: 'The actions need others that are missing.',
  'wider-than-author': 'The role may do what you may not, somewhere where it is held.',
  'own-role': 'You hold the role yourself: somebody else has to widen it.',
  'to-confirm': 'What changes for those who hold the role must be looked at first.',
  retired: 'The role is retired.',
  'not-retired': 'The role is in use.',
  'still-held': 'Somebody still holds the role.',
  'given-by-rules': 'A rule gives the role, and would give power over others with it.',
  'still-given': 'A user group or an open invitation still gives the role.',
  'too-many-roles': 'The account has as many roles of its own as one may.',
  'changed-meanwhile': 'Something changed since it was looked at; look again.',
  failed: 'Something failed here; instance names it in the log.',
  unreachable: 'The database cannot be reached for a moment.',
  'rule-unfit': 'The rule cannot be like this; errors says where.',
  'rules-changed': 'Somebody changed the rules since the version in If-Match; current is the rules now.',
  'too-many-rules': 'The list holds as many rules as one may.',
  exists: 'Accounts like it exist; insists says why it must be a new one. current names them.',
  'identifier-taken': 'The identifier belongs to an account; current names it.',
  'asked-already': 'You have an open request for this very account.',
  'sent-before': 'The same was sent before, with other words.',
  over: 'It is over: nothing changes it any more.',
  'nothing-to-give': 'The person holds all of it already, at least as long.',
  'address-unverified': 'Your address is not verified yet.',
  'profile-incomplete': 'Your profile lacks a first or last name, a company or a country.',
  'not-found': 'There is no such thing, or none that you may see: the two are not told apart.',
  inherited: 'The grant comes from a user group or a rule, and is changed there.',
  'cannot-sign-in': 'The person cannot sign in at present.',
  'account-not-active': 'The account is not active.',
  'account-not-open': 'The account cannot be asked for access at the moment, or not by you.',
  'place-gone': 'A virtual account that was chosen is no longer there; ask again without it.',
  'already-started': 'The list of people was started already.',
  'proposal-not-open': 'The proposal to make an administrator is over.',
  'invitation-gone': 'The invitation is over, or whoever sent it can no longer give this.',
  'invited-too-often': 'The invitation was mailed within the last day, or as often as one may.',
  blocked: 'The account does not take requests from you, for a time or for good.',
  'duplicate-open-request': 'A request of yours to this account is open; current is that request.',
  'already-held': 'You hold what you ask for.',
  'too-many-open': 'You have as many open requests as one may have.',
  'too-many-today': 'You have sent as many requests as one may send in a day.',
  'too-many-from-outside': 'As many people from outside wait for this account as may.',
  'asked-again-too-soon': 'The same was declined less than seven days ago.',
  'review-closed': 'The review is closed; its answers are final.',
  'own-access': 'Nobody answers for their own access.',
  'access-over': 'The access has ended meanwhile.',
  'carried-out': 'What was answered about it was carried out already.',
  'answered-meanwhile': 'Somebody else answered it meanwhile; read the item again.',
  'not-less': 'A change may only leave less than there is.',
  'nothing-to-review': 'Nobody fits, or another open review holds it already.',
  'too-many-reviews': 'As many reviews that were started by hand are open as may be.',
  'not-suspended': 'The access is not suspended.',
  'nothing-left': 'Nothing is left to carry out.',
  'reason-unfit': 'The text is too short, too long, or one character repeated.',
  'text-unfit': 'The text is too short, too long, or one character repeated.',
  'too-many-questions': 'As many questions were asked about this request as may be.',
  'other-question': 'Another question waits than the one you answer; current is the request now.',
  'too-many-comments': 'Your side has written as many comments on this request as it may.',
  'claimed-already': 'Somebody else is looking at the request at the moment.',
  'too-many-messages': 'You have written to these administrators as often as one may in a day.',
  'end-out-of-range': 'The end lies too near or too far.',
  'role-gone': 'The role is no longer given.',
  'role-changed': 'The role was changed since you read it: read what it allows now.',
  'role-scope-mismatch': 'The role cannot be held in such a scope.',
  'unknown-virtual-account': 'A virtual account is not one that you may choose.',
  'nothing-changed': 'The amendment says what the request says already.',
  'already-settled': 'The request was decided, withdrawn or has expired; current says how it stands.',
  'stale-version': 'The request changed since the version in If-Match; current is the request now.',
  'not-possible-now': 'The request is open, but this step is not possible where it stands.',
  'half-decided': 'One administrator has approved, so the request cannot be amended.',
  'too-early-to-remind': 'A reminder is not possible yet.',
  'no-reminders-left': 'All reminders are used.',
  'nobody-reachable': 'Nobody who may decide can be reached.',
  'own-request': 'Nobody decides their own request.',
  'not-an-approver': 'You may see the request but not decide it.',
  'above-own-rights': 'Nobody gives or takes more than they hold.',
  'ends-after-own-right': 'Nobody gives for longer than they hold.',
  'note-required': 'Who gives less than was asked for says why.',
  'recent-sign-in-needed':
    'An administrator role needs a password typed within five minutes; a token never has that.',
  'already-first-approver': 'You approved already; a second person must.',
  'case-over': 'The case is resolved or closed.',
  'case-not-over': 'The case is still under way.',
  'too-late-to-reopen': 'A case can be reopened for seven days.',
  'another-case-open': 'Another case about the request is open.',
  'case-changed': 'Another agent has answered meanwhile.',
  'assigned-to-another': 'Another agent looks after the case.',
  'too-many-cases': 'You have opened as many cases today as one may.',
  'not-claimable': 'No account with this identifier can be claimed by you.',
  'claim-open-already': 'You have a claim for this account already.',
  'too-many-claims': 'You have as many open claims as one may.',
  'not-yet': 'The claim is not where this can be done.',
  'notice-runs': 'The notice of the claim runs; it can only be stopped.',
  'another-noticed': 'Another claim for the account is decided first.',
  'own-claim': 'Nobody decides their own claim.',
  'approved-already': 'You have agreed already; a second agent must.',
  'administered-again': 'Somebody who administers the account can be reached, so documents are not enough.',
  'claimant-gone': 'The claimant can no longer be given the role.',
  'other-domain': 'The domain does not prove the account.',
  'record-absent': 'The record is not in the DNS, or not seen yet.',
  'dns-silent': 'No DNS server answered.',
  'too-early-to-escalate': 'The administrators still have time to answer.',
  'support-may-not-decide': 'Support does not decide requests on this installation.',
  'somebody-reachable': 'An administrator can be reached, so support does not decide.',
  'proof-needed': 'Support decides on proof only, and the case holds none.',
  'beyond-support': 'Support never gives this role.',
  'second-agent-needed': 'Who proposed does not confirm; a second agent must.',
  'already-proposed': 'A decision is proposed already.',
  'proposal-gone': 'The proposed decision was dropped, confirmed, or the request changed.',
  'grant-already-over': 'The grant has ended.',
  'last-administrator': 'An account keeps an administrator.',
  'second-administrator-needed': 'An administrator is removed by two people: propose the removal.',
  'no-second-needed': 'The account needs no second person: take the grant back.',
  'removal-already-proposed': 'The removal is proposed already; confirm or refuse that proposal.',
  'removal-not-open': 'The proposal was settled or withdrawn, or it lapsed.',
  'administrators-one-by-one': 'Account administrators are made one by one, by two people.',
  closed: 'The group is closed.',
  full: 'The group holds as many people as one may.',
  'not-a-member': 'The person is not in the group.',
  'too-many-tags': 'The account has as many tags as one may.',
  'not-yours': 'You may see it but not change it.',
  'own-address': 'The address is your own.',
  'not-a-colleague': 'The address lies in another domain than your own.',
  'too-many-waiting': 'As many of your colleagues as may have still to confirm.',
  'too-many-asked': 'You have asked for as many colleagues today as one may.',
  answered: 'It was answered, withdrawn or has lapsed.',
  'unknown-person': 'Nobody with this address has asked the account or holds something in it.',
  'blocked-already': 'The account takes no request from them already.',
  'too-many-texts': 'The account keeps as many texts ready as one may.',
  unfit: 'A field holds what it cannot; errors says which.',
  'not-now': 'The request for a new account is not where this can be done.',
  'own-application': 'Another operator decides: this one is yours.',
  'same-nominee': 'The person is asked already.',
  'proven-already': 'The domain is proven already.',
  'text-changed': 'The text of an agreement changed since it was read.',
  'too-often': 'It was tried as often as one may in an hour.',
  oneself: 'Nobody stands in for themselves.',
  'nothing-to-decide': 'There is nothing that one decides there.',
  'less-power': 'The person could not decide all of that themselves.',
  cycle: 'Two would stand in for each other.',
  'chain-too-long': 'Whoever stands in is stood in for too many times over.',
  'as-it-is': 'The account is so already.',
  'identifier-unfit': 'The identifier has not the shape of one.',
  'into-unknown': 'There is no such account that you may name.',
  'into-itself': 'An account does not become a part of itself.',
  'same-person': 'The two who agree are two people.',
  'change-settled': 'The change was done, refused or withdrawn; current says so.',
  'change-lapsed': 'Nobody agreed to the change in time.',
  'own-removal': 'Nobody is one of the two for their own removal.',
  'own-proposal': 'You proposed it; a second administrator must confirm it.',
}
