/** Signing in with an identity provider. */
export default {
  'with.continue': 'Continue with {name}',
  'with.organisation': 'Continue with your organisation',
  'with.or': 'Or with a password of your own:',
  'with.find.title': 'Sign in with your organisation',
  'with.find.lead':
    'The part behind the @ of your work address says where you sign in. Nobody looks up who you are.',
  'with.find.submit': 'Go on',
  'with.find.password': 'Sign in with a password',
  'with.found.title': 'Where you sign in',
  'with.found.lead': 'People with an address at {domain} can sign in with {name}.',
  'with.none.lead':
    'For addresses at {domain} no organisation’s sign-in is set up here. Sign in with a password, or create an account.',
  'with.found.other': 'Give another address',
  'with.failed.title': '{name} did not sign you in',
  'with.failed.safe': 'You are as signed in or out as you were, and what you typed is kept.',
  'with.failed.again': 'Try again',
  'with.failed.other': 'Sign in another way',
  'with.failed.denied': '{name} says that it, or you, did not agree to the sign-in.',
  'with.do.denied':
    'Try again and agree there, or sign in another way. If it goes on, ask the people who run {name}.',
  'with.failed.unreachable': '{name} did not answer in time.',
  'with.do.unreachable': 'Try again in a few minutes, or sign in another way.',
  'with.failed.clock': 'What {name} signed is too old, or from the future: one of the clocks is wrong.',
  'with.do.clock': 'Try again. If it goes on, tell the operator of this site, or sign in another way.',
  'with.failed.not-anew': '{name} did not ask you to show anew who you are.',
  'with.do.not-anew': 'Sign out at {name} and try again, or confirm with a password of your own.',
  'with.failed.unfit': 'The answer of {name} is not what it must be, so it was not believed.',
  'with.do.unfit':
    'Try again from the beginning. If it goes on, tell the operator of this site, or sign in another way.',
  'with.failed.gone':
    'This way back was used before, it is older than ten minutes, or it was begun in another browser or window.',
  'with.do.gone': 'Begin again. If you got here by your browser’s Back button, you may be signed in already.',
  'with.failed.no-secret': 'The way to {name} is not set up completely.',
  'with.do.no-secret':
    'The operator of this site has to enter the secret of {name} again. Sign in another way until then.',
  'with.failed.no-mail': '{name} did not tell an e-mail address that can be used here.',
  'with.do.no-mail': 'Ask the people who run {name} to send your work address, or sign in another way.',
  'with.failed.mail-unverified': '{name} does not say that your e-mail address is verified.',
  'with.do.mail-unverified': 'Have your address verified at {name}, or sign in another way.',
  'with.failed.foreign-domain': '{name} does not speak here for the domain of your e-mail address.',
  'with.do.foreign-domain': 'Sign in another way, or ask the operator of this site.',
  'with.failed.not-let-in': 'This identity cannot sign in here.',
  'with.do.not-let-in': 'Ask the operator of this site why.',
  'with.failed.other-subject':
    '{name} used to know you as somebody else, so we do not take it for granted that you are the same.',
  'with.do.other-subject':
    'Sign in with a password (“Forgotten password” sends a link to choose one), and remove {name} in your settings. After that it can be linked anew.',
  'with.failed.somebody-else': '{name} named somebody else than the person who is signed in here.',
  'with.do.somebody-else':
    'Sign in at {name} as yourself and try again, or confirm with a password of your own.',
  'confirm-with.title': 'Show again that it is you',
  'confirm-with.lead': 'For this step we want to be sure that it is you. What you typed is kept.',
  'confirm-with.continue': 'Confirm with {name}',
  'confirm-with.or': 'Or type your password:',
  'no-password.title': 'You have no password',
  'no-password.lead':
    'You sign in without one. A link that is mailed to you lets you choose one; nothing changes before you do.',
  'no-password.go': 'Have a link sent',
  'settings.unlinked': 'The organisation is removed. You sign in without it from now on.',
  'settings.providers': 'Organisations you sign in with',
  'settings.providers.since': 'Linked on {date}',
  'settings.providers.off': 'Linked on {date}; turned off by the operator',
  'settings.unlink': 'Remove',
  'settings.unlink.whose': 'Remove {name}',
  'settings.unlink.text':
    'If you have no password, “Forgotten password” on the sign-in page sends a link to choose one.',
  'mail.provider-linked.subject': 'You can sign in with your organisation',
  'mail.provider-linked.opening':
    'You signed in to {installation} with your organisation for the first time.',
  'mail.provider-linked.text':
    'It was linked with your account on {when}, and your organisation keeps your name from now on. If it was not you, remove it in your settings and tell the operator of {installation}.',
  'mail.provider-linked.button': 'See your settings',
  'event.person.provider-linked': 'linked an organisation’s sign-in',
  'event.person.provider-unlinked': 'removed an organisation’s sign-in',
} as const
