import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/log-conversation.ts'

/** Les événements des échanges, après le nom de leur auteur. */
export default {
  'log.access-request.information-asked': 'a posé une question sur la demande {request} de {person}',
  'log.access-request.answered': 'a répondu à la question sur la demande {request}',
  'log.access-request.commented': 'a commenté la demande {request}',
  'log.access-request.comments-mailed':
    '{n, plural, one {a transmis par mail # commentaire à l’autre partie de la demande {request}} other {a transmis par mail # commentaires à l’autre partie de la demande {request}}}',
  'log.access-request.claimed': 'a dit s’occuper de la demande {request}',
  'log.access-request.claim-released': 'a laissé la demande {request} aux autres',
  'log.account.prepared-text-saved':
    '{purpose, select, QUESTION {a enregistré un texte préparé pour les questions} other {a enregistré un texte préparé pour les refus}}',
  'log.account.prepared-text-removed':
    '{purpose, select, QUESTION {a supprimé un texte préparé pour les questions} other {a supprimé un texte préparé pour les refus}}',
  'log.account.administrators-contacted': 'a écrit aux administrateurs par le portail',
  'log.account.contact-answered': 'a répondu à un message de {person}',
} satisfies Translation<typeof en>
