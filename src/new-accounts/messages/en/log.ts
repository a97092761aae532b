/** What the installation’s log says of new accounts. */
export default {
  'application.log.submitted': 'asked for a new account',
  'application.log.resubmitted': 'changed their request for a new account and sent it again',
  'application.log.nominee-changed': 'named somebody else to administer the new account',
  'application.log.reminded': 'had the administrator of a new account of {person} reminded',
  'application.log.proven': 'proved the domain of a new account of {person}',
  'application.log.proof-lost': 'took back the proof of the domain of a new account of {person}',
  'application.log.role-mail-asked':
    'had a mail sent to the mailbox {mailbox} of the domain of a new account',
  'application.log.approved': 'approved the request of {person} for a new account',
  'application.log.action-asked': 'asked {person} to change their request for a new account',
  'application.log.declined': 'declined the request of {person} for a new account',
  'application.log.accepted': 'accepted to administer a new account that {person} asked for: it is there',
  'application.log.refused': 'refused to administer a new account that {person} asked for',
  'application.log.held':
    'accepted a new account that {person} asked for, whose identifier was no longer free',
  'application.log.withdrawn': 'withdrew their request for a new account',
  'application.log.expiry-near': 'warned {person} that their request for a new account lapses soon',
  'application.log.expired': 'let the request of {person} for a new account lapse',
  'application.log.domain-proven': 'proved the domain of the account',
  'application.log.domain-lost':
    'took back the proof of the account’s domain: its identity provider no longer speaks for it',
} as const
