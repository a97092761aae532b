/** What the event log says of claims. */
export default {
  'log.claim.opened': 'claimed the account, to administer it',
  'log.claim.role-mail-asked':
    'had a mail sent to the mailbox {mailbox} of the domain, as a proof of the claim',
  'log.claim.documents-offered': 'offered documents as a proof of the claim',
  'log.claim.noticed':
    '{proof, select, DNS {proved the claim of {person} by the DNS; everybody is told} ROLE_MAIL {noted that the domain’s mailbox agreed to the claim of {person}; everybody is told} other {accepted the documents for the claim of {person}; everybody is told}}',
  'log.claim.notice-over': 'noted that the notice for the claim of {person} is over',
  'log.claim.agents-nudged': 'told the support agents again about the claim of {person}',
  'log.claim.approved': 'agreed to the claim of {person}, as the first of two agents',
  'log.claim.granted':
    'granted the claim of {person}, who administers the account now, as the second of two agents',
  'log.claim.rejected': 'rejected the claim of {person}',
  'log.claim.stopped': 'stopped the claim of {person}',
  'log.claim.withdrawn': 'took the claim back',
  'log.claim.lapsed': 'noted that the claim of {person} has lapsed',
} as const
