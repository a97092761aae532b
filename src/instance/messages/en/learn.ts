/** Learn About Smart Accounts: the frame around the guides. */
export default {
  'learn.lead': 'What people do here, step by step, and what it is all about.',
  'learn.whole': 'On one page, to print: {guide}',
  'learn.contents': 'Contents',
} as const
