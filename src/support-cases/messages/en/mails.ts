/** The English sentences of the support desk. */
export default {
  'opened.subject': 'Case {reference}: nobody can decide a request for {account}',
  'opened.opening': 'No administrator of {account} can be reached to decide an access request.',
  'opened.text':
    'The request waits with the support desk. Look for an administrator who can be reached again, and tell them about it.',
  'opened.case': 'Case',
  'opened.request': 'Access request',
  'opened.account': 'Smart Account',
  'opened.button': 'Open the request',
  'opened.or-visit': 'Or visit:',
  'vacant.subject': 'Case {reference}: {account} has no administrator',
  'vacant.opening': '{account} has lost its last administrator.',
  'vacant.text':
    'Nobody can decide requests for it now. Look for somebody with the authority to name a new administrator.',
  'vacant.button': 'Open the account',
  'opened.why': 'You get this because you are a support agent.',
} as const
