/** The operator's pages about one person, and what filters the lists. */
export default {
  'operator.person.merged-into': 'Is the same person as',
  'operator.person.aliases': 'Also known as',
  'operator.person.since': 'Known since',
  'operator.person.sessions': 'Signed in',
  'operator.person.sessions.n':
    '{n, plural, =0 {In no session} one {In # session} other {In # sessions}}{tokens, plural, =0 {; no tokens} one {; # token} other {; # tokens}}',
  'operator.person.mail': 'Mail',
  'operator.person.mail.fine': 'Arrives, as far as is known',
  'operator.person.undelivered': '{n, plural, one {# mail did not arrive} other {# mails did not arrive}}',
  'operator.person.holds': 'Holds',
  'operator.person.holds-nothing': 'Nothing.',
  'operator.person.role': 'Role',
  'operator.person.source': 'Where from',
  'operator.person.from': 'Since',
  'operator.person.asked': 'Open requests',
  'operator.person.more': 'What else can be done',
  'operator.source.REQUEST': 'A request',
  'operator.source.DIRECT': 'Given directly',
  'operator.source.GROUP': 'A group',
  'operator.source.RULE': 'A rule',
  'operator.source.CREATION': 'Made with the account',
  'operator.offices.lead':
    'What is ticked holds at once, and what is not ends at once. They and the other operators are told by mail; it takes your password.',
  'operator.offices.which': 'They are',
  'operator.offices.support.help': 'Answers cases of all accounts and sees their requests.',
  'operator.offices.operator.help': 'Sees and runs everything under Operator, these offices included.',
  'operator.offices.save': 'Save the offices',
  'operator.offices.saved.title': 'Offices changed',
  'operator.offices.saved.text': 'They hold from now on; everybody concerned is told by mail.',
  'operator.offices.unchanged.title': 'Nothing has changed',
  'operator.offices.unchanged.text': 'The offices were so already.',
  'operator.offices.refused.stale':
    'Somebody else has changed these offices meanwhile. This is how they are now; choose once more.',
  'operator.offices.refused.not-active':
    'Whoever cannot sign in gets no office. Enable this person first; taking an office away is possible.',
  'operator.offices.refused.last-operator':
    'This is the last operator. Make somebody else an operator first.',
  'log.person.offices-changed':
    'changed the offices of {person}: {which, select, none {none any more} support {now support agent} operator {now operator} other {now support agent and operator}}',
  'operator.merge': 'Join with another identity',
  'operator.merge.about': 'When one person is known here twice.',
  'operator.merge.title': 'Join {name} with another identity',
  'operator.merge.lead': 'One of the two addresses stays; with the other, nobody signs in any more.',
  'operator.merge.with': 'The other address',
  'operator.merge.look': 'Show both',
  'operator.merge.which': 'Which one stays',
  'operator.merge.stays':
    'Gets from {address}: {grants, plural, one {# grant} other {# grants}}, {requests, plural, one {# open request} other {# open requests}}, {tokens, plural, one {# token} other {# tokens}}.',
  'operator.merge.own-gifts':
    '{n, plural, one {# grant was given by one identity to the other. It ends: nobody gives to themselves.} other {# grants were given by one identity to the other. They end: nobody gives to themselves.}}',
  'operator.merge.happens': 'What would happen',
  'operator.merge.signs-in-no-more':
    'Sessions of the one that goes end. Its address can neither sign in nor sign up again.',
  'operator.merge.union':
    'Grants, open requests, tokens and offices of both are those of the one that stays.',
  'operator.merge.twice':
    'Where both hold the same, the longer one stays; where both have asked, one request is closed.',
  'operator.merge.history':
    'The event log stays as it is and still verifies. What one identity has approved counts for the other, so nobody is two people.',
  'operator.merge.submit': 'Join both',
  'operator.merged.title': 'Joined',
  'operator.merged.text': '{n, plural, =0 {No grant moved.} one {# grant moved.} other {# grants moved.}}',
  'operator.erase': 'Erase',
  'operator.erase.about': 'All personal words, for ever. The event log still verifies.',
  'operator.erase.title': 'Erase {name}',
  'operator.erase.lead':
    'Name, address, texts and mails of this person disappear for ever; what they hold ends, what they have asked for is closed. Events stay, under an id that names nobody.',
  'operator.erase.alone':
    '{n, plural, one {One account would have no administrator} other {# accounts would have no administrator}}',
  'operator.erase.kept':
    'Not erased: {n, plural, one {one account would have no administrator} other {# accounts would have no administrator}}',
  'operator.erase.alone.more': '{n, plural, one {and # more} other {and # more}}',
  'operator.erase.way-on':
    'Let somebody else become an administrator there first: this person can make a colleague one, and whoever belongs to the account can claim it. If it cannot wait, disable this person; the support desk then gets a case for each account.',
  'operator.erase.disable': 'Disable instead',
  'operator.erase.address': 'Their address, to be sure',
  'operator.erase.address.help': 'Type {address}.',
  'operator.erase.wrong': 'This is not their address.',
  'operator.erase.submit': 'Erase {name} for ever',
  'operator.erased.title': 'Erased',
  'operator.erased.text': 'Nothing personal of them is left.',
  'operator.not-done': 'Not done',
  'operator.refused.nobody': 'Nobody here has this address.',
  'operator.refused.oneself': 'These are not two identities.',
  'operator.refused.not-active': 'The one that stays must be able to sign in. Enable it first.',
  'operator.refused.last-administrator':
    'An account would have no administrator. Let somebody else administer it first.',
  'operator.refused.last-operator': 'This is the last operator. Make somebody else an operator first.',
  'operator.refused.open-requests': 'A request came in at this very moment. Try again.',
  'operator.disable.reason': 'Why it cannot wait',
  'operator.disable.reason.help':
    'They are the last administrator whom mail reaches. Your reason is kept; support gets a case for each account, and past members are asked.',
  'operator.disable.reason.missing': 'Say why, in at least 10 characters.',
  'operator.filter.status': 'Status',
  'operator.filter.type': 'Type',
  'operator.filter.all': 'All',
  'operator.filter.support': 'Support',
  'operator.filter.operators': 'Operators',
  'operator.filter.disabled': 'Disabled',
  'operator.filter.bounced': 'Mail comes back',
  'operator.filter.unverified': 'Not confirmed',
  'operator.make-restricted': 'Let only its own people find it',
  'operator.account.users': 'Users',
  'operator.changes': 'Changes of accounts',
  'operator.change-account': 'Suspend, close, merge, change identifier or type',
  'operator.visibility.list-takes-two': 'Letting everybody find an account takes two people.',
} as const
