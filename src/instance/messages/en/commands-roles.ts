/** The commands about roles of an account’s own. */
export default {
  'about.role-list': 'List the roles that an account made for itself.',
  'about.role-show': 'Say what such a role may do.',
  'about.role-add': 'Make a role of an account’s own; what its actions need is added.',
  'about.role-change': 'Change such a role, for everybody who holds it; they are told by mail.',
  'about.role-retire': 'Retire such a role, which nobody holds any more.',
  'about.role-bring-back': 'Bring a retired role back.',
  'option.retired': 'The retired ones instead.',
  'option.action': 'What it may do, such as see-event-log; may be given several times.',
  'option.more': 'What it may do from now on; may be given several times.',
  'option.less': 'What it may do no longer; may be given several times.',
  'option.reach': 'ACCOUNT: given in the whole account. VIRTUAL: in virtual accounts. Default: ACCOUNT.',
  'option.description': 'What it is for.',
  'done.no-roles': 'There is none.',
  'done.role-line':
    '{name}: {reach, select, VIRTUAL {in virtual accounts} other {in the whole account}}, {n, plural, one {# holder} other {# holders}}, version {version}',
  'done.role-head':
    '{name}, version {version}, given {reach, select, VIRTUAL {in virtual accounts} other {in the whole account}}:',
  'done.role-retired-head':
    '{name}, version {version}, retired, once given {reach, select, VIRTUAL {in virtual accounts} other {in the whole account}}:',
  'done.role-made': 'Made the role {name}. Nobody holds it yet.',
  'done.role-changed':
    'Changed the role {name}{n, plural, =0 {, which changes nobody’s rights} one {, for # person} other {, for # people}}.',
  'done.role-retired': 'Retired the role {name}.',
  'done.role-back': 'Brought back the role {name}.',
  'refused.unknown-role': 'The account has no role {value} of its own.',
  'refused.unknown-action': 'There is no action {value}. There are: {actions}.',
  'refused.role': 'Nothing was done: {why}',
  'refused.role-unsure':
    'Nothing was changed. It concerns {n, plural, one {# person} other {# people}}. They gain: {gained}. They lose: {lost}. Add --yes to do it.',
} as const
