/** The kinds that a log is filtered by, each with patterns of the events it means. */
export const kinds = {
  requests: ['access-request.%', 'on-behalf.%', 'support-decision.%'],
  'requests-sent': [
    'access-request.submitted',
    'access-request.amended',
    'access-request.withdrawn',
    'access-request.looked-up-in-vain',
    'on-behalf.%',
  ],
  'requests-decided': [
    'access-request.first-approval',
    'access-request.approved',
    'access-request.declined',
    'access-request.decision-refused',
    'support-decision.%',
  ],
  'requests-talk': [
    'access-request.information-asked',
    'access-request.answered',
    'access-request.commented',
    'access-request.comments-mailed',
  ],
  'requests-waiting': [
    'access-request.reminded',
    'access-request.overdue',
    'access-request.escalated',
    'access-request.handed-back',
    'access-request.routed-to-support',
    'access-request.expiry-near',
    'access-request.answer-missing',
    'access-request.support-nudged',
    'access-request.expired',
    'access-request.closed',
  ],
  'requests-seen': ['access-request.viewed%', 'access-request.claim%'],
  access: ['grant.%', 'member.%', 'administrator.%'],
  'access-given': [
    'grant.given',
    'grant.end-moved',
    'grant.reactivated',
    'member.added',
    'member.changed',
    'member.invit%',
    'administrator.%',
  ],
  'access-ended': [
    'grant.revoked',
    'grant.expired',
    'grant.ending',
    'grant.suspended',
    'grant.left-unreviewed',
    'grant.removal-%',
    'grant.revocation-refused',
    'member.removed',
    'member.left',
  ],
  account: [
    'account.%',
    'virtual-account.%',
    'delegate.%',
    'claim.%',
    'group.%',
    'tag.%',
    'role.%',
    'rule.%',
    'block.%',
    'review.%',
    'agreement.%',
  ],
  'account-settings': ['account.%', 'delegate.%', 'claim.%'],
  'account-parts': ['virtual-account.%', 'group.%', 'tag.%', 'role.%'],
  'account-rules': ['rule.%', 'block.%', 'review.%', 'agreement.%'],
  cases: ['case.%', 'support-decision.%'],
  people: ['person.%', 'link.%', 'token.%'],
  'people-signing-in': [
    'person.sign%',
    'person.provider-%',
    'person.recovery-asked',
    'person.sessions-ended',
    'link.%',
  ],
  'people-details': [
    'person.details-changed',
    'person.address-%',
    'person.notifications-changed',
    'person.away-%',
    'person.password-changed',
    'person.verified',
  ],
  'people-kept': [
    'person.added',
    'person.offices-changed',
    'person.disabled',
    'person.enabled',
    'person.erased',
    'person.merged',
  ],
  tokens: ['token.%'],
  installation: [
    'installation.%',
    'mail.%',
    'agreement.%',
    'new-account.%',
    'import.%',
    'account-change.%',
    'account.named-alike',
  ],
} as const
/** One of them. */
export type Kind = keyof typeof kinds

/** Kinds that belong together; the first is all of them. */
export type KindGroup = readonly [
  all: 'requests' | 'access' | 'account' | 'cases' | 'people' | 'installation',
  ...parts: Kind[],
]

/** The kinds of an account's log. */
export const kindsOfAccount: readonly KindGroup[] = [
  ['requests', 'requests-sent', 'requests-decided', 'requests-talk', 'requests-waiting', 'requests-seen'],
  ['access', 'access-given', 'access-ended'],
  ['account', 'account-settings', 'account-parts', 'account-rules'],
  ['cases'],
]

/** The kinds of the installation's. */
export const kindsOfInstallation: readonly KindGroup[] = [
  ['people', 'people-signing-in', 'people-details', 'people-kept', 'tokens'],
  ['cases'],
  ['installation'],
]
