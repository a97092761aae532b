/** Asking for a held role to go on. */
export default {
  'extend.title': 'Ask for more time',
  'extend.lead': 'The administrators decide, as with any request. Until then nothing changes.',
  'extend.held': 'You hold',
  'extend.reason': 'I still need this access: {held}.',
  'extend.reason-help': 'The administrators read this. Say more if it helps them to decide.',
  'extend.press': 'Ask for more time',
  'extend.cancel': 'Cancel',
  'extend.back': 'See your access',
  'extend.refused': 'It cannot be asked for now',
} as const
