/** What each event is called in the log, after the name of who did it. */
export default {
  'log.system': 'Vestibule',
  'log.machine': 'Command line',
  'log.by-at-machine': '{name}, at the command line',
  'log.erased': 'Erased person',
  'log.merged': '{name} (now {into})',
  'log.gone': 'something that is gone',
  'log.about': '{what} ({person})',
  'log.other': 'recorded “{type}”',
  'log.access-request.submitted': 'sent request {request}: {asked}',
  'log.access-request.routed-to-support':
    'passed request {request} to the support desk, since nobody could decide it',
  'log.access-request.viewed': 'opened request {request} of {person}',
  'log.access-request.reminded':
    '{by, select, clock {sent an automatic reminder about request {request}} other {sent a reminder about request {request}}}',
  'log.access-request.amended': 'changed request {request}: {asked}',
  'log.access-request.withdrawn': 'withdrew request {request}',
  'log.access-request.first-approval':
    'gave the first of two approvals to request {request} of {person}: {absent, plural, =0 {{held}} one {{held}, also for # colleague who was away} other {{held}, also for # colleagues who were away}}',
  'log.access-request.approved':
    'approved request {request} of {person}: {absent, plural, =0 {{held}} one {{held}, also for # colleague who was away} other {{held}, also for # colleagues who were away}}',
  'log.access-request.declined':
    'declined request {request} of {person}: {code, select, NOT_A_MEMBER {does not belong to the organisation} WRONG_ACCOUNT {another account is meant} NOT_NEEDED {not needed for the task} ASK_ELSEWHERE {somebody else has to give this} TOO_MUCH {more than the task needs} other {another reason}}',
  'log.access-request.overdue': 'noted that request {request} was not answered in time',
  'log.access-request.escalated': 'passed request {request} to the support desk',
  'log.access-request.handed-back': 'handed request {request} back to the administrators',
  'log.access-request.expiry-near': 'warned that request {request} expires on {date}',
  'log.access-request.answer-missing':
    'asked for the missing answer about request {request}, which expires on {date}',
  'log.access-request.support-nudged': 'told the support desk again about request {request}',
  'log.access-request.expired':
    '{because, select, NOT_ANSWERED {closed request {request}, whose requester did not answer a question} other {closed request {request}, which nobody decided in time}}',
  'log.access-request.closed':
    'closed request {request}: {because, select, GIVEN_DIRECTLY {access was given directly} ACCOUNT_CLOSED {the account was closed} ACCOUNT_MERGED {the account became part of another} CONTINUED {the account became part of another, where the request goes on} BENEFICIARY_DISABLED {whoever it was for can no longer sign in} DUPLICATE {another request asks for the same} PLACE_CLOSED {what it asked for was closed} other {it has become pointless}}',
  'log.access-request.decision-refused':
    'was refused a decision on request {request}: {why, select, own {it is their own} above {it gives more than they hold} other {it is not theirs to decide}}',
  'log.grant.given': 'gave {person} access: {held}',
  'log.grant.revoked':
    '{whose, select, own {gave up own access: {held}} other {took access back from {person}: {held}}}',
  'log.grant.removal-proposed': 'proposed to remove {person} as administrator',
  'log.grant.removal-refused':
    '{whose, select, own {objected to own removal as administrator} other {refused to remove {person} as administrator}}',
  'log.grant.removal-withdrawn': 'withdrew the proposal to remove {person} as administrator',
  'log.grant.expired': 'ended the access of {person}: {held}',
  'log.grant.ending': 'told {person} that access ends within {n, plural, one {# day} other {# days}}: {held}',
  'log.grant.end-moved': 'let {person} go on, since no other administrator could be reached: {held}',
  'log.grant.revocation-refused': 'was refused to take access back',
  'log.delegate.chosen': 'asked {person} to decide in the meantime whenever away',
  'log.delegate.ended':
    '{by, select, delegate {no longer stands in for {person}} other {no longer has {person} stand in}}',
  'log.account.created': 'added the account, administered by {person}',
  'log.account.visibility-changed':
    '{visibility, select, LISTED {let everybody who is signed in find the account} other {let only its own people find the account}}',
  'log.virtual-account.created': 'added the virtual account {place}',
  'log.virtual-account.renamed': 'gave the virtual account {place} its name',
  'log.virtual-account.moved':
    '{to, select, top {moved the virtual account {place} to the top} other {moved the virtual account {place} below {parent}}}',
  'log.virtual-account.restricted': 'let only those who know its name find the virtual account {place}',
  'log.virtual-account.unrestricted': 'let people of the account’s domains see the virtual account {place}',
  'log.virtual-account.closed':
    '{n, plural, =0 {closed the virtual account {place}} one {closed the virtual account {place} and # below it} other {closed the virtual account {place} and # below it}}',
  'log.access-request.narrowed':
    '{n, plural, one {took # closed virtual account out of request {request}} other {took # closed virtual accounts out of request {request}}}',
  'log.account.named-alike': 'gave {account} a name that looks like another account’s',
  'log.account.renamed': 'gave the account another name',
  'log.account.contact-changed':
    '{has, select, yes {named a contact for the account} other {took away the account’s contact address}}',
  'log.account.contact-confirmed': 'noted that the contact confirmed its address',
  'log.on-behalf.asked': 'asked for access for a colleague',
  'log.on-behalf.confirmed': 'confirmed the access that {person} asked for on their behalf',
  'log.on-behalf.refused': 'did not want the access that {person} asked for on their behalf',
  'log.on-behalf.withdrawn': 'took back what was asked for a colleague',
  'log.on-behalf.ended': 'ended what {person} asked for a colleague, since it can no longer be confirmed',
  'log.on-behalf.lapsed': 'let lapse what {person} asked for a colleague, since nobody confirmed it',
  'log.access-request.looked-up-in-vain':
    '{n, plural, one {looked up # account that is not open to them} other {looked up # accounts in a row that are not open to them}}',
  'log.case.opened':
    '{about, select, none {opened a case with the support desk} other {opened a case with the support desk about request {request}}}',
  'log.case.viewed': 'looked at a case as support',
  'log.access-request.viewed-by-support': 'looked at request {request} as support',
  'log.case.answered':
    '{side, select, REQUESTER {wrote in the case of {person}} ACCOUNT {answered support for the account} other {wrote as support, {room, select, ACCOUNT {to the account} other {to the requester}}}}',
  'log.case.noted': 'kept an internal note of support',
  'log.case.assigned':
    '{how, select, taken {took a case over as support} other {left a case to all agents again}}',
  'log.case.resolved':
    '{because, select, REQUESTER {said that a case is solved} HANDED_BACK {ended a case by handing its request back} REQUEST_SETTLED {ended a case, since its request is settled} other {resolved a case as support}}',
  'log.case.reopened': 'reopened a case',
  'log.case.closed': 'closed a case that was resolved a week ago',
  'log.case.proof-added': 'added a file as proof to a case',
  'log.support-decision.proposed':
    'proposed as support to {verdict, select, APPROVE {approve request {request} of {person}} other {decline request {request} of {person}}}',
  'log.support-decision.dropped': 'dropped the decision of support on request {request} that was proposed',
  'log.support-decision.confirmed':
    'confirmed as the second agent of support to {verdict, select, APPROVE {approve request {request} of {person}} other {decline request {request} of {person}}}',
} as const
