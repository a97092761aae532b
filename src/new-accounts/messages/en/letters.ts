/** The letters about new accounts. */
export default {
  'application.mail.or-visit': 'Or visit this address:',
  'application.mail.open': 'Open the request',
  'application.mail.wrote': '{name} wrote:',
  'application.mail.note': '{who, select, nominee {Whoever was asked wrote:} other {An operator wrote:}}',
  'application.mail.why': 'You get this because you asked for this account.',
  'application.mail.receipt.subject': 'Your request for the account {account} ({reference})',
  'application.mail.receipt.opening':
    '{status, select, AWAITING_NOMINEE {Your request for {account} is sent, and its administrator is asked.} other {Your request for {account} is sent, and is looked at first.}}',
  'application.mail.receipt.text':
    'Its page shows where it stands. Unless it is accepted it lapses on {date}.',
  'application.mail.nominee.subject':
    '{whose, select, own {{account}: accept to open the account} other {{name} names you to administer {account}}}',
  'application.mail.nominee.opening':
    '{whose, select, own {Your request for {account} is ready: accept what the account agrees to, and it is there.} other {{name} asks for the Smart Account {account} and names you as its first administrator.}}',
  'application.mail.nominee.text': 'You can say yes or no until {date}.',
  'application.mail.nominee.button': 'Read and answer',
  'application.mail.nominee.why': 'You get this because {name} named this address to administer the account.',
  'application.mail.nominee-reminder.subject':
    '{whose, select, own {Reminder: accept to open the account {account}} other {Reminder: {name} names you to administer {account}}}',
  'application.mail.nominee-reminder.opening':
    '{whose, select, own {The account {account} waits for you to accept what it agrees to.} other {{name} still waits for your answer: will you administer the Smart Account {account}?}}',
  'application.mail.operator.subject':
    '{when, select, near {Not looked at yet: new account {account} ({reference})} other {New account to look at: {account} ({reference})}}',
  'application.mail.operator.opening':
    '{when, select, near {{name} asked for the account {account} long ago. The request lapses on {date} unless an operator looks at it.} other {{name} asks for the account {account}. An operator must look at it.}}',
  'application.mail.operator.why': 'You get this because you are an operator.',
  'application.mail.approved.subject': '{account}: its administrator is asked ({reference})',
  'application.mail.approved.opening':
    'An operator approved your request for {account}. {nominee} is asked now.',
  'application.mail.proof-lost.subject': '{account}: the domain is no longer proven ({reference})',
  'application.mail.proof-lost.opening':
    'The identity provider that proved {identifier} no longer speaks for it here, so the domain of {account} is not proven any more.',
  'application.mail.proof-lost.text': 'You can prove it in another way on the page of the request.',
  'application.mail.action.subject': '{account}: something is for you to do ({reference})',
  'application.mail.action.opening':
    '{who, select, nominee {Whoever you named for {account} said no. Name somebody else, or withdraw.} other {An operator asks you to change your request for {account}.}}',
  'application.mail.expiry-near.subject': '{account}: your request lapses on {date}',
  'application.mail.expiry-near.opening':
    '{status, select, AWAITING_NOMINEE {Nobody has accepted the account {account} yet.} ACTION_NEEDED {Your request for {account} waits for you.} other {Your request for {account} is still looked at.}}',
  'application.mail.expiry-near.text':
    'It lapses on {date}. {stands, select, OTHER {On its page you can remind {nominee}, or name somebody else.} OWN {Accept it before, on its page.} ACTION_NEEDED {Do before what its page asks of you.} other {The operators are told again.}}',
  'application.mail.over.subject':
    '{status, select, ACTIVE {The account {account} is there} DECLINED {Your request for {account} is declined} WITHDRAWN {The request for {account} is withdrawn} other {The request for {account} has lapsed}}',
  'application.mail.over.opening':
    '{status, select, ACTIVE {{whose, select, own {The account {account} is there, and you administer it. Make somebody a second administrator.} other {The account {account} is there; {nominee} administers it. You can ask for access now.}}} DECLINED {An operator declined the request for {account}.} WITHDRAWN {{name} withdrew the request for {account}. There is nothing left for you to do.} other {Nobody accepted the account {account} in 90 days, so the request has lapsed.}}',
  'application.mail.over.account': 'Open the account',
  'application.mail.domain.subject': 'Does {identifier} stand behind {name}?',
  'application.mail.domain.opening':
    '{name} asks for the Smart Account {account} and says that {identifier} stands behind it.',
  'application.mail.domain.text':
    'If that is right, open the page and press the button. If not, do nothing: it proves nothing without you.',
  'application.mail.domain.button': 'Read and answer',
  'application.mail.domain.why':
    'You get this because you read a mailbox that belongs to whoever runs {identifier}.',
} as const
