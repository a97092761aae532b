/** New accounts one asked for, in a line. */
export default {
  'mine.accounts': 'Smart Accounts you asked for',
  'mine.accounts.all': 'All of them',
  'mine.accounts.CHECKING': 'Being checked',
  'mine.accounts.ACTION_NEEDED': 'Action needed',
  'mine.accounts.AWAITING_NOMINEE': 'With the administrator',
  'mine.accounts.ACTIVE': 'Active',
  'mine.accounts.DECLINED': 'Declined',
  'mine.accounts.WITHDRAWN': 'Withdrawn',
  'mine.accounts.EXPIRED': 'Expired',
} as const
