/** What the event log says about changed settings. */
export default {
  'log.account.calendar-changed':
    '{what, select, CLOSED {closed {n, plural, one {# day} other {# days}}} OPENED {made a closed day a working day again} other {changed the days and hours in which the account works}}',
  'log.account.patience-changed': 'changed how long requests wait: {changes}',
  'log.installation.patience-changed': 'changed how long requests wait in all accounts: {changes}',
  'log.account.administrators-setting':
    '{what, select, WISHED {asked that fewer people be needed to make an administrator} REFUSED {left it at the number of people needed to make an administrator} other {changed what is shown of administrators, or how many people it takes to make one}}',
  'log.account.backup-approver-chosen': 'made {person} a backup approver',
  'log.account.backup-approver-ended': 'decided that {person} is no backup approver any more',
} as const
