/** What the event log says of members, after the name of who did it. */
export default {
  'log.added': 'gave {person} access: {held}',
  'log.added-two': 'confirmed {person} as administrator, whom another had proposed: {held}',
  'log.added-invited': 'gave {person} access, who accepted an invitation: {held}',
  'log.changed': 'changed the access of {person}: {held}',
  'log.removed':
    '{n, plural, one {removed {person} from the account, which ended # role} other {removed {person} from the account, which ended # roles}}',
  'log.left':
    '{n, plural, one {left the account, which ended # role} other {left the account, which ended # roles}}',
  'log.invited':
    '{n, plural, one {invited somebody by mail: {held}} other {sent an invitation again, mail number #: {held}}}',
  'log.invitation-withdrawn': 'withdrew an invitation',
  'log.invitation-declined': 'noted that an invitation was declined',
  'log.proposed': 'proposed {person} as administrator',
  'log.refused': 'refused to make {person} an administrator',
  'log.withdrawn': 'withdrew the proposal to make {person} an administrator',
  'log.change-refused':
    '{why, select, last {was refused to take away the last administrator} other {was refused to give or take more than they hold}}',
} as const
