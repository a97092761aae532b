export default {
  'letter.or-visit': 'Or open this address:',
  'letter.why': 'You get this because you administer {account} or a part of it.',
  'letter.open': 'Open the review',

  'letter.opened.subject': 'Review of access to {account}: answer until {date}',
  'letter.opened.opening': 'Access to {account} is to be looked at again, and your answers are needed.',
  'letter.opened.text':
    '{n, plural, one {# grant waits for an answer. Say whether it is kept, changed or removed.} other {# grants wait for an answer. Say for each whether it is kept, changed or removed.}} What nobody has kept by {moment} is suspended.',

  'letter.reminded.subject':
    'Review of access to {account}: {n, plural, one {# answer is missing} other {# answers are missing}}',
  'letter.reminded.opening':
    'The review of access to {account} closes on {moment}, and {n, plural, one {# answer is missing that you can give.} other {# answers are missing that you can give.}}',
  'letter.reminded.text': 'What nobody has kept by then is suspended and gives nothing any more.',

  'letter.closed.subject': 'Review of access to {account} is closed',
  'letter.closed.opening': 'The review of access to {account} is closed.',
  'letter.closed.came': 'What came of it',
  'letter.closed.suspended':
    '{n, plural, one {# grant that nobody kept is suspended. Who may give it can let it work again, or remove it.} other {# grants that nobody kept are suspended. Who may give them can let them work again, or remove them.}}',
  'letter.closed.left':
    '{n, plural, one {# administrator was not answered for and stays.} other {# administrators were not answered for and stay.}} The account would be left without one, and nobody answers for their own access: see to a second administrator who does next time.',
  'letter.closed.open': 'See the result',

  'letter.suspended.subject': 'Your access to {account} is suspended',
  'letter.suspended.opening':
    'Your access to {account} is suspended: nobody kept it when access was reviewed.',
  'letter.suspended.held': 'Access',
  'letter.suspended.text':
    'It gives nothing for now. If you still need it, ask the administrators to let it work again, or ask for access anew.',
  'letter.suspended.open': 'See your access',
  'letter.suspended.why': 'You get this because the access is yours.',

  'letter.reactivated.subject': 'Your access to {account} works again',
  'letter.reactivated.opening': 'Your access to {account} works again.',
  'letter.reactivated.text': 'An administrator kept it after the review.',
} as const
