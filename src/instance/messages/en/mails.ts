/** What is said about mails and their delivery, and in the bell. */
export default {
  'gave-up.subject': 'Mails could not be delivered',
  'gave-up.opening': 'At least one mail was given up after several days of trying.',
  'gave-up.text':
    'What it said is in the portal, so nobody misses anything there. Look at what the mail server answered, then send the mail again.',
  'gave-up.button': 'See the mails',
  'gave-up.or-visit': 'Or visit',
  'gave-up.why': 'You operate this installation.',
} as const
