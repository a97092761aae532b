import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/support.ts'

/** The French sentences of passing requests on to support, and of what support does with them. */
export default {
  'refusal.too-early-to-escalate': 'Vous pourrez transmettre la demande au support à partir du {date}.',
  'refusal.support-may-not-decide': 'Sur cette installation, le support ne décide pas des demandes.',
  'refusal.somebody-reachable':
    '{n, plural, one {Un administrateur qui peut décider est joignable. Rendez-lui la demande.} other {# administrateurs qui peuvent décider sont joignables. Rendez-leur la demande.}}',
  'refusal.proof-needed': 'Ajoutez d’abord au dossier un fichier qui prouve ce que vous proposez.',
  'refusal.beyond-support': 'Le support ne peut pas donner le rôle {role}.',
  'refusal.second-agent-needed': 'C’est votre proposition. Un autre agent du support doit la confirmer.',
  'refusal.already-proposed': 'Une décision est déjà proposée. Il faut d’abord la confirmer ou l’abandonner.',
  'refusal.proposal-gone':
    'La décision proposée ne tient plus : elle a été abandonnée, ou la demande a changé.',

  'story.viewed-by-support': '{who}, du support, a consulté la demande',
  'story.you.viewed-by-support': 'Vous avez consulté la demande en tant que support',
  'story.support-looked': 'Le support a consulté la demande',

  'escalate.title': 'Transmettre cette demande au support',
  'escalate.text':
    'Le support cherche quelqu’un qui puisse décider. Il voit la demande, qui a été prévenu et quand, et quels mails sont arrivés. Les administrateurs peuvent encore répondre entre-temps.',
  'escalate.do': 'Transmettre au support',
  'escalate.keep': 'Continuer d’attendre',
  'escalate.button': 'Transmettre au support',
  'escalate.from': 'Sans réponse d’ici là, vous pourrez la transmettre au support à partir du {date}.',
  'escalate.now': 'La réponse se fait attendre. Vous pouvez transmettre la demande au support.',
  'escalate.unseen':
    'Personne n’a consulté la demande depuis le rappel. Vous pouvez la transmettre au support.',

  'letter.escalated.requester.subject': 'Auprès du support : votre demande d’accès à {account} ({reference})',
  'letter.escalated.requester.hand': 'Votre demande pour {account} est maintenant auprès du support.',
  'letter.escalated.requester.clock':
    'Personne n’a répondu pour {account} : votre demande est maintenant auprès du support.',
  'letter.escalated.requester.text':
    'Un agent du support cherche quelqu’un qui puisse décider et vous répond sous un jour ouvré. La demande n’expire pas entre-temps.',
  'letter.escalated.approver.subject': 'Auprès du support : demande d’accès à {account} ({reference})',
  'letter.escalated.approver.opening':
    'La demande d’accès de {who} pour {account} est maintenant auprès du support.',
  'letter.escalated.approver.text': 'Elle attend toujours une décision, que vous pouvez encore prendre.',

  'hand-back.title': 'Rendre cette demande à ses administrateurs',
  'hand-back.text':
    '{n, plural, one {Un administrateur qui peut décider est joignable.} other {# administrateurs qui peuvent décider sont joignables.}} Un mail les prévient, la réponse est attendue à une nouvelle date, et le dossier est résolu.',
  'hand-back.nobody':
    'Aucun administrateur qui peut décider n’est joignable. Demandez-en d’abord un dans la conversation avec le compte.',
  'hand-back.do': 'Rendre la demande',
  'hand-back.keep': 'La garder auprès du support',
  'hand-back.button': 'Rendre aux administrateurs',
  'hand-back.nobody.title': 'Personne à qui la rendre',
  'letter.handed-back.approver.subject': 'À vous de décider : demande d’accès à {account} ({reference})',
  'letter.handed-back.approver.opening': 'Le support vous rend la demande d’accès de {who} pour {account}.',
  'letter.handed-back.approver.text': 'Une réponse est attendue pour le {date}.',
  'letter.handed-back.requester.subject':
    'De nouveau auprès des administrateurs : votre demande d’accès à {account} ({reference})',
  'letter.handed-back.requester.opening':
    'Votre demande pour {account} est de nouveau auprès de ses administrateurs, qui sont maintenant joignables.',
  'letter.handed-back.requester.text': 'Une réponse est attendue pour le {date}.',

  'as-support.title': 'Décider de cette demande en tant que support',
  'as-support.case': 'Dossier',
  'as-support.lead':
    'Seulement quand personne du compte n’est joignable, sur preuve, jamais pour un rôle qui donne pouvoir sur d’autres, et pour 90 jours au plus. Un second agent doit confirmer ; tous ceux qui ont appartenu au compte en sont alors informés.',
  'as-support.verdict': 'Ce que vous proposez',
  'as-support.approve': 'Donner l’accès',
  'as-support.decline': 'Refuser',
  'as-support.role': 'Rôle',
  'as-support.va': 'Comptes virtuels, pour un rôle dans des comptes virtuels',
  'as-support.ends': 'Dernier jour',
  'as-support.ends.help': 'Dans les 90 jours.',
  'as-support.code': 'Motif',
  'as-support.code.choose': 'Choisissez un motif',
  'as-support.note': 'Ce que lit le demandeur',
  'as-support.note.help': '{name} lira ce texte.',
  'as-support.grounds': 'Ce que montre la preuve',
  'as-support.grounds.help': 'Pour le second agent. Ajoutez d’abord les fichiers au dossier.',
  'as-support.propose': 'Proposer cette décision',
  'as-support.cancel': 'Annuler',
  'as-support.proposed.title': 'Une décision est proposée',
  'as-support.proposed.lead':
    'Il faut un second agent. Consultez la preuve dans le dossier avant de confirmer.',
  'as-support.what': 'Proposition',
  'as-support.would-give': 'Donner : {given}',
  'as-support.would-decline': 'Refuser : {why}',
  'as-support.by': 'Par',
  'as-support.proofs': 'Preuve',
  'as-support.proofs.n': '{n, plural, one {# fichier} other {# fichiers}} dans le dossier',
  'as-support.confirm': 'Confirmer la décision',
  'as-support.drop': 'Abandonner la proposition',
  'as-support.error.text': 'Écrivez de 10 à 1 000 caractères.',
  'as-support.error.verdict': 'Choisissez ce que vous proposez.',
  'as-support.error.code': 'Choisissez un motif.',
  'as-support.error.role': 'Choisissez un rôle.',
  'as-support.error.va': 'Choisissez au moins un compte virtuel.',
  'as-support.error.places':
    'Écrivez des comptes virtuels qui existent, un par ligne, par exemple « Paris / Paris Lab ».',
  'as-support.error.ends': 'Choisissez un jour.',
  'letter.as-support.subject': 'Le support a décidé d’une demande d’accès à {account} ({reference})',
  'letter.as-support.opening.approved':
    'Deux agents du support ont donné à {who} un accès à {account}, car aucun de ses administrateurs n’était joignable.',
  'letter.as-support.opening.declined':
    'Deux agents du support ont refusé la demande d’accès de {who} pour {account}, car aucun de ses administrateurs n’était joignable.',
  'letter.as-support.given': 'Accès donné',
  'letter.as-support.text':
    'Si c’est une erreur, ouvrez un dossier auprès du support. Qui administrera de nouveau le compte pourra reprendre l’accès.',
  'letter.as-support.why': 'Vous recevez ce mail parce que vous appartenez ou avez appartenu à ce compte.',
  'letter.proposed.subject': 'Un second agent est nécessaire pour {account} ({reference})',
  'letter.proposed.opening':
    'Une décision du support concernant {account} est proposée et attend un second agent.',
  'letter.proposed.button': 'Voir la proposition',
  'letter.proposed.why': 'Vous recevez ce mail parce que vous êtes agent du support.',
} satisfies Translation<typeof en>
