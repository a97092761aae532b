/** The English sentences of what happens at its time: next steps, and the mails that clocks send. */
export default {
  'next.title': 'What happens next',
  'next.ANSWER_EXPECTED': 'An answer is expected by {date}.',
  'next.REMINDER': 'A reminder goes to the administrators on {date}.',
  'next.TO_SUPPORT': 'It goes to the support desk on {date}, unless somebody decides before.',
  'next.EXPIRES': 'It expires on {date}, unless somebody decides before.',
  'next.EXPIRES_UNANSWERED': 'It expires on {date}, unless the question is answered before.',
  'next.SUPPORT_CHECKS': 'The support desk is told about it again on {date}.',
  'stands.next.TO_SUPPORT': '{stands}, goes to support on {date}',
  'stands.next.EXPIRES': '{stands}, expires on {date}',
  'stands.next.EXPIRES_UNANSWERED': '{stands}, expires on {date}',

  'story.next.remind': 'A reminder goes to the administrators',
  'story.next.escalate': 'It goes to the support desk',
  'story.next.expire': 'It expires, if nobody has decided',
  'story.next.unanswered': 'It expires, if the question is still open',
  'story.next.support': 'The support desk is told about it again',

  'reminding.last':
    '{n, plural, =0 {The last reminder, of {date}, went to nobody.} one {The last reminder, of {date}, went to # administrator.} other {The last reminder, of {date}, went to # administrators.}}',
  'reminding.delivered':
    '{n, plural, =0 {No mail has arrived yet.} one {# mail was delivered.} other {# mails were delivered.}}',
  'reminding.none': 'No reminder has been sent.',
  'reminding.left':
    '{left, plural, =0 {You have sent all your reminders.} one {You can send # more reminder.} other {You can send # more reminders.}}',
  'reminding.from': 'You can send a reminder from {date}.',
  'reminding.asked': 'The administrators wait for your answer, so there is nothing to remind them of.',
  'reminding.support': 'The support desk has your request, so there is nobody to remind.',
  'reminding.nobody':
    'No administrator can be reached at the moment: the reminder goes to the support desk instead.',

  'mail-kind.reminded-by-clock': 'Automatic reminder',
  'mail-kind.overdue': 'Answer overdue',
  'mail-kind.expiry-near': 'Expiry near',
  'mail-kind.answer-missing': 'Answer missing',
  'mail-kind.expired': 'Request expired',
  'mail-kind.closed': 'Request closed',
  'mail-kind.routed': 'With support',
  'mail-kind.nudged': 'Still with support',

  'story.expiry-near': 'Both sides were warned that the request expires on {date}',
  'story.answer-missing': 'A reminder of the open question was sent; the request expires on {date}',
  'story.support-nudged':
    '{n, plural, =1 {The support desk was told about the request again} other {The support desk was told about the request again, # times so far}}',
  'story.unanswered': 'The question was not answered in time, so the request expired',
  'story.closed-because':
    'The request was closed: {because, select, GIVEN_DIRECTLY {access was given directly} ACCOUNT_CLOSED {the account was closed} ACCOUNT_MERGED {the account became part of another} CONTINUED {the account became part of another, where the request goes on} BENEFICIARY_DISABLED {whoever it was for can no longer sign in} ONE_DISABLED {one of the two it concerns can no longer sign in} DUPLICATE {another request asks for the same} PLACE_CLOSED {what it asked for was closed} other {it has become pointless}}',

  'letter.overdue.approver.subject': 'Overdue: access request for {account} ({reference})',
  'letter.overdue.approver.opening':
    'The access request of {who} for {account} was to be answered by {date}, and still waits.',
  'letter.overdue.contact.subject': 'A request for {account} waits for an answer',
  'letter.overdue.contact.opening':
    'A request for access to {account} was to be answered by {date}, and was not.',
  'letter.overdue.contact.text':
    'Its administrators were told again. You are told as the contact of the account; only its administrators can answer.',
  'letter.overdue.contact.button': 'Open the account’s requests',
  'letter.overdue.contact.why':
    'You get this mail because you confirmed that you are the contact of {account}.',
  'letter.overdue.requester.subject': 'Not answered yet: your access request for {account} ({reference})',
  'letter.overdue.requester.opening': 'Your request for {account} was not answered by {date}.',
  'letter.overdue.requester.text':
    'The administrators were told once more. If you do not want to wait, open the request and pass it on to the support desk, which looks for somebody who can decide.',
  'letter.expiry-near.approver.subject': 'Expires soon: access request for {account} ({reference})',
  'letter.expiry-near.approver.opening':
    'The access request of {who} for {account} expires on {date}, unless somebody decides before.',
  'letter.expiry-near.requester.subject': 'Expires soon: your access request for {account} ({reference})',
  'letter.expiry-near.requester.opening':
    'Your request for {account} expires on {date}, unless somebody decides before.',
  'letter.expiry-near.requester.text':
    'The administrators were told too. If it expires, you can ask again with the same text.',
  'letter.answer-missing.requester.subject':
    'Your answer is missing: access request for {account} ({reference})',
  'letter.answer-missing.requester.opening':
    'An administrator of {account} asked you a question about your request, and waits for your answer.',
  'letter.answer-missing.requester.text':
    'Nothing happens before you answer. Without an answer the request expires on {date}.',
  'letter.expired.requester.subject': 'Expired: your access request for {account} ({reference})',
  'letter.expired.requester.undecided':
    'Nobody decided your request for {account} in time, so it has expired.',
  'letter.expired.requester.unanswered':
    'The question about your request for {account} was not answered in time, so the request has expired.',
  'letter.expired.requester.text':
    'You can ask again. Open the request and choose “Ask again”: your text is kept and can be changed before you send it.',
  'letter.narrowed.requester.subject': 'Changed: your access request for {account} ({reference})',
  'letter.narrowed.requester.opening': 'A virtual account that you asked for was closed.',
  'letter.narrowed.requester.text': 'Your request goes on without it. You do not have to do anything.',
  'story.narrowed': 'A closed virtual account was taken out of the request',
  'close-place.title': 'Close {name}',
  'close-place.crumb': 'Close',
  'close-place.lead': 'Nothing has changed yet. What is closed cannot be opened again; its history stays.',
  'close-place.changed-title': 'Not closed yet',
  'close-place.changed': 'Something changed meanwhile. Look again at what would end.',
  'close-place.below':
    '{n, plural, one {# virtual account below it is closed too} other {# virtual accounts below it are closed too}}',
  'close-place.below-text': 'Move first what is to stay.',
  'close-place.people': 'Whose access ends',
  'close-place.nobody': 'Nobody holds a role here.',
  'close-place.more': '{n, plural, one {And # more role.} other {And # more roles.}}',
  'close-place.loses': 'Loses',
  'close-place.requests': 'Open requests',
  'close-place.requests-close': 'Closed, because they ask for nothing else:',
  'close-place.requests-narrow': 'Going on without it:',
  'close-place.press': '{n, plural, one {Close the virtual account} other {Close # virtual accounts}}',
  'close-place.keep': 'Keep it',
  'letter.closed.requester.subject': 'Closed: your access request for {account} ({reference})',
  'letter.closed.requester.opening': 'Your request for {account} was closed without a decision.',
  'letter.closed.requester.because':
    '{because, select, GIVEN_DIRECTLY {An administrator has given the access directly, so there is nothing left to decide.} ACCOUNT_CLOSED {The account was closed, so nobody gets access to it any more.} ACCOUNT_MERGED {The account became part of another one. Please ask for access there.} CONTINUED {The account became part of another one. Your request goes on there under the same reference; you do not have to do anything.} BENEFICIARY_DISABLED {The person it was for can no longer sign in.} ASKER_DISABLED {The colleague who asked for you can no longer sign in. If you still need the access, please ask for it yourself.} DUPLICATE {Another request asks for the same, and goes on.} PLACE_CLOSED {The virtual account it asked for was closed. Please ask for another one.} other {It has become pointless.}}',
  'letter.routed.requester.subject': 'With support: your access request for {account} ({reference})',
  'letter.routed.requester.opening':
    'No administrator of {account} can be reached any more, so your request is now with the support desk.',
  'letter.routed.requester.text':
    'A support agent looks for somebody who can decide. You need not do anything, and the request does not expire meanwhile.',
  'letter.nudged.agent.subject': 'Still with support: access request for {account} ({reference})',
  'letter.nudged.agent.opening': 'The access request for {account} is still with the support desk.',
  'letter.nudged.agent.text':
    'Nobody has decided it or handed it back. Please look whether somebody can be reached now, and tell the requester where it stands.',
  'letter.nudged.agent.since': 'With support since',
  'letter.why.agent': 'You get this because you answer at the support desk.',
} as const
