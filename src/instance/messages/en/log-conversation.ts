/** What events about talking are called in the log, after the name of who did it. */
export default {
  'log.access-request.information-asked': 'asked a question about request {request} of {person}',
  'log.access-request.answered': 'answered the question about request {request}',
  'log.access-request.commented': 'commented on request {request}',
  'log.access-request.comments-mailed':
    '{n, plural, one {told the other side of request {request} of # comment by mail} other {told the other side of request {request} of # comments by mail}}',
  'log.access-request.claimed': 'said that they are looking at request {request}',
  'log.access-request.claim-released': 'let go of request {request}',
  'log.account.prepared-text-saved':
    '{purpose, select, QUESTION {saved a prepared text for questions} other {saved a prepared text for declines}}',
  'log.account.prepared-text-removed':
    '{purpose, select, QUESTION {removed a prepared text for questions} other {removed a prepared text for declines}}',
  'log.account.administrators-contacted': 'wrote to the administrators through the portal',
  'log.account.contact-answered': 'answered a message of {person}',
} as const
