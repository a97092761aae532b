import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/log-claims.ts'

/** Ce que le journal dit des réclamations. */
export default {
  'log.claim.opened': 'a réclamé le compte, pour l’administrer',
  'log.claim.role-mail-asked':
    'a fait envoyer un mail à la boîte {mailbox} du domaine, pour prouver la réclamation',
  'log.claim.documents-offered': 'a proposé des documents pour prouver la réclamation',
  'log.claim.noticed':
    '{proof, select, DNS {a prouvé la réclamation de {person} par le DNS ; tout le monde est prévenu} ROLE_MAIL {a noté l’accord de la boîte du domaine à la réclamation de {person} ; tout le monde est prévenu} other {a accepté les documents de la réclamation de {person} ; tout le monde est prévenu}}',
  'log.claim.notice-over': 'a noté la fin du préavis de la réclamation de {person}',
  'log.claim.agents-nudged': 'a rappelé la réclamation de {person} aux agents du support',
  'log.claim.approved': 'a donné son accord à la réclamation de {person}, en premier de deux agents',
  'log.claim.granted':
    'a accordé la réclamation de {person}, qui administre désormais le compte, en second de deux agents',
  'log.claim.rejected': 'a rejeté la réclamation de {person}',
  'log.claim.stopped': 'a arrêté la réclamation de {person}',
  'log.claim.withdrawn': 'a retiré la réclamation',
  'log.claim.lapsed': 'a noté que la réclamation de {person} est caduque',
} satisfies Translation<typeof en>
