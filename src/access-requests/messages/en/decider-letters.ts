/** The mails of deciding: approved, declined, done, one more needed, taken back. */
export default {
  'letter.decided.given': 'Given',
  'letter.decided.ended': 'Ended with it',
  'letter.decided.would': 'Would be given',
  'letter.decided.asked': 'Asked for',
  'letter.decided.reason': 'Reason',
  'letter.decided.an-administrator': 'An administrator',
  'letter.decided.who-decides': 'the administrator',
  'letter.approved.subject': 'Approved: your access request for {account} ({reference})',
  'letter.approved.opening': '{by} approved your access request for {account}.',
  'letter.approved.next':
    'The access is in force now. You find it under Access Management, with where it comes from and until when.',
  'letter.declined.subject': 'Declined: your access request for {account} ({reference})',
  'letter.declined.opening': '{by} declined your access request for {account}.',
  'letter.declined.next': 'You can ask for something else at once, and for the same from {date}: {address}',
  'letter.declined.blocked-until':
    'The administrators of this account take no further request from you before {date}.',
  'letter.declined.blocked': 'The administrators of this account take no further requests from you.',
  'letter.done.subject-approved': 'Done: access request for {account} was approved ({reference})',
  'letter.done.subject-declined': 'Done: access request for {account} was declined ({reference})',
  'letter.done.opening-approved': '{by} approved the access request of {who} for {account}.',
  'letter.done.opening-declined': '{by} declined the access request of {who} for {account}.',
  'letter.done.text':
    'There is nothing left for you to do. If you think it was wrong, talk to each other: access can be taken back at any time.',
  'letter.one-more.subject': 'One more approval needed: access request for {account} ({reference})',
  'letter.one-more.opening':
    '{by} approved the request of {who} to administer {account}; one more administrator must agree.',
  'letter.one-more.text':
    'Nothing is given until a second administrator approves the same. You can also decline it.',
  'letter.taken.subject': 'Access taken back: {account}',
  'letter.taken.subject-own': 'Access given up: {account}',
  'letter.taken.opening': '{by} took back your access to {account}.',
  'letter.taken.opening-own': 'You gave up your access to {account}.',
  'letter.taken.held': 'What ended',
  'letter.taken.rest': 'What you still hold there',
  'letter.taken.nothing': 'Nothing',
  'letter.taken.next': 'If you still need it, ask for it again, or talk to an administrator of the account.',
  'letter.taken.gone': 'The virtual account was closed, so nobody has access to it any more.',
  'letter.taken.button': 'See your access',
  'letter.taken.why': 'You get this because you held this access.',
} as const
