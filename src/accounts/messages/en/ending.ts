/** Access that ends: the fields of an end, the warnings, and what can be done about it. */
export default {
  'ends.time': 'Time of that day',
  'ends.zone': 'Without a time, to the end of that day. The clocks are those of {zone}.',
  'ends.zone-own': 'Without a time, to the end of that day, by the account’s own clocks.',
  'ending.mail.subject': 'Your access to {account} ends on {date}',
  'ending.mail.opening': 'Your access to {account} ends on {date}: {role}.',
  'ending.mail.text':
    'If you still need it, ask for more time by one press on the page below. The administrators decide. You need not do anything if you no longer need it.',
  'ending.mail.text-open':
    'Your request {reference} for this account waits for a decision, and there can be one at a time: if it asks for something else, change it so that it asks for this access to go on. Unless somebody decides before, this access ends on that day.',
  'ending.mail.button-open': 'Open the request',
  'ending.mail.button': 'Ask for more time',
  'ending.mail.why': 'You get this because the access is yours.',
  'ending.mail.held': 'Access',
  'ending.mail.account': 'Account',
  'ending.mail.or-visit': 'Or visit',
  'ending.mail.users': 'See the users',
  'ending.mail.why-administrator': 'You get this because you administer {account} or this installation.',
  'ending.mail.other.subject': '{account}: the right of {name} ends on {date}',
  'ending.mail.other.opening': 'The right of {name} in {account} ends on {date}: {role}.',
  'ending.mail.other.text':
    'Make sure that somebody else can decide. If it is to go on, give the right again with another end.',
  'ending.mail.summary.subject': '{account}: {n, plural, one {# right ends soon} other {# rights end soon}}',
  'ending.mail.summary.opening':
    'In {account}, {n, plural, one {# right ends on {date}} other {# rights end within two weeks, the first on {date}}}.',
  'ending.mail.summary.text':
    '{n, plural, one {The holder has been told and can ask} other {The holders have been told and can ask}} for more time.',
  'ending.mail.summary.more':
    '{n, plural, one {# more right ends} other {# more rights end}} within two weeks.',
  'expired.mail.subject': 'Your access to {account} has ended',
  'expired.mail.opening': 'Your access to {account} has ended: {role}.',
  'expired.mail.text': 'If you still need it, ask again. The administrators decide.',
  'expired.mail.text-open':
    'Your request {reference} for this account still waits for a decision. You need not send another one.',
  'expired.mail.button': 'Ask again',
  'expired.mail.other.subject': '{account}: the right of {name} has ended',
  'expired.mail.other.opening': 'The right of {name} in {account} has ended: {role}.',
  'given-back.mail.subject': '{account}: {name} gave back access',
  'given-back.mail.opening': '{name} gave back access to {account}: {role}.',
  'given-back.mail.text': 'You need not do anything.',
  'moved.mail.subject': '{account}: a right that would have ended goes on until {date}',
  'moved.mail.opening-holder':
    'You go on administering {account} until {date}, since no other administrator can be reached.',
  'moved.mail.opening-other':
    '{name} goes on administering {account} until {date}, since no other administrator can be reached.',
  'moved.mail.text-holder':
    'An account is never left without an administrator. As soon as another one without an end can be reached, your right ends as planned.',
  'moved.mail.text-other':
    'An account is never left without an administrator. See to another one without an end, whom mail reaches; then this right ends as planned.',
} as const
