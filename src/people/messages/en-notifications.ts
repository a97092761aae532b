/** What is said about mails and how they are chosen. */
export default {
  'settings.notifications': 'Mails and notifications',
  'settings.notifications.text': 'What is mailed to you at once, once a day, or not at all.',
  'notifications.title': 'Mails and notifications',
  'notifications.lead':
    'Whatever you choose, everything is in your notifications here. Choose what is mailed as well.',
  'notifications.bell': 'See your notifications',
  'notifications.AT_ONCE': 'At once',
  'notifications.DAILY': 'Once a day, in one mail',
  'notifications.OFF': 'Not by mail',
  'notifications.decision-needed': 'Requests that wait for your decision',
  'notifications.decision-needed.help':
    'A new request, or one that needs your approval as the second person.',
  'notifications.reminder': 'Reminders of requests that wait',
  'notifications.reminder.help':
    'Sent by the person who asks, or by the clock. With many open requests they are gathered into one mail.',
  'notifications.own-request': 'Your own requests',
  'notifications.own-request.help':
    'The receipt, the decision, and what it needs from you. It cannot be turned off.',
  'notifications.conversation': 'Conversation',
  'notifications.conversation.help': 'Comments, changes, and what your colleagues decided.',
  'notifications.access': 'Your access',
  'notifications.access.help': 'When access of yours ends or changes.',
  'notifications.support': 'Support cases',
  'notifications.support.help': 'New cases and answers, for support agents.',
  'notifications.operator': 'This installation',
  'notifications.operator.help': 'What does not work, for operators.',
  'notifications.digest': 'The daily mail',
  'notifications.digest.help':
    'Comes at eight in the morning in your time zone, on days with something in it.',
  'notifications.digest.AT_ONCE': 'Send it',
  'notifications.digest.OFF': 'Do not send it. What cannot be turned off then comes at once.',
  'notifications.always': 'Mails about your password, your address and your tokens always come at once.',
  'unsubscribe.title': 'Fewer mails',
  'unsubscribe.ask.reminder':
    'No longer get reminders by mail? They stay in your notifications. Requests that wait for you are still mailed once.',
  'unsubscribe.ask.digest':
    'No longer get the daily mail? What was in it stays in your notifications. What cannot be turned off then comes at once.',
  'unsubscribe.submit': 'Stop these mails',
  'unsubscribe.choose': 'Choose mail by mail',
  'unsubscribe.done': 'These mails have stopped',
  'unsubscribe.done.reminder': 'You no longer get reminders by mail.',
  'unsubscribe.done.digest': 'You no longer get the daily mail.',
  'event.person.notifications-changed': 'changed which mails they get',
  'event.person.mail-bounced': 'is not reached by mail any more',
} as const
