/** Why nothing was done, what is mailed, and what the event log says. */
export default {
  'office.support': 'Support agent',
  'office.operator': 'Operator',
  'refusal.not-found': 'There is no such role.',
  'refusal.name-unfit': 'Enter a name of 1 to 60 characters.',
  'refusal.name-taken': 'Another role of this account has this name.',
  'refusal.name-built-in': 'This name reads like a built-in role. Choose another one.',
  'refusal.description-unfit': 'Enter at most 300 characters.',
  'refusal.no-actions': 'Choose what it may do.',
  'refusal.unknown-action': 'A role given like this cannot contain: {action}.',
  'refusal.incomplete': 'This needs more: {actions}.',
  'refusal.wider-than-author': 'You cannot do this yourself: {actions}. Nobody gives more than they hold.',
  'refusal.wider-there':
    'Somebody holds this role where you could not give it, or for longer. Somebody who could has to change it.',
  'refusal.own-role': 'You hold this role yourself. Somebody else has to let it do more.',
  'refusal.recent-sign-in-needed': 'Type your password again first.',
  'refusal.stale-version': 'Somebody changed the role meanwhile.',
  'refusal.to-confirm': 'Look first at what changes for those who hold it.',
  'refusal.nothing-changed': 'Nothing was changed.',
  'refusal.retired': 'The role is retired. Bring it back first.',
  'refusal.not-retired': 'The role is in use.',
  'refusal.still-held': '{n, plural, one {# person still holds it.} other {# people still hold it.}}',
  'refusal.given-by-rules':
    '{n, plural, one {A rule gives this role, and no rule gives power over others. Change the rule first.} other {# rules give this role, and no rule gives power over others. Change the rules first.}}',
  'refusal.still-given': 'A user group or an open invitation still gives it. End that first.',
  'refusal.too-many-roles': 'An account has {max} roles of its own at most. Retire one first.',
  'letter.changed.subject': 'Your role {role} in {account} has changed',
  'letter.changed.opening': '{who} changed the role {role}, which you hold in {account}.',
  'letter.changed.administrator.subject': 'The role {role} of {account} has changed',
  'letter.changed.administrator.opening':
    '{who} changed the role {role} of {account}{n, plural, =0 {, which nobody holds yet} one {, which # person holds} other {, which # people hold}}.',
  'letter.retired.subject': 'A person decides again: the role {role} of {account} was retired',
  'letter.retired.opening':
    '{who} retired the role {role} of {account}. {n, plural, one {A rule gave it: what that rule would approve waits for a person now.} other {# rules gave it: what they would approve waits for a person now.}} To let a rule decide again, choose another role in it, or bring this one back.',
  'letter.button-rules': 'Look at the rules',
  'letter.gained': 'New: {actions}.',
  'letter.lost': 'No longer: {actions}.',
  'letter.elsewhere': 'What you hold from another role stays as it is.',
  'letter.button': 'See your access',
  'letter.button-role': 'See the role',
  'letter.or-visit': 'Or open',
  'letter.why': 'You get this mail because you hold this role.',
  'letter.why-administrator': 'You get this mail because you administer {account}.',
  'log.created': 'made the role {role}, which may: {actions}',
  'log.changed':
    '{what, select, both {changed the role {role}; more: {gained}; no longer: {lost}} more {widened the role {role} by: {gained}} less {narrowed the role {role} by: {lost}} other {changed the name or the description of the role {role}}}',
  'log.changed-for':
    '{what, select, both {changed the role {role}; more: {gained}; no longer: {lost}} more {widened the role {role} by: {gained}} less {narrowed the role {role} by: {lost}} other {changed the name or the description of the role {role}}}{n, plural, one {, for # person} other {, for # people}}',
  'log.retired-rules':
    'retired the role {role}: {n, plural, one {a rule that gave it leaves its requests to people} other {# rules that gave it leave their requests to people}}',
  'log.retired': 'retired the role {role}',
  'log.brought-back': 'brought back the role {role}',
} as const
