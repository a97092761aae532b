/** The English sentences of the mail that gathers others. */
export default {
  'digest.subject': '{n, plural, one {# message} other {# messages}} from {installation}',
  'digest.opening': '{n, plural, one {There is # message for you.} other {There are # messages for you.}}',
  'digest.more':
    '{n, plural, one {And # more message in your notifications.} other {And # more messages in your notifications.}}',
  'digest.button': 'See your notifications',
  'digest.or-visit': 'Or visit',
  'digest.why.daily':
    'You get this once a day, because you chose so or because many requests wait for you. Change it in your settings.',
  'digest.why.cap': 'There was much news within an hour, so it was gathered into one mail.',
  'digest.heads':
    'Keep this mail: with these marks anybody can show later that the event log was not changed. Account, number of events, mark:',
  'turn-off.reminder': 'Get no more reminders by mail',
  'turn-off.digest': 'Get no more daily mails',
} as const
