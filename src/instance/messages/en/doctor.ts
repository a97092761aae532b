/** What the doctor and the verifier of the event log say. */
export default {
  'doctor.well':
    '{n, plural, one {# rule was checked; it holds.} other {# rules were checked; all of them hold.}}',
  'doctor.ill': '{broken, plural, one {# rule is broken} other {# rules are broken}} of {n} checked.',
  'doctor.one-role':
    'One database role does everything: history is protected by its chain alone. Set DATABASE_OWNER_URL.',
  'doctor.dead-jobs':
    '{n, plural, one {# job was given up.} other {# jobs were given up.}} The operator page names them.',
  'doctor.bounced': '{n, plural, one {# mail came back.} other {# mails came back.}}',
  'doctor.waiting':
    '{n, plural, one {# mail has waited for more than ten minutes.} other {# mails have waited for more than ten minutes.}}',
  'doctor.I1': 'A request has more than one final decision, or somebody agreed twice to the same text:',
  'doctor.I2': 'A request’s status, its decision and what was given do not fit together:',
  'doctor.I3': 'A grant does not come from anything that would give it:',
  'doctor.I4': 'Somebody decided their own request:',
  'doctor.I5': 'Somebody decided without having the rights for it at that moment:',
  'doctor.I6': 'An active account has no reachable administrator and no open case:',
  'doctor.I7': 'The event log’s chain is broken (“vestibule audit verify” says more):',
  'doctor.I8': 'A change of status has no event, or more than one:',
  'doctor.I9': 'A job is stuck, or has lost what it is about:',
  'doctor.I10': 'Reminders were sent more often than the rule allows:',
  'doctor.I11': 'A mail reached somebody who could not decide when it was sent:',
  'doctor.I12': 'Somebody has two open requests for one account:',
  'doctor.I13': 'Somebody who is disabled still has a way in:',
  'doctor.I14': 'A form that was sent once does not lead to exactly one thing:',
  'doctor.I15': 'A request’s version does not count its changes:',
  'doctor.I16': 'A claim was granted without proof, a full notice or two agents, or gave no role:',
  'doctor.I17': 'A claim that is not over has no next dated step, or one that is over still has one:',
  'doctor.I18': 'An open request has no next dated step, or a clock is stuck or runs for a settled one:',
  'doctor.I19':
    'A request waits for an answer to no question, a question waits on one that does not, or a comment stands on the wrong side:',
  'doctor.I20':
    'A closed account or a joined identity still holds something, or what is held does not go with whether its account is suspended:',
  'doctor.I21':
    'A review that is open has no date on which it closes, or one that is over has left something unanswered in force:',
  'doctor.I22': 'What members of a group hold is not exactly what the group gives:',
  'doctor.I27': 'A role of the account’s own is held, or given by a rule, as it is not:',
  'doctor.I23': 'Access has passed its end, and nothing will say so:',
  'doctor.I24':
    'An agreement was accepted in a version that there was not, or an account opened without accepting one:',
  'doctor.I25':
    'A request was taken from somebody who is blocked, or a block comes from nothing that blocks:',
  'doctor.I26': 'An application for a new account has no date on which it lapses, or opened no account:',
  'audit.well': '{n, plural, one {# event} other {# events}} in {name}: nothing was changed.',
  'audit.installation': 'the installation’s log',
  'audit.head': 'Its head is {hash}, number {seq}. Keep it elsewhere, and compare with --head.',
  'audit.erased':
    '{n, plural, one {The words of # event were erased, as the law may ask.} other {The words of # events were erased, as the law may ask.}}',
  'audit.ill': '{n, plural, one {# event} other {# events}} in {name}: something was changed.',
  'audit.changed': 'Number {seq} is not what was recorded.',
  'audit.moved': 'Number {seq} was recorded as number {from}.',
  'audit.missing': '{n, plural, one {Number {seq} is missing.} other {Numbers {seq} to {to} are missing.}}',
  'audit.unlinked': 'Number {seq} does not follow the one before it, which was written anew.',
  'audit.head-flaw':
    'The chain’s head is not number {seq}, its last event: the end was cut off, or the head was changed.',
  'audit.words': 'The words that belong to number {seq} were changed.',
  'audit.unknown-head':
    'The head that you gave is not in this chain. Unless it was copied wrongly, or belongs to another log, the chain was written anew.',
  'audit.part': 'The file holds a part of the log, so that nothing can be said of what is not in it.',
  'refused.no-file': 'The file {file} cannot be read.',
  'refused.no-export': '{file} is no exported event log, or was cut: see line {line}.',
  'option.file': 'The file to read.',
  'audit.empty': 'There are no events yet.',
} as const
