/** The English sentences of passing requests on to support, and of what support does with them. */
export default {
  'refusal.too-early-to-escalate': 'You can pass the request on to support from {date}.',
  'refusal.support-may-not-decide': 'On this installation the support desk does not decide requests.',
  'refusal.somebody-reachable':
    '{n, plural, one {An administrator who may decide can be reached. Hand the request back.} other {# administrators who may decide can be reached. Hand the request back.}}',
  'refusal.proof-needed': 'Add a file to the case first that proves what you propose.',
  'refusal.beyond-support': 'The support desk cannot give the role {role}.',
  'refusal.second-agent-needed': 'You proposed this. Another support agent must confirm it.',
  'refusal.already-proposed': 'A decision is proposed already. It must be confirmed or dropped first.',
  'refusal.proposal-gone': 'The proposed decision no longer stands: it was dropped, or the request changed.',

  'story.viewed-by-support': '{who} of support looked at the request',
  'story.you.viewed-by-support': 'You looked at the request as support',
  'story.support-looked': 'Support looked at the request',

  'escalate.title': 'Pass this request on to support',
  'escalate.text':
    'The support desk looks for somebody who can decide. It sees the request, who was told and when, and which mails arrived. The administrators can still answer meanwhile.',
  'escalate.do': 'Pass on to support',
  'escalate.keep': 'Keep waiting',
  'escalate.button': 'Pass on to support',
  'escalate.from': 'You can pass it on to support from {date}, if nobody has answered by then.',
  'escalate.now': 'The answer is late. You can pass the request on to support.',
  'escalate.unseen': 'Nobody has looked at the request since the reminder. You can pass it on to support.',

  'letter.escalated.requester.subject': 'With support: your access request for {account} ({reference})',
  'letter.escalated.requester.hand': 'Your request for {account} is now with the support desk.',
  'letter.escalated.requester.clock':
    'Nobody at {account} has answered your request, so it is now with the support desk.',
  'letter.escalated.requester.text':
    'A support agent looks for somebody who can decide, and answers you within one working day. The request does not expire meanwhile.',
  'letter.escalated.approver.subject': 'With support: access request for {account} ({reference})',
  'letter.escalated.approver.opening':
    'The access request of {who} for {account} is now with the support desk.',
  'letter.escalated.approver.text': 'It still waits for a decision, and you can still take it.',

  'hand-back.title': 'Hand this request back to its administrators',
  'hand-back.text':
    '{n, plural, one {One administrator who may decide can be reached.} other {# administrators who may decide can be reached.}} They are told by mail, the answer is expected by a new date, and the case is resolved.',
  'hand-back.nobody':
    'No administrator who may decide can be reached. Ask for one in the conversation with the account first.',
  'hand-back.do': 'Hand back',
  'hand-back.keep': 'Keep it with support',
  'hand-back.button': 'Hand back to the administrators',
  'hand-back.nobody.title': 'Nobody to hand it to',
  'letter.handed-back.approver.subject': 'For you to decide: access request for {account} ({reference})',
  'letter.handed-back.approver.opening':
    'The support desk hands the access request of {who} for {account} back to you.',
  'letter.handed-back.approver.text': 'An answer is expected by {date}.',
  'letter.handed-back.requester.subject':
    'With the administrators again: your access request for {account} ({reference})',
  'letter.handed-back.requester.opening':
    'Your request for {account} is with its administrators again, who can be reached now.',
  'letter.handed-back.requester.text': 'An answer is expected by {date}.',

  'as-support.title': 'Decide this request as support',
  'as-support.case': 'Case',
  'as-support.lead':
    'Only when nobody of the account can be reached, on proof, never for a role that gives power over others, and for 90 days at most. A second agent must confirm it; then everybody who ever belonged to the account is told.',
  'as-support.verdict': 'What you propose',
  'as-support.approve': 'Give access',
  'as-support.decline': 'Decline',
  'as-support.role': 'Role',
  'as-support.va': 'Virtual accounts, for a role in virtual accounts',
  'as-support.ends': 'Last day',
  'as-support.ends.help': 'Within 90 days.',
  'as-support.code': 'Reason',
  'as-support.code.choose': 'Choose a reason',
  'as-support.note': 'What the requester reads',
  'as-support.note.help': '{name} will read this.',
  'as-support.grounds': 'What the proof shows',
  'as-support.grounds.help': 'For the second agent. Add the files to the case first.',
  'as-support.propose': 'Propose this decision',
  'as-support.cancel': 'Cancel',
  'as-support.proposed.title': 'A decision is proposed',
  'as-support.proposed.lead': 'It takes a second agent. Look at the proof in the case before you confirm.',
  'as-support.what': 'Proposed',
  'as-support.would-give': 'Give: {given}',
  'as-support.would-decline': 'Decline: {why}',
  'as-support.by': 'By',
  'as-support.proofs': 'Proof',
  'as-support.proofs.n': '{n, plural, one {# file} other {# files}} in the case',
  'as-support.confirm': 'Confirm the decision',
  'as-support.drop': 'Drop the proposal',
  'as-support.error.text': 'Write 10 to 1,000 characters.',
  'as-support.error.verdict': 'Choose what you propose.',
  'as-support.error.code': 'Choose a reason.',
  'as-support.error.role': 'Choose a role.',
  'as-support.error.va': 'Choose at least one virtual account.',
  'as-support.error.places':
    'Write virtual accounts that there are, one a line, such as “Paris / Paris Lab”.',
  'as-support.error.ends': 'Choose a day.',
  'letter.as-support.subject': 'Support decided an access request for {account} ({reference})',
  'letter.as-support.opening.approved':
    'Two agents of the support desk have given {who} access to {account}, since nobody who administers it could be reached.',
  'letter.as-support.opening.declined':
    'Two agents of the support desk have declined the access request of {who} for {account}, since nobody who administers it could be reached.',
  'letter.as-support.given': 'Given',
  'letter.as-support.text':
    'If this is wrong, open a case or answer through the support desk. Whoever administers the account again can take the access back.',
  'letter.as-support.why': 'You get this because you belong or have belonged to this account.',
  'letter.proposed.subject': 'A second agent is needed for {account} ({reference})',
  'letter.proposed.opening':
    'A decision of support about {account} is proposed and waits for a second agent.',
  'letter.proposed.button': 'Look at the proposal',
  'letter.proposed.why': 'You get this because you are a support agent.',
} as const
