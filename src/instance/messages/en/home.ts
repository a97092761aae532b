/** The sentences of the home page. */
export default {
  'home.title': 'Home',
  'home.greeting': 'Hello, {name}',
  'home.lead-nothing': 'Nothing waits for you.',
  'home.lead-decide':
    '{n, plural, one {# request waits for your decision.} other {# requests wait for your decision.}}',
  'home.lead-many': 'More than 99 requests wait for your decision.',
  'home.request': 'Request access',
  'home.profile-title': 'Your profile is not complete',
  'home.profile':
    'First and last name, company and country go with every request. Fill them in before you ask.',
  'home.profile-go': 'Complete your profile',
  'home.verify-title': 'Your e-mail address is not confirmed',
  'home.verify': 'Open the link in the mail that was sent to {address}. You can ask for access after that.',
  'home.verify-go': 'Go to your settings',
  'home.decide': 'Waiting for you',
  'home.decide-all': 'All requests to decide',
  'home.decide-none':
    'No request waits for your decision. When one comes, it appears here and you get a mail.',
  'home.question':
    'An administrator asked you a question about your request. Its dates wait for your answer.',
  'home.confirm': '{name} asks for access for you. It goes to the administrators when you confirm it.',
  'home.invited': 'You are invited. Accept it, or say no.',
  'home.waits.ACCEPT': 'You are asked to accept what the new account agrees to, and to administer it.',
  'home.waits.CHANGE': 'An operator asks for a change before the new account can go on.',
  'home.waits.NAME': 'Whoever was to administer the new account said no. Name somebody else.',
  'home.office.new-accounts': '{n, plural, one {# new account to look at} other {# new accounts to look at}}',
  'home.office.changes':
    '{n, plural, one {# change of an account waits for a second person} other {# changes of accounts wait for a second person}}',
  'home.new-account': 'New account',
  'home.info': 'Waiting for an answer',
  'home.due': 'Answer due {due}',
  'home.others': 'Waiting for others',
  'home.others-all': 'Your Access Requests',
  'home.others-none': 'You have no open request. When you ask for access, you see here where it stands.',
  'home.access': 'Your access',
  'home.ending': '{n, plural, one {One of your rights ends soon} other {# of your rights end soon}}',
  'home.ending-first':
    '{n, plural, one {It is in {account} and ends on {date}.} other {The first is in {account} and ends on {date}.}}',
  'home.ending-go': 'See what ends',
  'home.suspended':
    '{n, plural, one {One of your rights is suspended} other {# of your rights are suspended}}',
  'home.suspended-one':
    'Nobody kept it in a review, so it gives nothing for now: {held}. An administrator of {account} can let it work again.',
  'home.suspended-many':
    'Nobody kept them in a review, so they give nothing for now. The administrators can let them work again.',
  'home.suspended-go': 'See what is suspended',
  'home.access-all': 'All of your access',
  'home.access-none':
    'You have no access yet. Request it with the domain identifier of your organisation’s account.',
  'home.access-more': '{n, plural, one {and # more role} other {and # more roles}}',
} as const
