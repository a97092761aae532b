/** What a rule has decided, and asking a person about it. */
export default {
  'by-rule.approved': 'Decided at once, by a rule of the account: {given}',
  'by-rule.declined': 'Declined at once, by a rule of the account',
  'by-rule.writer': 'the administrators',
  'by-rule.decider': 'A rule',
  'by-rule.next': 'A rule of the account declined it; nobody has looked at it yet. A person can, once.',
  'by-rule.ask': 'Ask a person',
  'by-rule.asked':
    'A rule of the account declined it. You have asked a person since, in a request of its own.',
  'by-rule.see': 'See that request',
  'letter.by-rule': 'A rule of the account',
  'letter.by-rule.reason': 'A rule; nobody has looked at it yet',
  'letter.by-rule.ask':
    'If you think the rule is wrong about you, a person can look at your request, once: open it and press “Ask a person”.',
  'letter.by-rule.rule': 'The rule',
} as const
