/** Removing an account administrator, which takes two: the page, its refusals and its mails. */
export default {
  'removal.title': 'Remove {name} as administrator',
  'removal.lead': 'An administrator is removed by two: you propose it, another administrator confirms it.',
  'removal.lead-two':
    'Nobody else could confirm it. {name} is told, can agree or object, and when that does not happen in {days, plural, one {# day} other {# days}}, you can carry it out.',
  'removal.reason': 'Why',
  'removal.reason-help': '{name} and the other administrators read this.',
  'removal.propose': 'Propose to remove {name}',
  'removal.cancel': 'Change nothing',
  'removal.open': 'The removal of {name} is proposed',
  'removal.open-own': 'Your removal as administrator is proposed',
  'removal.by': 'Proposed by',
  'removal.at': 'Proposed on',
  'removal.lapses': 'Lapses on',
  'removal.notice': 'Can be objected to until',
  'removal.you': 'you',
  'removal.confirm-lead': 'You are the second of two. {name} loses this access at once and is told by mail.',
  'removal.confirm': 'Remove {name} as administrator',
  'removal.refuse-title': 'If you do not agree',
  'removal.refuse-lead': 'The access stays. {proposer} is told.',
  'removal.answer': 'Your words',
  'removal.answer-help': '{proposer}, {name} and the other administrators read this.',
  'removal.answer-help-own': '{proposer} and the other administrators read this.',
  'removal.change-own': 'What changes for you',
  'removal.refuse': 'Refuse the removal',
  'removal.object': 'Object to my removal',
  'removal.object-lead': 'The access stays, and {proposer} is told.',
  'removal.own-decided': 'Another administrator confirms or refuses it. You can talk to them.',
  'removal.own-two':
    'Nobody else could confirm it. When you do not object until {date}, {proposer} can carry it out alone.',
  'removal.agree': 'Give it up yourself',
  'removal.wait-second': 'Another administrator must confirm it. They are told by mail.',
  'removal.wait-notice': 'When {name} does not object, you can carry it out from {date}.',
  'removal.wait-away': '{name} is away. Silence counts as assent only once they are back.',
  'removal.alone-lead': '{name} has not objected in time. You can remove them now.',
  'removal.withdraw': 'Withdraw the proposal',
  'removal.flash': 'The removal is proposed',
  'removal.flash-text': '{name} and the other administrators are told by mail.',
  'removal.refused': 'Nothing was changed',
  'removal.error.reason-too-short': 'Write at least 10 characters, so that the others know why.',
  'removal.error.reason-too-long': 'Shorten the reason to at most 1,000 characters.',
  'removal.error.reason-one-character': 'Write it in words; this is one character, repeated.',
  'removal.error.answer-long': 'Shorten your words to at most 1,000 characters.',
  'removal.error.form': 'Something is missing in this form. Open the page again.',
  'refusal.second-administrator-needed':
    'An administrator is removed by two people. Propose it; another administrator confirms it.',
  'refusal.no-second-needed': 'This account needs no second person. Take the access back.',
  'refusal.removal-already-proposed':
    'This removal is proposed already. Look at it, and confirm or refuse it.',
  'refusal.removal-not-open':
    'This proposal counts no more: it was settled or withdrawn, or it lapsed. Open the page again.',
  'refusal.own-removal': 'You cannot decide about your own removal. You can give the access up yourself.',
  'refusal.own-proposal': 'You proposed this yourself. Another administrator must confirm it.',
  'refusal.own-proposal-from':
    'You proposed this yourself. You can carry it out alone from {date}, not before.',
  'letter.removal.subject': 'One more needed: removal of an administrator of {account}',
  'letter.removal.opening':
    '{by} proposed to remove {name} as administrator of {account}; one more administrator must confirm it.',
  'letter.removal.text': 'Nothing changes until a second administrator confirms it. It can also be refused.',
  'letter.removal.subject-own': 'Your removal as administrator of {account} is proposed',
  'letter.removal.opening-own': '{by} proposed to remove you as administrator of {account}.',
  'letter.removal.text-own':
    'Nothing changes until another administrator confirms it. You can also give the access up yourself.',
  'letter.removal.text-own-two':
    'You can agree or object. When you do not object until {date}, {by} can carry it out alone.',
  'letter.removal.lapses': 'Lapses on',
  'letter.removal.notice': 'Objection until',
  'letter.removal.person': 'Administrator',
  'letter.removal.button': 'Look at the proposal',
  'letter.removal.why': 'You get this because you administer this account.',
  'letter.removal.subject-refused': 'Refused: removal of an administrator of {account}',
  'letter.removal.opening-refused':
    '{by} refused to remove {name} as administrator of {account}. The access stays.',
  'letter.removal.opening-objected':
    '{name} objected to being removed as administrator of {account}. The access stays.',
  'letter.removal.next-objected':
    'The two of you can talk about it. If you cannot agree, ask the people who run {installation}.',
  'letter.removal.subject-withdrawn': 'Withdrawn: removal of an administrator of {account}',
  'letter.removal.opening-withdrawn':
    '{by} withdrew the proposal to remove {name} as administrator of {account}. The access stays.',
  'letter.removal.subject-done': 'Done: {name} no longer administers {account}',
  'letter.removal.opening-confirmed':
    '{name} was removed as administrator of {account}: {first} proposed it, {by} confirmed it.',
  'letter.removal.opening-unopposed':
    '{name} was removed as administrator of {account}: {by} proposed it, and {name} did not object in time.',
  'letter.removal.opening-alone': '{by} removed {name} as administrator of {account}.',
  'letter.removal.opening-left': '{name} gave up administering {account}.',
  'letter.removal.done-text':
    'There is nothing left for you to do. Who administers the account stands in its list of users.',
  'letter.removal.button-users': 'See the users',
} as const
