/** Backup approvers of an account. */
export default {
  'backups.lead':
    'Backup approvers may decide at any time, but get no mail about a request until it is overdue. When nobody else can be reached, they are mailed at once.',
  'backups.people': 'Mail only once a request is overdue',
  'backups.people.help': 'Everybody who decides here. Whoever is not ticked gets mail from the start.',
  'backups.others': 'More backup approvers',
  'backups.others.help':
    'Only {n, plural, one {# person is} other {# people are}} listed above. Write the addresses of others, one a line.',
  'backups.alone': 'One person decides here',
  'backups.alone.text': 'Once a second person decides, you can choose who is mailed only when it is overdue.',
  'backups.everybody': 'Everybody is a backup approver, so everybody is mailed at once.',
  'backups.error.no-decider': 'Nobody who decides here has the address {address}.',
  'backups.mail.subject':
    '{account}: you are {how, select, chosen {a backup approver} other {no longer a backup approver}}',
  'backups.mail.opening':
    'You are {how, select, chosen {now a backup approver} other {no longer a backup approver}} of {account}.',
  'backups.mail.text':
    '{how, select, chosen {You may decide as before, and your list shows every request. You get mail about a request once it is overdue, or when nobody else can be reached.} other {You get mail about requests from the moment they are sent.}}',
  'backups.mail.button': 'See the requests',
  'backups.mail.or-visit': 'Or visit this address:',
  'backups.mail.why': 'You get this because an administrator of {account} changed it.',
} as const
