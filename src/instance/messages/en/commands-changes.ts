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
  'about.account-show': 'Say what an account is: name, type, status, domains, contact.',
  'about.account-edit': 'Change the name or the contact of an account.',
  'about.account-change-refuse':
    'Refuse what somebody asked for a whole account, by its id in account changes.',
  'about.account-change-withdraw': 'Take back what the operator of --by asked for a whole account.',
  'option.contact-name': 'Whom to turn to about the account; empty for nobody.',
  'option.contact-address': 'Where mail reaches them; they are asked whether it is theirs.',
  'option.despite': 'Take the name although another account has one like it.',
  'done.account-places': '{n, plural, one {# virtual account} other {# virtual accounts}}',
  'done.account-edited':
    '{n, plural, =0 {All of that was so already in {identifier}.} one {Changed # property of {identifier}.} other {Changed # properties of {identifier}.}}',
  'done.change-refuse': 'Refused. Whoever asked for it in {identifier} is told.',
  'done.change-withdraw': 'Taken back. Nothing happens to {identifier}.',
  'refused.no-change': 'No change with the id {value} waits. “vestibule account changes” lists them.',
  'refused.not-theirs': 'Nothing was done: {value} did not ask for it. Refusing is for the others.',
  'refused.name-alike':
    'Nothing was changed: {name} is called nearly so. Add --despite when it is meant all the same.',
  'refused.changed-meanwhile': 'Nothing was changed: somebody else has changed it at this moment.',
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
  'refused.oneself': '{value} cannot do this to themselves. Another operator can.',
  'refused.not-active': '{value} is disabled already.',
  'refused.not-disabled': '{value} is not disabled.',
  'refused.last-without-reason':
    'An account would have no administrator whom mail reaches. If it cannot wait, say why with --reason.',
} as const
