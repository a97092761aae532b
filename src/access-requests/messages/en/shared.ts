/** Words that everybody reads: roles, states, what was asked, why not. */
export default {
  'role.open': 'Access with a role to be chosen',
  'status.PENDING': 'Pending',
  'status.OVERDUE': 'Overdue',
  'status.WITH_SUPPORT': 'With support',
  'status.INFO_REQUESTED': 'Question for you',
  'status.APPROVED': 'Approved',
  'status.DECLINED': 'Declined',
  'status.WITHDRAWN': 'Withdrawn',
  'status.EXPIRED': 'Expired',
  'status.CLOSED': 'Closed',
  'stands.with-admins':
    '{n, plural, =0 {No administrator can decide at the moment} one {With # administrator, answer expected by {date}} other {With # administrators, answer expected by {date}}}',
  'stands.late':
    '{n, plural, =0 {No administrator can decide at the moment} one {With # administrator, an answer was expected by {date}} other {With # administrators, an answer was expected by {date}}}',
  'stands.with-support': 'The support desk looks for somebody who can decide',
  'stands.info': 'An administrator asked you a question',
  'stands.approved': 'Approved on {date}',
  'stands.declined': 'Declined on {date}',
  'stands.withdrawn': 'Taken back on {date}',
  'stands.expired': 'Nobody answered until {date}',
  'stands.closed': 'Closed on {date}',
  'asked.account': '{role} for the entire Smart Account',
  'asked.account-until': '{role} for the entire Smart Account, until {date}',
  'asked.virtual': '{role} for {names}',
  'asked.virtual-until': '{role} for {names}, until {date}',
  'asked.named': '{role} for “{names}”',
  'asked.named-until': '{role} for “{names}”, until {date}',
  'asked.unsure': '{role}, scope to be chosen',
  'asked.unsure-until': '{role}, scope to be chosen, until {date}',
  'asked.open': 'Access; the administrator chooses role and scope',
  'asked.open-until': 'Access until {date}; the administrator chooses role and scope',
  'asked.gone': 'a virtual account that is gone',
  'places.further': 'Further virtual accounts',
  'places.written': 'One a line, with those it stands under, such as “Paris / Paris Lab”.',
  'asked.closed': '{name} (closed)',
  'asked.erased': 'Somebody who was erased',
  'refusal.address-unverified':
    'Confirm your e-mail address first. The link is in the mail we sent when you signed up.',
  'refusal.profile-incomplete': 'Your profile lacks something that goes with every request: {missing}.',
  'refusal.not-found': 'There is no such request that you can see.',
  'refusal.blocked-until': 'The administrators of this account take no request from you before {date}.',
  'refusal.blocked': 'The administrators of this account take no requests from you.',
  'refusal.duplicate-open-request': 'You already have an open request for this account: {reference}.',
  'refusal.already-held': 'You already have the access that you ask for.',
  'refusal.too-many-open':
    '{max, plural, one {You have # open request already, which is the most.} other {You have # open requests already, which is the most. Withdraw one, or wait for an answer.}}',
  'refusal.too-many-today':
    '{max, plural, one {You have sent # request in the last 24 hours, which is the most.} other {You have sent # requests in the last 24 hours, which is the most. Try again tomorrow.}}',
  'refusal.too-many-from-outside':
    'So many people from outside wait for an answer from this account that it takes no more at the moment. Try again tomorrow.',
  'refusal.asked-again-too-soon':
    'The same was declined a short while ago. You can ask for it again from {date}, or ask for something else now.',
  'refusal.reason-too-short':
    '{length, plural, =0 {Say why you need access, in at least {min} characters.} one {Say why you need access, in at least {min} characters; there is # so far.} other {Say why you need access, in at least {min} characters; there are # so far.}}',
  'refusal.reason-too-long': 'Shorten the reason to at most {max} characters; it has {length}.',
  'refusal.reason-one-character': 'Say why you need access in words; this is one character, repeated.',
  'refusal.end-out-of-range': 'Choose an end date from {earliest} to {latest}.',
  'refusal.role-gone': 'Nobody gives this role any more. Choose another one.',
  'refusal.role-changed':
    '“{role}” was changed while you were choosing. Read what it allows now, and choose again. What you typed is kept.',
  'refusal.role-scope-mismatch':
    'The role “{role}” does not go with this scope. Choose another role, or another scope.',
  'refusal.unknown-virtual-account': 'Choose at least one of the virtual accounts in the list.',
  'refusal.nothing-changed': 'Nothing is different from what was sent. Change something, or go back.',
  'refusal.already-settled':
    '{status, select, APPROVED {It was already approved by {who} on {date}.} DECLINED {It was already declined by {who} on {date}.} WITHDRAWN {It was already withdrawn.} EXPIRED {It has expired already.} other {It is closed already.}}',
  'refusal.stale-version':
    'The request was changed after you opened this page. Read what it says now, then decide again.',
  'refusal.not-possible-now': 'That is not possible while the request stands where it does.',
  'refusal.half-decided':
    'One administrator has approved it and a second one is asked, so it cannot be changed any more.',
  'refusal.too-early-to-remind': 'A reminder is possible from {date}.',
  'refusal.no-reminders-left':
    '{max, plural, one {The one reminder of this request is used.} other {All # reminders of this request are used.}}',
  'refusal.nobody-reachable': 'No administrator can be reached at the moment.',
  'refusal.own-request': 'Nobody decides their own request. This attempt was recorded.',
  'refusal.not-an-approver': 'You cannot decide this request.',
  'refusal.above-own-rights':
    'You cannot give the role “{role}” there: it is more than you hold yourself. This attempt was recorded.',
  'refusal.ends-after-own-right': 'Your own right ends on {date}. You cannot give access beyond that day.',
  'refusal.note-required': 'Say in a note why you give less than was asked.',
  'refusal.recent-sign-in-needed':
    '{minutes, plural, one {Type your password again: it must not be older than # minute.} other {Type your password again: it must not be older than # minutes.}}',
  'refusal.already-first-approver':
    'You gave the first approval. A second administrator must give the other.',
  'refusal.grant-already-over': 'This access has ended already.',
  'refusal.last-administrator':
    'This is the last administrator who can be reached. Make somebody else an administrator first.',
  'needed.firstName': 'first name',
  'needed.lastName': 'last name',
  'needed.company': 'company',
  'needed.country': 'country or region',
  'profile.company': 'Company',
  'profile.name': 'Full name',
  'profile.preferred': 'Preferred first name',
  'profile.email': 'E-mail',
  'profile.user-id': 'User ID',
  'profile.phone': 'Phone',
  'profile.country': 'Country or region',
  'profile.address': 'Site address',
  'profile.empty': 'Not given',
  somebody: 'an administrator',
} as const
