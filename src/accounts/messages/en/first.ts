/** What a new account still needs. */
export default {
  'first.title': 'First steps',
  'first.lead':
    '{n, plural, one {# thing is left. Then this disappears.} other {# things are left. Then this disappears.}}',
  'first.done': 'Done',
  'first.administrators': 'A second administrator',
  'first.administrators.help': 'So that nothing depends on one person.',
  'first.calendar': 'Calendar',
  'first.calendar.help': 'Your holidays, so that dates are right.',
  'first.rules': 'Rules',
  'first.rules.help': 'What can be decided without a person.',
  'first.contact': 'Contact',
  'first.contact.help': 'Where somebody is reached when a request is overdue.',
  'first.agreement-due': 'An agreement is to be accepted',
  'first.agreement-soon': 'A new version of an agreement can be accepted',
  'first.agreement': 'Nothing stops working meanwhile.',
  'first.agreement-do': 'Read and accept',
} as const
