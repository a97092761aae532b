/** The mails of asking: to administrators, the receipt, reminder, change, withdrawal. */
export default {
  'letter.button': 'Open the request',
  'letter.or-visit': 'Or visit:',
  'letter.reference': 'Reference',
  'letter.account': 'Smart Account',
  'letter.who': 'Who asks',
  'letter.asked': 'Asks for',
  'letter.due': 'Answer expected by',
  'letter.quote': 'Written by {who}, not by us:',
  'letter.why.approver':
    'You get this because you administer this Smart Account. Nothing in this mail decides anything: sign in and decide there.',
  'letter.why.requester': 'You get this because you asked for access.',
  'letter.submitted.subject': 'Access request for {account} ({reference})',
  'letter.submitted.opening': '{who} asks for access to {account}.',
  'letter.submitted.text':
    'Please approve or decline. The other administrators have got this mail too; the first answer counts.',
  'letter.receipt.subject': 'Your access request for {account} was sent ({reference})',
  'letter.receipt.opening': 'Your access request for {account} was sent.',
  'letter.receipt.text':
    '{n, plural, one {It is with # administrator. You get a mail when there is a decision.} other {It is with # administrators. You get a mail when one of them has decided.}}',
  'letter.receipt.support':
    'No administrator can be reached at the moment, so the support desk has it. You get a mail when somebody has decided.',
  'letter.receipt.reminder': 'If you hear nothing, you can send a reminder from {date}.',
  'letter.receipt.reminder-now': 'If you hear nothing, you can send a reminder on the page of your request.',
  'letter.reminded.subject': 'Reminder: access request for {account} ({reference})',
  'letter.reminded.opening': '{who} still waits for an answer to the access request for {account}.',
  'letter.reminded.age':
    '{days, plural, =0 {It was sent today.} one {It was sent # day ago.} other {It was sent # days ago.}}',
  'letter.amended.subject': 'Changed: access request for {account} ({reference})',
  'letter.amended.opening': '{who} has changed the access request for {account} that you had seen.',
  'letter.amended.before': 'Before',
  'letter.amended.after': 'Now',
  'letter.amended.reason-before': 'The reason said:',
  'letter.amended.reason': 'It now says:',
  'letter.withdrawn.subject': 'Withdrawn: access request for {account} ({reference})',
  'letter.withdrawn.opening': '{who} has withdrawn the access request for {account}.',
  'letter.withdrawn.text': 'There is nothing left for you to do.',
  'letter.in-vain.subject': 'Somebody looks for accounts in vain',
  'letter.in-vain.opening':
    '{n, plural, one {Somebody looked up # account that is not open to them.} other {Somebody looked up # accounts in a row that are not open to them.}}',
  'letter.in-vain.who': 'Person',
  'letter.in-vain.when': 'Noticed',
  'letter.in-vain.text':
    'They may be lost, or trying out names to learn which organisations have an account. They were told nothing about any of them, and the number of look-ups is limited.',
  'letter.why.operator': 'You get this because you operate this installation.',
} as const
