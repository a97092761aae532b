/** What the command line says about changing whole accounts, and people. */
export default {
  'about.account-suspend': 'Suspend an account: nothing in it can be asked, decided or used.',
  'about.account-resume': 'Let a suspended account go on.',
  'about.account-close': 'Propose to close an account; another person confirms in the portal.',
  'about.account-merge':
    'Propose to make an account a part of another; another person confirms in the portal.',
  'about.account-rename': 'Propose another identifier for an account; another person confirms in the portal.',
  'about.account-retype': 'Propose another type for an account; another person confirms in the portal.',
  'about.account-list': 'Propose that everybody finds an account; another person confirms in the portal.',
  'about.person-disable': 'Shut somebody out at once: sessions, grants, requests and delegations.',
  'about.person-enable': 'Let somebody in again who was shut out.',
  'about.person-offices': 'Make somebody a support agent or an operator, or take that office away.',
  'about.person-merge': 'Make one person of two identities; the second address signs in no more.',
  'option.by': 'The address of the operator who does it; where it takes two, they are the first.',
  'option.reason': 'Why, in at least 10 characters; it is kept, and those it concerns read it.',
  'done.suspended': 'Suspended {identifier}. Its administrators and those who have asked get a mail.',
  'done.resumed': 'Resumed {identifier}. Its administrators and those who have asked get a mail.',
  'done.proposed':
    'Proposed for {identifier}. Somebody else of support or operation confirms it in the portal, within 14 days.',
  'done.disabled':
    'Disabled. {n, plural, =0 {No account has lost its last administrator.} one {# account has lost its last administrator: a case was opened.} other {# accounts have lost their last administrator: cases were opened.}}',
  'done.enabled': 'Enabled {value}.',
  'done.merged': 'Joined. {n, plural, =0 {No grant moved.} one {# grant moved.} other {# grants moved.}}',
  'refused.no-operator': 'No active operator has the address {value}.',
  'done.offices':
    '{value} {which, select, none {has no office now.} support {is a support agent now.} operator {is an operator now.} other {is a support agent and an operator now.}}',
  'done.offices.unchanged': 'The offices of {value} were so already.',
  'wrong.offices': 'Say which office: --support or --operator, with yes or no.',
  'refused.offices.not-active': '{value} is disabled and gets no office.',
  'refused.last-operator': '{value} is the last operator. Make somebody else an operator first.',
  'refused.not-active': '{value} is disabled already.',
  'refused.not-disabled': '{value} is not disabled.',
  'refused.last-without-reason':
    'An account would have no administrator whom mail reaches. If it cannot wait, say why with --reason.',
} as const
